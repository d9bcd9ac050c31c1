"""A quote's card: who said it, how, and in the other language; opened, also everything one can do with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QToolButton, QWidget

from reader.core.model import QuoteKind, Span
from reader.qt.icons import icon
from reader.qt.models.cards import CardContent, Density
from reader.qt.theme import Hue, Theme
from reader.qt.typography import Typography, interface_font
from reader.qt.views.clipped_label import ClippedLabel

PAD = 12
BAR = 3
SPACE = 5
EDGE = 8
BUTTON = 28
SIGN = 16
BRIEF_LINES = 2
ORIGINAL_LINES = 2


@dataclass(frozen=True)
class CardStyle:
    """The fonts and colours of cards, made once for all of them."""

    theme: Theme
    name: QFont
    meta: QFont
    translation: QFont
    original: QFont

    @classmethod
    def of(cls, theme: Theme, typography: Typography) -> CardStyle:
        """Derive the card's type from the page's: the same face, a little smaller."""
        name = interface_font()
        name.setWeight(QFont.Weight.DemiBold)
        return cls(theme, name, interface_font(), typography.font(0.9), typography.font(0.78))

    def hue(self, content: CardContent) -> Hue:
        """Return the speaker's colours; quiet ones when nobody is known."""
        if content.hue is None:
            return Hue(self.theme.hover, self.theme.muted)
        return self.theme.hue(content.hue)


