"""The window's own dress: a palette and a style sheet over the Fusion style, so it looks the same everywhere.

Flat and quiet: the article is the brightest thing in the window; lines are hairlines; the accent marks focus, the
default button and what is switched on, nothing else.
"""

from __future__ import annotations

from dataclasses import fields
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from reader.core.paths import resources
from reader.qt.theme import Theme
from reader.qt.typography import interface_font

# A style sheet cannot tint a drawing: their grey stands out from surface and card of every theme.
DRAWN = {name: resources() / "icons" / "chrome" / f"{name}.svg" for name in ("tab_close", "check")}

_SHEET = Template("""
QMainWindow, QDialog { background: $surface; }
QToolTip { background: $card; color: $text; border: 1px solid $control; padding: 4px 6px; }

QMenuBar { background: $surface; color: $text; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; }
QMenu { background: $card; color: $text; border: 1px solid $rule; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 26px; border-radius: 4px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $rule; margin: 5px 8px; }
QMenu::icon { padding-left: 6px; }
QMenu::icon:checked { background: $hover; border: 1px solid $accent; border-radius: 4px; }
QMenu::indicator { width: 16px; height: 16px; padding-left: 6px; }
QMenu::indicator:checked { image: url("$check"); }

QToolBar { background: $surface; border: 0; border-bottom: 1px solid $rule; padding: 4px 8px; spacing: 2px; }
QToolBar::separator { width: 1px; background: $rule; margin: 5px 6px; }
QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: 5px;
  padding: 4px 6px; }
QToolButton:hover, QToolButton:pressed { background: $hover; }
QToolButton:checked { background: $hover; border-color: $rule; border-bottom: 2px solid $accent; }
QToolButton:disabled { color: $muted; }
QToolButton:focus { border: 2px solid $focus; padding: 3px 5px; }
QToolButton::menu-indicator { image: none; width: 0; }

QPushButton { background: $card; color: $text; border: 1px solid $control; border-radius: 5px; padding: 5px 14px;
  min-height: 18px; }
QPushButton:hover, QPushButton:pressed, QPushButton:checked { background: $hover; }
QPushButton:checked { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:disabled { color: $muted; border-color: $rule; background: $surface; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 13px; }
QPushButton:default:focus { border: 2px solid $text; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; color: $accent; }
QPushButton[flat="true"]:hover { background: $hover; }
QPushButton[flat="true"]:focus { border: 2px solid $focus; }

QLineEdit, QPlainTextEdit { background: $page; color: $text; border: 1px solid $control; border-radius: 5px;
  padding: 4px 7px; selection-background-color: $selection; selection-color: $text; placeholder-text-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $focus; padding: 3px 6px; }

QListView, QTreeView, QTableView { background: $card; color: $text; border: 1px solid $rule; border-radius: 5px;
  selection-background-color: $selection; selection-color: $text; alternate-background-color: $surface; }
QListView:focus, QTreeView:focus, QTableView:focus { border: 2px solid $focus; }
QListView::item { padding: 4px 6px; border-radius: 4px; color: $text; }
QListView::item:hover { background: $hover; }
QListView::item:selected { background: $selection; color: $text; }
QHeaderView::section { background: $surface; color: $muted; border: 0; border-bottom: 1px solid $rule;
  padding: 4px 6px; }

QTabBar { background: $surface; }
QTabBar::tab { background: transparent; color: $muted; border: 0; border-bottom: 2px solid transparent;
  padding: 6px 14px; }
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:selected:focus { border: 2px solid $focus; border-radius: 4px; }
QTabBar::close-button { image: url("$tab_close"); subcontrol-position: right; width: 16px; height: 16px; }
QTabBar::close-button:hover { background: $hover; border-radius: 3px; }
QTabWidget::pane { border: 0; border-top: 1px solid $rule; }

QScrollBar { background: $page; border: 0; }
QListView QScrollBar, QFrame[role="popover"] QScrollBar { background: $card; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $control; }
QScrollBar::handle:vertical { min-height: 36px; margin: 0 3px; border-radius: 3px; border: 0; }
QScrollBar::handle:horizontal { min-width: 36px; margin: 3px 0; border-radius: 3px; border: 0; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QStatusBar { background: $surface; color: $muted; border-top: 1px solid $rule; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $muted; padding: 0 6px; }
QSplitter::handle { background: $rule; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: $hover; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QGroupBox { border: 0; margin-top: 18px; color: $muted; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }

*[role="title"] { font-size: 15pt; font-weight: 600; color: $text; }
*[role="heading"] { font-weight: 600; color: $text; }
*[role="muted"] { color: $muted; }
*[role="warning"] { color: $warning; }
*[role="accent"] { color: $accent; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QFrame[role="popover"] { background: $card; border: 1px solid $control; border-radius: 8px; }
QFrame[role="panel"] { background: $surface; border: 0; }
QPushButton[role="face"] { padding: 5px 8px; min-height: 24px; }
QPushButton[role="face"]:checked { padding: 4px 7px; }
QFrame[role="rule"] { background: $rule; border: 0; max-height: 1px; min-height: 1px; }
QLabel[role="chip"], QPushButton[role="chip"] { background: transparent; color: $text; border: 1px solid $control;
  border-radius: 8px; padding: 1px 9px; min-height: 15px; }
QPushButton[role="chip"]:hover { background: $hover; }
QPushButton[role="chip"]:checked { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[role="chip"]:focus { border: 2px solid $focus; padding: 0 8px; }
QPushButton[role="chip"]:checked:focus { border: 2px solid $text; }
""")


def palette(theme: Theme) -> QPalette:
    """Return the palette for everything Qt draws itself."""
    role = QPalette.ColorRole
    made = QPalette(theme.surface)
    for target, colour in (
        (role.Window, theme.surface),
        (role.WindowText, theme.text),
        (role.Base, theme.page),
        (role.AlternateBase, theme.surface),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.surface),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.warning),
        (role.Highlight, theme.selection),
        (role.HighlightedText, theme.text),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.ToolTipBase, theme.card),
        (role.ToolTipText, theme.text),
        (role.Accent, theme.accent),
    ):
        made.setColor(target, colour)
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, theme.muted)
    return made


def style_sheet(theme: Theme) -> str:
    """Return the style sheet for the whole application.

    Widgets may set the dynamic property "role" to title, heading, muted, warning, popover, panel, rule or chip.
    """
    roles = {f.name: value.name() for f in fields(theme) if isinstance(value := getattr(theme, f.name), QColor)}
    return _SHEET.substitute(roles, **{name: path.as_posix() for name, path in DRAWN.items()})


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the application in `theme`; call again when the theme changes."""
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    for effect in (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo):
        app.setEffectEnabled(effect, False)  # nothing moves by itself
    app.setPalette(palette(theme))
    app.setFont(interface_font())
    app.setStyleSheet(style_sheet(theme))
