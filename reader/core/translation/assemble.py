"""A block put together again in the other language, from whatever segments are done.

The author's spacing stays; marks are printed in the house style, as many and as deep as in the source; stops go where
the target language puts them (`joints`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from reader.core.model import Article, Language, Quote, Segment, Span, TranslatedBlock, Translation, other_language
from reader.core.translation.frames import split_frame
from reader.core.translation.joints import after_quote, before_quote, final_shell
from reader.core.translation.layout import Group, Unit, Utterance
from reader.core.translation.marks import HouseStyle
from reader.core.translation.segments import layout
from reader.core.translation.writer import Writer


def assemble(  # noqa: PLR0917 - callers name the last two
    article: Article,
    block: int,
    quotes: Sequence[Quote],
    segments: Sequence[Segment],
    done: Mapping[int, Translation],
    target: Language,
    style: HouseStyle | None = None,
) -> TranslatedBlock:
    """Return block number `block` in `target` from the translations in `done`, by segment index.

    `segments` are those that `plan` gave for the same article and quotes. Any subset may be done; what is missing is
    counted in `pending` and left out.
    """
    builder = _Builder(
        article.text, segments=segments, block=block, done=done, target=target, style=style or HouseStyle()
    )
    for group in layout(article, block, quotes, other_language(target)):
        builder.group(group)
    return builder.out.block(block, builder.pending, tuple(builder.warnings))


class _Builder:
    """Write the groups of one block, one after the other."""

    def __init__(
        self,
        text: str,
        *,
        segments: Sequence[Segment],
        block: int,
        done: Mapping[int, Translation],
        target: Language,
        style: HouseStyle,
    ) -> None:
        self.text = text
        self.done = done
        self.target: Language = target
        self.style = style
        self.out = Writer(target, style)
        self.segments = segments
        self.position = bisect_left(segments, block, key=lambda segment: segment.block)
        self.pending = 0
        self.warnings: list[tuple[int, str]] = []

    def group(self, group: Group) -> None:
        """Write one sentence, or one sentence with its quotes."""
        found = {id(unit): self._translation(unit) for unit in group.units()}
        if all(translation is None for translation in found.values()):
            return
        self.out.space(group.gap)
        frame = found.get(id(group.frame)) if group.frame is not None else None
        if not group.utterances:
            if group.frame is not None and frame is not None:
                self.out.unit(group.frame, frame, Span(0, len(frame.text)))
            return
        parts = [Span(0, 0)] * (len(group.utterances) + 1)
        if group.frame is not None and frame is not None:
            parts = split_frame(group.frame, frame, group)
        for number, utterance in enumerate(group.utterances):
            self._part(group, frame, parts, number)
            self._utterance(group, parts, number, utterance, [found[id(unit)] for unit in utterance.units])
        self._part(group, frame, parts, len(group.utterances))

    def _translation(self, unit: Unit) -> Translation | None:
        """Return the translation of the next unit; what has no word is its own."""
        if not any(character.isalnum() for character in unit.text):
            return Translation(unit.text)
        segment = self.segments[self.position]
        self.position += 1
        translation = self.done.get(segment.index)
        if translation is None:
            self.pending += 1
            return None
        self.warnings += [(segment.index, code) for code in translation.warnings]
        return translation

    def _part(self, group: Group, frame: Translation | None, parts: Sequence[Span], number: int) -> None:
        """Write the words of a frame before quote `number`, or after the last one."""
        part = parts[number]
        if frame is None or group.frame is None or part.start == part.end:
            return
        if number < len(group.utterances):
            self.out.unit(group.frame, frame, part, trim=True)
            more = parts[number + 1].start < parts[number + 1].end
            self.out.put(before_quote(self.text, group, number, self.target, more))
            return
        shell = final_shell(self.text, group)
        self.out.unit(group.frame, frame, part, trim=shell is not None)
        self.out.put(shell or "")

    def _utterance(
        self,
        group: Group,
        parts: Sequence[Span],
        number: int,
        utterance: Utterance,
        translations: Sequence[Translation | None],
    ) -> None:
        """Write a quote: its opening mark, its sentences, and the stops around its closing mark."""
        pair = utterance.pair
        opens, closes = pair.opens(self.text), pair.closes(self.text)
        ready = pair.quote if any(translation is not None for translation in translations) else None
        glyphs = self.style.pair(self.target, 0)
        if number and parts[number].start == parts[number].end and self.out.needs_space():
            self.out.put(" ")
        self.out.open(ready, pair.open.of(self.text).rstrip() if opens == "raya" else glyphs[0] if opens else "")
        if all(translation is None for translation in translations):
            self.out.put("…")
        last = len(utterance.units) - 1
        written = False
        for index, (unit, translation) in enumerate(zip(utterance.units, translations, strict=True)):
            if translation is not None:
                self.out.put(utterance.gaps[index] if written else "")
                self.out.unit(unit, translation, Span(0, len(translation.text)), trim=index == last)
                written = True
        inside, outside = after_quote(
            self.text,
            group,
            number,
            self.target,
            leads=number == 0 and parts[0].start == parts[0].end,
            more=parts[number + 1].start < parts[number + 1].end,
            asks=self.out.ends_with("?!…"),
        )
        self.out.put(inside)
        self.out.close(ready, glyphs[1] if closes else "")
        self.out.put(outside)
