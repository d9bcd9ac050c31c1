"""The bilingual article, or its quotes, as Markdown, HTML, CSV or JSON.

Whatever the article holds stays text: Markdown and HTML are escaped, the page fetches and runs nothing, and no CSV
cell begins like a spreadsheet formula. Boilerplate is left out of what people read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from reader.core.analysis import Analysis
from reader.core.model import Article, Block, BlockKind, Language, Quote, QuoteKind, Span, TranslatedBlock
from reader.core.records import json_text, quote_record
from reader.core.spoken import joined, utterances

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_MARKDOWN_START = re.compile(r"^(\d{0,9})([-+=.)])")  # a list, a rule or an underline at the start of a line
_LEADS = {BlockKind.HEADLINE: "# ", BlockKind.SUBHEAD: "## ", BlockKind.LIST_ITEM: "- ", BlockKind.BLOCKQUOTE: "> "}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_TAGS = {BlockKind.HEADLINE: "h1", BlockKind.SUBHEAD: "h2", BlockKind.BLOCKQUOTE: "blockquote"}
_TITLES: dict[Language, str] = {"en": "Quotes", "es": "Citas"}
_NOBODY: dict[Language, str] = {"en": "unattributed", "es": "sin atribuir"}
_HUES = 8
_COLUMNS = ("number", "speaker", "cue", "kind", "quote", "translation", "start", "end")
_STYLE = (
    ":root{color-scheme:light dark}body{font:1.1rem/1.55 Georgia,serif;max-width:75rem;margin:2rem auto;padding:0 1rem}"
    ".pair{display:grid;grid-template-columns:1fr 1fr;gap:2.5rem}.pair.alone{grid-template-columns:minmax(0,42rem)}"
    "h1{font-size:1.7rem;line-height:1.2}h2{font-size:1.2rem}p.about,li small{opacity:.7;font-family:sans-serif;"
    "font-size:.85rem}mark{background:hsl(var(--hue) 80% 60%/.22);color:inherit;border-bottom:2px solid "
    "hsl(var(--hue) 60% 50%)}li{margin:.8rem 0}@media(max-width:45rem){.pair{grid-template-columns:1fr;gap:0}}"
)


@dataclass(frozen=True, slots=True)
class Bilingual:
    """An analysed article and its translated blocks, by block index; without any, the original alone is exported."""

    analysis: Analysis
    blocks: Mapping[int, TranslatedBlock]
    target: Language

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.analysis.article

    def translation(self, index: int) -> str:
        """Return block number `index` in the other language, "" where there is none."""
        block = self.blocks.get(index)
        return block.text if block is not None else ""

    def quote_translation(self, quote: Quote) -> str:
        """Return the words between the marks of the translated quote, "" where there are none."""
        parts = (block.quotes[quote.index][1].of(block.text) for block in self._blocks_of(quote))
        return " ".join(part for part in parts if part)

    def speech(self) -> Iterator[Quote]:
        """Yield the quotes that somebody said."""
        return (quote for quote in self.analysis.quotes if quote.kind is not QuoteKind.NON_SPEECH)

    def said(self) -> Iterable[Sequence[Quote]]:
        """Return the quotes that somebody said, utterance by utterance."""
        return utterances(self.analysis.quotes).values()

    def words(self, said: Sequence[Quote]) -> str:
        """Return the words of an utterance as one text."""
        return joined([(self.article.text, quote.inner) for quote in said])[0]

    def translated_words(self, said: Sequence[Quote]) -> str:
        """Return the translated words of an utterance as one text, "" where there are none."""
        pieces = [(block.text, block.quotes[one.index][1]) for one in said for block in self._blocks_of(one)]
        return joined(pieces)[0]

    def read(self) -> Iterator[tuple[int, Block]]:
        """Yield the blocks that people read, with their indexes."""
        return (pair for pair in enumerate(self.article.blocks) if pair[1].kind is not BlockKind.BOILERPLATE)

    def _blocks_of(self, quote: Quote) -> Iterator[TranslatedBlock]:
        for index in sorted(self.blocks):
            if quote.index in self.blocks[index].quotes:
                yield self.blocks[index]


def to_json(bilingual: Bilingual) -> str:
    """Return everything known about the article, for programs."""
    article = bilingual.article
    record = {
        "source": article.source,
        "title": article.title,
        "author": article.author,
        "date": article.date,
        "lang": bilingual.analysis.language.language,
        "target": bilingual.target,
        "text": article.text,
        "blocks": [
            {
                "start": block.span.start,
                "end": block.span.end,
                "kind": str(block.kind),
                "text": block.span.of(article.text),
                "translation": bilingual.translation(index) or None,
            }
            for index, block in enumerate(article.blocks)
        ],
        "quotes": [
            quote_record(quote, article.text) | {"translation": bilingual.quote_translation(quote) or None}
            for quote in bilingual.analysis.quotes
        ],
    }
    return json_text(record, indent=2) + "\n"


def to_csv(bilingual: Bilingual) -> str:
    """Return what is said as a table, a row an utterance.

    It begins with a byte order mark, without which Excel spoils the accents.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    text = bilingual.article.text
    for number, said in enumerate(bilingual.said(), start=1):
        quote = said[0]
        cells = (
            quote.speaker.name if quote.speaker else "",
            quote.cue.of(text) if quote.cue else "",
            str(quote.kind),
            bilingual.words(said),
            bilingual.translated_words(said),
        )
        writer.writerow([number, *map(_cell, cells), quote.span.start, said[-1].span.end])
    return "\ufeff" + out.getvalue()


