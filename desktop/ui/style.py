"""Fusion with our palette: colors for Qt's own widgets, flat scroll bars, menus and fields."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.palettes import Palette
from desktop.ui.theme import theme

_SHEET = """
QMenuBar {{ background: {window}; color: {text2}; padding: 2px 4px; border: none; }}
QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {hover}; color: {text}; }}
QMenu {{ background: {raised}; color: {text}; border: 1px solid {border}; padding: 6px; }}
QMenu::item {{ padding: 6px 28px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {sel}; }}
QMenu::item:disabled {{ color: {text_dis}; }}
QMenu::separator {{ height: 1px; background: {hair}; margin: 6px 8px; }}
QMenuBar, QMenu, SearchField {{ font-size: {body_px}px; }}
QToolTip {{ background: {tip}; color: {on_tip}; border: none; padding: 5px 8px; }}
QLineEdit {{ background: {surface}; color: {text}; border: 1px solid {border_strong};
  border-radius: 6px; padding: 0 10px; selection-background-color: {accent};
  selection-color: {on_accent}; }}
QLineEdit:focus {{ border: 2px solid {accent}; padding: 0 9px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle {{ background: {border}; border-radius: 4px; min-height: 32px;
  min-width: 32px; }}
QScrollBar::handle:hover {{ background: {border_strong}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {border}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QTableView {{ background: {surface}; alternate-background-color: {window}; color: {text};
  gridline-color: {hair}; border: 1px solid {border}; selection-background-color: {sel};
  selection-color: {text}; }}
QHeaderView::section {{ background: {sunken}; color: {text2}; border: none;
  border-bottom: 1px solid {border}; padding: 6px 10px; }}
"""


def apply_style(app: QApplication) -> None:
    """Give the application the theme in use; call again when the theme changes."""
    palette = theme().palette
    app.setStyle("Fusion")
    app.setPalette(qt_palette(palette))
    names = (
        "window",
        "surface",
        "raised",
        "sunken",
        "hover",
        "sel",
        "hair",
        "border",
        "border_strong",
        "text",
        "text2",
        "text_dis",
        "accent",
        "on_accent",
        "tip",
        "on_tip",
    )
    colors = {name: getattr(palette, name).name() for name in names}
    # Said here, too: under a style sheet these do not follow the application's font when it grows.
    app.setStyleSheet(_SHEET.format(**colors, body_px=theme().font("body").pixelSize()))
    # Last: a style sheet brings back the fonts that the desktop has for menus, labels and buttons.
    app.setFont(theme().font("body"))


def qt_palette(palette: Palette) -> QPalette:
    """Return Qt's palette of roles for one of ours."""
    made, role = QPalette(), QPalette.ColorRole
    colors: dict[QPalette.ColorRole, QColor] = {
        role.Window: palette.window, role.WindowText: palette.text,
        role.Base: palette.surface, role.AlternateBase: palette.window,
        role.Text: palette.text, role.PlaceholderText: palette.text3,
        role.Button: palette.surface, role.ButtonText: palette.text,
        role.Highlight: palette.accent, role.HighlightedText: palette.on_accent,
        role.ToolTipBase: palette.tip, role.ToolTipText: palette.on_tip,
        role.Link: palette.accent, role.LinkVisited: palette.accent,
        role.Light: palette.surface, role.Mid: palette.border, role.Dark: palette.border_strong,
        role.Midlight: palette.hair, role.Shadow: palette.border,
        role.Accent: palette.accent,
    }  # fmt: skip
    for name, color in colors.items():
        made.setColor(name, color)
    for name in (role.Text, role.ButtonText, role.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, name, palette.text_dis)
    return made
