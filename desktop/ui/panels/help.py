"""The help: pages in Markdown from the resources, shown through a template of our own."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from importlib import resources

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from desktop.ui.controls.plates import Ground
from desktop.ui.theme import theme

_LIST_PX, _TEXT_PX = 228, 760


@dataclass(frozen=True, slots=True)
class HelpText:
    """A page of help: its name, its title, and its Markdown."""

    name: str
    title: str
    text: str


def read_help() -> tuple[HelpText, ...]:
    """Return the pages of help in the order of their file names ("1-library.md")."""
    folder = resources.files("resources") / "help"
    files = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".md")), key=lambda f: f.name
    )
    return tuple(_to_page(file.name, file.read_text("utf-8")) for file in files)


def _to_page(file_name: str, text: str) -> HelpText:
    name = file_name.removesuffix(".md").partition("-")[2]
    title = text.partition("\n")[0].lstrip("# ").strip()
    return HelpText(name, title, text)


def to_html(markdown: str) -> str:
    r"""Return Markdown as HTML: headings, paragraphs, lists, tables of keys; all else is escaped.

    >>> to_html("# A <b>\n\n- one `Ctrl+O`")
    '<h1>A &lt;b&gt;</h1><ul><li>one <code>Ctrl+O</code></li></ul>'
    """
    made: list[str] = []
    for part in markdown.strip().split("\n\n"):
        lines = part.strip().split("\n")
        if lines[0].startswith("#"):
            level = len(lines[0]) - len(lines[0].lstrip("#"))
            made.append(f"<h{level}>{_inline(lines[0][level:].strip())}</h{level}>")
            lines = lines[1:]
        if lines and lines[0].startswith("- "):
            items = "\n".join(lines).removeprefix("- ").split("\n- ")
            made.append("<ul>" + "".join(f"<li>{_inline(i)}</li>" for i in items) + "</ul>")
        elif lines:
            made.append(f"<p>{_inline(' '.join(lines))}</p>")
    return "".join(made)


def _inline(text: str) -> str:
    pieces = escape(" ".join(text.split()), quote=False).split("`")
    return "".join(f"<code>{p}</code>" if nth % 2 else _strong(p) for nth, p in enumerate(pieces))


def _strong(text: str) -> str:
    pieces = text.split("**")
    return "".join(f"<b>{p}</b>" if nth % 2 else p for nth, p in enumerate(pieces))


class HelpPage(QWidget):
    """A list of the pages and the one that was chosen."""

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = read_help()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages of help"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.addItems([page.title for page in self._pages])
        self.list.currentRowChanged.connect(self._show)
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("Help"))
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.setAcceptDrops(False)
        self.text.document().setDocumentMargin(0)
        ground = Ground("surface")
        inner = QHBoxLayout(ground)
        inner.setContentsMargins(48, 36, 24, 0)
        inner.addWidget(self.text, 100)
        inner.addStretch(1)
        side = Ground("window")
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 12, 8, 12)
        column.addWidget(self.list)
        self._side = side
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(ground, 1)
        theme().changed.connect(self._restyle)
        self._restyle()
        self.list.setCurrentRow(0)

    def show_page(self, name: str) -> None:
        """Show a page by its name, if there is one."""
        for nth, page in enumerate(self._pages):
            if page.name == name:
                self.list.setCurrentRow(nth)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._pages):
            page = self._pages[row]
            self.text.document().setDefaultStyleSheet(_sheet())
            self.text.setHtml(f"<div>{to_html(page.text)}</div>")
            self.page_chosen.emit(page.name)

    def _restyle(self) -> None:
        palette = theme().palette
        self._side.setFixedWidth(theme().px(_LIST_PX))
        self.text.setMaximumWidth(theme().px(_TEXT_PX))
        self.list.setStyleSheet(
            f"QListWidget {{ background: {palette.window.name()}; outline: 0; }}"
            f"QListWidget::item {{ padding: 7px 12px; border-radius: 6px;"
            f" color: {palette.text.name()}; }}"
            f"QListWidget::item:selected {{ background: {palette.sel.name()};"
            f" color: {palette.accent.name()}; }}"
            # Not by color alone: where a palette has no tints a frame says what is chosen.
            f"QListWidget::item:{'selected' if palette.is_high_contrast else 'focus'} {{"
            f" border: 2px solid {palette.accent.name()}; }}"
        )
        self.text.setStyleSheet(f"background: {palette.surface.name()};")
        self.text.setFont(theme().font("body"))
        self._show(self.list.currentRow())


def _sheet() -> str:
    palette, px = theme().palette, theme().px
    return (
        f"div {{ color: {palette.text.name()}; }}"
        f"h1 {{ font-size: {px(26)}px; margin-bottom: {px(12)}px; }}"
        f"h2 {{ font-size: {px(15)}px; margin-top: {px(18)}px; margin-bottom: {px(4)}px; }}"
        f"ul {{ -qt-list-indent: 0; margin-left: {px(18)}px; }}"
        f"p, li {{ font-size: {px(14)}px; line-height: 140%; margin-bottom: {px(8)}px; }}"
        f"code {{ color: {palette.accent.name()}; }}"
    )
