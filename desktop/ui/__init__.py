"""All of Qt: panels display and report choices, windows connect them with services."""