class Card(QAbstractButton):
    """One card, a button that opens it; the column gives it other contents when its quote leaves the window."""

    activated = Signal(int)
    hovered = Signal(int, bool)
    asked = Signal(int, str)
    stepped = Signal(int, int)  # from this quote, to the next (1) or the one before (-1)

    ACTIONS = (
        ("star", "star"),
        ("copy_quote", "copy"),
        ("alternatives", "alternatives"),
        ("back_translation", "back-translation"),
        ("edit", "edit"),
        ("note", "note"),
        ("fix_speaker", "speaker"),
        ("translate_again", "retry"),
    )

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.content: CardContent | None = None
        self._style: CardStyle | None = None
        self._density = Density.LINE
        self._lit = False
        self._name, self._meta = ClippedLabel(self, 1), ClippedLabel(self, 1)
        self._translation, self._original, self._extra = (ClippedLabel(self) for _ in range(3))
        self._buttons: dict[str, QToolButton] = {}
        self._actions: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._activate)

    def show_content(self, content: CardContent, style: CardStyle, density: Density, extra: str = "") -> None:
        """Say `content` in `style`, as much of it as `density` allows; `extra` are answers and the note."""
        if (content, density, extra) == (self.content, self._density, self._extra.text()) and style is self._style:
            return
        restyled = style is not self._style
        self.content, self._style, self._density = content, style, density
        if restyled:
            self._dress()
        name = self._speaker_text(content)
        self._name.setText(name)
        self._meta.setText(self._meta_text(content, density))
        pending = content.translation is None
        self._translation.setText(content.translation or self.tr("Not translated yet"))
        self._colour(self._translation, style.theme.muted if pending else style.theme.text)
        self._translation.set_lines(BRIEF_LINES if density is Density.BRIEF else 0)
        self._translation.setVisible(density >= Density.BRIEF)
        self._original.setText(content.original)
        self._original.set_lines(ORIGINAL_LINES if density is Density.FULL else 0)
        self._original.setVisible(density >= Density.FULL)
        self._extra.setText(extra)
        self._extra.setVisible(density is Density.OPEN and bool(extra))
        opened = density is Density.OPEN
        selectable = (
            Qt.TextInteractionFlag.TextSelectableByMouse if opened else Qt.TextInteractionFlag.NoTextInteraction
        )
        self._translation.setTextInteractionFlags(selectable)
        self._original.setTextInteractionFlags(selectable)
        self._show_actions(opened)
        self.setAccessibleName(f"{name}, {self._kind_text(content)}: {content.translation or content.original}")
        self.setAccessibleDescription(content.original)
        self._place()
        self.update()

    @property
    def lit(self) -> bool:
        """Whether the pointer is on the card's quote."""
        return self._lit

    @property
    def extra(self) -> str:
        """Answers shown on the card."""
        return self._extra.text()

    def set_lit(self, lit: bool) -> None:
        """Show that the pointer is on the card's quote."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def set_word(self, word: Span | None) -> None:
        """Mark the word of the translation that the pointer is on in the original."""
        if self._style is not None:
            self._translation.set_mark(word, self._style.theme.selection)

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the parts into the new width."""
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, its edge, and the speaker's bar: solid for speech, broken for a fragment."""
        if self._style is None or self.content is None:
            return
        theme, hue = self._style.theme, self._style.hue(self.content)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        strong = self._lit or self._density is Density.OPEN
        focused = self.hasFocus()
        painter.setPen(
            QPen(theme.accent if focused else hue.line if strong else theme.card_border, 2 if focused else 1)
        )
        painter.setBrush(theme.card)
        painter.drawRoundedRect(box, 5, 5)
        pen = QPen(hue.line, BAR)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self.content.kind is not QuoteKind.SPEECH:
            pen.setDashPattern([1.5, 1.2])
        painter.setPen(pen)
        if self.content.warned:
            middle = EDGE + QFontMetrics(self._style.name).height() // 2
            place = QRect(self.width() - PAD - SIGN, middle - SIGN // 2, SIGN, SIGN)
            icon("warning", theme.warning).paint(painter, place)
        painter.drawLine(
            QRectF(BAR / 2 + 0.5, 6, 0, 0).topLeft(), QRectF(BAR / 2 + 0.5, self.height() - 6, 0, 0).topLeft()
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the reader to the quote."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._activate()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next card or the one before; whatever presses a button opens it."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if self.content is not None and event.key() in steps:
            self.stepped.emit(self.content.quote, steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light the quote up."""
        if self.content is not None:
            self.hovered.emit(self.content.quote, True)

    def leaveEvent(self, event: QEvent) -> None:
        """Let the quote go."""
        if self.content is not None:
            self.hovered.emit(self.content.quote, False)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew in another language."""
        if event.type() == QEvent.Type.LanguageChange and self.content is not None and self._style is not None:
            content, self.content = self.content, None
            self.show_content(content, self._style, self._density, self._extra.text())
        super().changeEvent(event)

    # -- inside

    def _activate(self) -> None:
        if self.content is not None:
            self.activated.emit(self.content.quote)

    def _kind_text(self, content: CardContent) -> str:
        """Say for a screen reader what the bar's pattern and the sign say to the eye."""
        kinds = {
            QuoteKind.SPEECH: self.tr("speech"),
            QuoteKind.FRAGMENT: self.tr("fragment"),
            QuoteKind.NON_SPEECH: self.tr("not speech"),
        }
        doubt = [self.tr("check this translation")] if content.warned else []
        return ", ".join([kinds[content.kind], *doubt])

    def _speaker_text(self, content: CardContent) -> str:
        if not content.speaker:
            return self.tr("Speaker unknown")
        return f"{content.speaker} ?" if content.unsure else content.speaker

    def _meta_text(self, content: CardContent, density: Density) -> str:
        if density is Density.LINE:
            return content.translation or content.original
        languages = {"en": self.tr("said in English"), "es": self.tr("said in Spanish")}
        kinds = {QuoteKind.FRAGMENT: self.tr("fragment"), QuoteKind.NON_SPEECH: self.tr("not speech")}
        parts = [content.cue, kinds.get(content.kind, ""), languages.get(content.said_in or "", "")]
        if content.warned:
            parts.append(self.tr("check this translation"))
        if content.starred:
            parts.append("★")
        return " · ".join(part for part in parts if part)

    def _dress(self) -> None:
        assert self._style is not None
        theme = self._style.theme
        self._name.setFont(self._style.name)
        self._meta.setFont(self._style.meta)
        self._translation.setFont(self._style.translation)
        self._original.setFont(self._style.original)
        self._extra.setFont(self._style.meta)
        for label, colour in (
            (self._name, theme.text),
            (self._meta, theme.muted),
            (self._original, theme.muted),
            (self._extra, theme.text),
        ):
            self._colour(label, colour)
        for name, button in self._buttons.items():
            button.setIcon(icon(dict(self.ACTIONS)[name], theme.text))

    @staticmethod
    def _colour(label: QLabel, colour: QColor) -> None:
        palette = label.palette()
        if palette.color(QPalette.ColorRole.WindowText) != colour:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            palette.setColor(QPalette.ColorRole.Text, colour)  # what a label takes once its text can be selected
            label.setPalette(palette)

    def _show_actions(self, shown: bool) -> None:
        if self._actions is None:
            if not shown:
                return
            self._actions = self._make_actions()
        assert self._style is not None and self.content is not None
        if shown:
            star = "star-filled" if self.content.starred else "star"
            self._buttons["star"].setIcon(icon(star, self._style.theme.text))
            self._name_buttons()
            self._buttons["translate_again"].setVisible(self.content.warned)
        self._actions.setVisible(shown)

    def _make_actions(self) -> QWidget:
        assert self._style is not None
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for name, drawing in self.ACTIONS:
            button = QToolButton(row)
            button.setIcon(icon(drawing, self._style.theme.text))
            button.setIconSize(QSize(16, 16))
            button.setFixedSize(BUTTON, BUTTON)
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.clicked.connect(lambda _checked=False, name=name: self._ask(name))
            self.setTabOrder(list(self._buttons.values())[-1] if self._buttons else self, button)
            self._buttons[name] = button
            line.addWidget(button)
        line.addStretch(1)
        return row

    def _name_buttons(self) -> None:
        texts = {
            "translate_again": self.tr("Translate again"),
            "star": self.tr("Star"),
            "copy_quote": self.tr("Copy quote and translation"),
            "alternatives": self.tr("Other translations"),
            "back_translation": self.tr("Translate back"),
            "edit": self.tr("Edit the translation"),
            "note": self.tr("Write a note"),
            "fix_speaker": self.tr("Correct the speaker"),
        }
        for name, text in texts.items():
            self._buttons[name].setToolTip(text)
            self._buttons[name].setAccessibleName(text)

    def _place(self) -> None:
        """Set the parts one under another, exactly as `card_height` reckons."""
        if self.content is None or self._style is None:
            return
        extra = self._extra.text()
        heights = part_heights(self.content, self._style, self._density, self.width(), extra)
        left, inner = PAD + BAR, self.width() - 2 * PAD - BAR
        head = inner - (SIGN + 4 if self.content.warned else 0)
        name = min(QFontMetrics(self._style.name).horizontalAdvance(self._name.text()) + 2, round(head * 0.7))
        self._name.setGeometry(left, EDGE, name, heights[0])
        self._meta.setGeometry(left + name + 6, EDGE, max(head - name - 6, 0), heights[0])
        y = EDGE + heights[0] + SPACE
        for part, height in zip(
            (self._translation, self._original, self._actions, self._extra), heights[1:], strict=True
        ):
            if part is not None and height:
                part.setGeometry(left, y, inner, height)
                y += height + SPACE

    def _ask(self, name: str) -> None:
        if self.content is not None:
            self.asked.emit(self.content.quote, name)


def card_height(content: CardContent, style: CardStyle, density: Density, width: int, extra: str = "") -> int:
    """Return the height of a card of `width` without making one."""
    return 2 * EDGE + sum(part_heights(content, style, density, width, extra)) + _spaces(density, extra)


def part_heights(
    content: CardContent, style: CardStyle, density: Density, width: int, extra: str
) -> tuple[int, int, int, int, int]:
    """Return the heights of head, translation, original, actions and extra text; 0 for what does not show."""
    inner = width - 2 * PAD - BAR
    head = QFontMetrics(style.name).height()
    translation = original = actions = more = 0
    if density >= Density.BRIEF:
        lines = BRIEF_LINES if density is Density.BRIEF else 0
        translation = _height(style.translation, content.translation or content.original, inner, lines)
    if density >= Density.FULL:
        lines = ORIGINAL_LINES if density is Density.FULL else 0
        original = _height(style.original, content.original, inner, lines)
    if density is Density.OPEN:
        actions = BUTTON
        more = _height(style.meta, extra, inner, 0) if extra else 0
    return head, translation, original, actions, more


def _spaces(density: Density, extra: str) -> int:
    opened = density is Density.OPEN
    return SPACE * (min(int(density), 2) + opened + (opened and bool(extra)))


def _height(font: QFont, text: str, width: int, lines: int) -> int:
    metrics = QFontMetrics(font)
    tall = metrics.boundingRect(0, 0, width, 1 << 20, Qt.TextFlag.TextWordWrap, text).height()
    return min(tall, lines * metrics.lineSpacing()) if lines else tall