def to_markdown(bilingual: Bilingual) -> str:
    """Return the article with each paragraph's translation under it as a block quote, then its quotes."""
    article, parts = bilingual.article, []
    if article.title and not any(block.kind is BlockKind.HEADLINE for block in article.blocks):
        parts.append(f"# {_escaped(article.title)}")
    about = _about(article)
    for index, block in bilingual.read():
        parts.append(_LEADS.get(block.kind, "") + _escaped(block.span.of(article.text)))
        if bilingual.translation(index):
            parts.append("> " + _escaped(bilingual.translation(index)))
    if about:
        parts.append(f"---\n\n{_escaped(about)}")
    quotes = [_markdown_quote(bilingual, said) for said in bilingual.said()]
    if quotes:
        parts += [f"## {_TITLES[bilingual.analysis.language.language]}", *quotes]
    return "\n\n".join(parts) + "\n"


def to_html(bilingual: Bilingual) -> str:
    """Return one page that needs no other file: the languages side by side, quotes tinted by speaker."""
    article, language = bilingual.article, bilingual.analysis.language.language
    hues = _hues(bilingual.analysis.quotes)
    spans = [(quote.span, hues.get(quote.index, 0)) for quote in bilingual.speech()]
    rows = []
    for index, block in bilingual.read():
        tag = _TAGS.get(block.kind, "p")
        row = f'<{tag} lang="{language}">{_tinted(article.text, block.span, spans)}</{tag}>'
        translated = bilingual.blocks.get(index)
        if translated is not None and translated.text:
            inside = [(span, hues.get(quote, 0)) for quote, (span, _) in translated.quotes.items() if quote in hues]
            words = _tinted(translated.text, Span(0, len(translated.text)), inside)
            row += f'<{tag} lang="{bilingual.target}">{words}</{tag}>'
        rows.append(f'<div class="pair{"" if bilingual.blocks else " alone"}">{row}</div>')
    items = [_html_quote(bilingual, said, hues.get(said[0].index, 0)) for said in bilingual.said()]
    quotes = f"<h2>{_TITLES[language]}</h2><ol>{''.join(items)}</ol>" if items else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{_html(article.title or _TITLES[language])}</title><style>{_STYLE}</style></head>\n<body><article>\n"
        + "\n".join(rows)
        + f'\n</article>\n<p class="about">{_html(_about(article))}</p>\n<section>{quotes}</section></body></html>\n'
    )


FORMATS: dict[str, Callable[[Bilingual], str]] = {
    "md": to_markdown,
    "html": to_html,
    "csv": to_csv,
    "json": to_json,
}
"""The writer for each format's name, which is also the file's suffix."""


def _about(article: Article) -> str:
    """Return where the article comes from, on one line."""
    return " · ".join(" ".join(part.split()) for part in (article.author, article.date, article.source) if part)


def _who(bilingual: Bilingual, quote: Quote) -> str:
    language = bilingual.analysis.language.language
    return " ".join(quote.speaker.name.split()) if quote.speaker else _NOBODY[language]


def _markdown_quote(bilingual: Bilingual, said: Sequence[Quote]) -> str:
    words = _escaped(bilingual.words(said))
    translation = bilingual.translated_words(said)
    under = f"  \n  {_escaped(translation)}" if translation else ""
    return f"- **{_escaped(_who(bilingual, said[0]))}**: {words}{under}"


def _html_quote(bilingual: Bilingual, said: Sequence[Quote], hue: int) -> str:
    words = _html(bilingual.words(said))
    translation = _html(bilingual.translated_words(said))
    under = f'<br><span lang="{bilingual.target}">{translation}</span>' if translation else ""
    return (
        f'<li><small>{_html(_who(bilingual, said[0]))}</small><br><mark style="--hue:{hue}">{words}</mark>{under}</li>'
    )


def _hues(quotes: Sequence[Quote]) -> dict[int, int]:
    """Give every speaker a hue, in degrees, by order of appearance; who is not known has the last."""
    names: dict[str, int] = {}
    hues: dict[int, int] = {}
    for quote in quotes:
        if quote.kind is not QuoteKind.NON_SPEECH:
            place = names.setdefault(quote.speaker.name, len(names)) if quote.speaker else _HUES - 1
            hues[quote.index] = (210 + place * 137) % 360
    return hues


def _tinted(text: str, span: Span, quotes: Sequence[tuple[Span, int]]) -> str:
    """Return the words of `span` with the quotes in it marked; of quotes inside quotes the outer one is."""
    out: list[str] = []
    at = span.start
    for quoted, hue in sorted(quotes):
        start, end = max(quoted.start, at), min(quoted.end, span.end)
        if start < end:
            out += (_html(text[at:start]), f'<mark style="--hue:{hue}">', _html(text[start:end]), "</mark>")
            at = end
    return "".join(out) + _html(text[at : span.end])


def _html(text: str) -> str:
    """Return text that no browser takes for anything else; characters HTML forbids are shown as missing."""
    return escape("".join(c if c >= " " or c in "\t\n\r" else "\ufffd" for c in text))


def _escaped(text: str) -> str:
    """Return one line of Markdown that means `text` and nothing else."""
    line = _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
    return _MARKDOWN_START.sub(r"\1\\\2", line)


def _cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
