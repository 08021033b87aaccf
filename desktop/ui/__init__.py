"""The only Qt: windows join panels to services, panels show and emit, painters draw."""
