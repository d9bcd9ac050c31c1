"""A block put together again in the other language, from whatever segments are done.

The author's spacing stays; marks are printed in the house style, as many and as deep as in the source; stops go where
the target language puts them (`joints`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from reader.core.model import Article, Language, Quote, Segment, TranslatedBlock, Translation, other_language
from reader.core.translation.frames import fit_frame
from reader.core.translation.joints import after_quote, before_quote, final_shell
from reader.core.translation.labels import label_in
from reader.core.translation.marks import HouseStyle
from reader.core.translation.placing import Fit
from reader.core.translation.segments import layout
from reader.core.translation.shapes import Group, Unit, Utterance
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
        if group.gap.strip():
            self.out.put(label_in(group.gap, self.target))
        else:
            self.out.space(group.gap)
        frame = found.get(id(group.frame)) if group.frame is not None else None
        if not group.utterances:
            if group.frame is not None and frame is not None:
                self.out.part(Fit(group.frame, frame), 0)
            return
        fit = fit_frame(group.frame, frame, group) if group.frame is not None and frame is not None else None
        for number, utterance in enumerate(group.utterances):
            self._part(group, fit, number)
            self._utterance(group, fit, number, utterance, [found[id(unit)] for unit in utterance.units])
        self._part(group, fit, len(group.utterances))

    def _translation(self, unit: Unit) -> Translation | None:
        """Return the translation of the next unit; what has no word is its own."""
        if not unit.is_asked:
            return Translation(unit.text)
        segment = self.segments[self.position]
        self.position += 1
        translation = self.done.get(segment.index)
        if translation is None:
            self.pending += 1
            return None
        self.warnings += [(segment.index, code) for code in translation.warnings]
        return translation

    def _part(self, group: Group, fit: Fit | None, number: int) -> None:
        """Write the words of a frame before quote `number`, or after the last one."""
        if fit is None or not fit.has(number):
            return
        if number < len(group.utterances):
            self.out.part(fit, number, trim=True)
            self.out.put(before_quote(self.text, group, number, self.target, more=fit.has(number + 1)))
            return
        shell = final_shell(self.text, group)
        self.out.part(fit, number, trim=shell is not None)
        self.out.put(shell or "")

    def _utterance(
        self,
        group: Group,
        fit: Fit | None,
        number: int,
        utterance: Utterance,
        translations: Sequence[Translation | None],
    ) -> None:
        """Write a quote: its opening mark, its sentences, and the stops around its closing mark."""
        pair = utterance.pair
        opens, closes = pair.opens(self.text), pair.closes(self.text)
        ready = pair.quote if any(translation is not None for translation in translations) else None
        glyphs = self.style.pair(self.target, 0)
        if number and (fit is None or not fit.has(number)) and self.out.needs_space():
            self.out.put(" ")
        self.out.open(ready, pair.open.of(self.text).rstrip() if opens == "raya" else glyphs[0] if opens else "")
        if all(translation is None for translation in translations):
            self.out.put("…")
        last = len(utterance.units) - 1
        written = False
        for index, (unit, translation) in enumerate(zip(utterance.units, translations, strict=True)):
            if translation is not None:
                self.out.put(utterance.gaps[index] if written else "")
                self.out.part(Fit(unit, translation), 0, trim=index == last)
                written = True
        inside, outside = after_quote(
            self.text,
            group,
            number,
            self.target,
            leads=number == 0 and (fit is None or not fit.has(0)),
            more=fit is not None and fit.has(number + 1),
            asks=self.out.ends_with("?!…"),
        )
        self.out.stop_inside(inside)
        self.out.close(ready, glyphs[1] if closes else "")
        self.out.put(outside)
