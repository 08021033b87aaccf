"""Icons: every name that code says is a file, and a file takes the color it is given."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

import desktop.ui
from desktop.ui.icons import draw_icon, icon, renderer

SOURCES = sorted(Path(desktop.ui.__path__[0]).rglob("*.py"))
# Parameters that take an icon's name; those of desktop.ui.icons are called otherwise.
NAMED = {"icon_name"}
PLACES = {"icon": 0, "renderer": 0, "draw_icon": 2}


def file_names() -> set[str]:
    folder = resources.files("resources") / "icons"
    return {Path(file.name).stem for file in folder.iterdir() if file.name.endswith(".svg")}


def places_in(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield each callee with a parameter for an icon's name, and the place of that parameter."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            fields = [
                line.target.id
                for line in node.body
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
            ]
            yield from ((node.name, nth) for nth, name in enumerate(fields) if name in NAMED)
            for line in node.body:
                if isinstance(line, ast.FunctionDef):
                    name = node.name if line.name == "__init__" else line.name
                    yield from ((name, nth - 1) for nth in _places_of(line))


def _places_of(function: ast.FunctionDef) -> Iterator[int]:
    return (nth for nth, arg in enumerate(function.args.args) if arg.arg in NAMED)


def strings(node: ast.expr) -> Iterator[str]:
    """Yield the texts an expression can stand for: a text, or either end of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from strings(node.body)
        yield from strings(node.orelse)


def names_in(tree: ast.Module, places: Mapping[str, int]) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        place = places.get(name)
        if place is not None and place < len(node.args):
            yield from strings(node.args[place])
        for keyword in node.keywords:
            if keyword.arg in NAMED:
                yield from strings(keyword.value)


def names_in_code() -> set[str]:
    trees = [ast.parse(path.read_text("utf-8")) for path in SOURCES]
    places = PLACES | {name: place for tree in trees for name, place in places_in(tree)}
    return {name for tree in trees for name in names_in(tree, places) if name}


def test_names_are_found_wherever_a_parameter_takes_them() -> None:
    tree = ast.parse(
        "class Row:\n  text: str\n  icon_name: str\n"
        "class Key:\n  def __init__(self, a, icon_name): ...\n  def add(self, icon_name): ...\n"
        "draw_icon(p, r, 'check', c)\nRow('x', 'plus' if a else 'minus')\n"
        "Key(1, 'moon')\nkey.add('sun')\nother(icon_name='star')"
    )
    places = PLACES | dict(places_in(tree))
    assert set(names_in(tree, places)) == {"check", "plus", "minus", "moon", "sun", "star"}


def test_every_icon_that_code_names_exists() -> None:
    names = names_in_code()
    assert len(names) > 25
    assert names - file_names() == set()


def test_every_icon_can_be_drawn(qapp: object) -> None:
    assert qapp is not None
    for name in sorted(file_names()):
        assert renderer(name, "#123456").isValid(), name


def test_an_icon_has_the_color_it_is_given(qapp: object) -> None:
    assert qapp is not None
    image = QImage(32, 32, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_icon(painter, QRectF(0, 0, 32, 32), "check", QColor("#AD4500"))
    painter.end()
    seen = {image.pixelColor(x, y).name() for x in range(32) for y in range(32)}
    assert "#ad4500" in seen
    assert "#000000" not in seen


def test_an_icon_is_sharp_on_dense_screens_and_made_once(qapp: object) -> None:
    assert qapp is not None
    made = icon("check", QColor("#AD4500"), 18)
    assert sorted(size.width() for size in made.availableSizes()) == [18, 36]
    assert icon("check", QColor("#AD4500"), 18) is made
    assert icon("check", QColor("#000000"), 18) is not made


def test_an_icon_nobody_drew_is_an_error(qapp: object) -> None:
    assert qapp is not None
    with pytest.raises(FileNotFoundError):
        renderer("no-such-icon", "#000000")
