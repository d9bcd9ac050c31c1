"""`comillas quotes`: the quotes of one article, or of a stream of texts."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from typing import Any

from reader.cli.output import article_of, raw_article, standard_input, write_line
from reader.core.errors import ReaderError
from reader.core.language import article_language
from reader.core.loaders import article_from_text, unwrapped
from reader.core.model import LANGUAGES, Article, Language, LanguageChoice, Quote, QuoteKind, Span
from reader.core.quotes import find_quotes
from reader.core.records import json_text, quote_record
from reader.wording import sentence


def print_quotes(options: argparse.Namespace) -> int:
    """Print the quotes of one article, for people or as JSON."""
    article = raw_article(options.file) if options.raw else article_of(options.file)
    language, quotes = (_found_exactly if options.raw else _found)(article, options.lang)
    if options.json:
        write_line(
            json_text(
                {"id": options.file, "lang": language.language, "confidence": language.confidence}
                | {"title": article.title, "text": article.text}
                | {"quotes": [quote_record(quote, article.text) for quote in quotes]}
            )
        )
        return 0
    for quote in quotes:
        if quote.kind is not QuoteKind.NON_SPEECH:
            write_line(_line(quote, article.text))
    return 0


def stream_quotes() -> int:
    """Answer each line of standard input with one line, at once and in order.

    A line that is no text gets an object with "error" and no quotes, so that lines out still match lines in; the exit
    status tells at the end.
    """
    status = 0
    for number, line in enumerate(standard_input(), start=1):
        if not line.strip():
            continue
        answer, complaint = _answer(line, number)
        if complaint:
            status = 2
            print(f"comillas: {complaint}", file=sys.stderr, flush=True)
        write_line(json_text(answer))
    return status


def _answer(line: bytes, number: int) -> tuple[dict[str, Any], str]:
    """Return what a line is answered with, and what is wrong with it."""
    identity: object = None
    try:
        asked = json.loads(line.decode("utf-8-sig", "replace"))
        if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
            identity = asked.get("id") if isinstance(asked, dict) else None
            raise ReaderError("bad_line", line=number)
        identity = asked.get("id")
        article = article_from_text(asked["text"])
        language, quotes = _found_exactly(article, _language(asked.get("lang")))
        records = [quote_record(quote, article.text) for quote in quotes]
        return {"id": identity, "lang": language.language, "quotes": records}, ""
    except ReaderError as error:
        complaint = sentence(error)
    except (ValueError, RecursionError):
        complaint = sentence(ReaderError("bad_line", line=number))
    return {"id": identity, "lang": None, "quotes": [], "error": complaint}, complaint


def _language(asked: object) -> Language | None:
    """Return the language a line asks for: "es-MX" is Spanish; none, or an empty one, is found out."""
    if not asked:
        return None
    code = str(asked).replace("_", "-").split("-")[0].strip().lower()
    for language in LANGUAGES:
        if code == language:
            return language
    raise ReaderError("language", language=asked)


def _found(article: Article, asked: Language | None) -> tuple[LanguageChoice, tuple[Quote, ...]]:
    """Return the language and the quotes of an article."""
    language = LanguageChoice(asked, 1.0, chosen=True) if asked else article_language(article)
    return language, find_quotes(article, language.language)


def _found_exactly(article: Article, asked: Language | None) -> tuple[LanguageChoice, tuple[Quote, ...]]:
    """Like `_found`, but see through hard line breaks; offsets count in the article's text as it is."""
    joined = unwrapped(article.text)
    if joined is None:
        return _found(article, asked)
    text, offsets = joined
    language, quotes = _found(article_from_text(text), asked)
    return language, tuple(_moved(quote, offsets) for quote in quotes)


def _moved(quote: Quote, offsets: list[int]) -> Quote:
    """Return a quote whose spans count in the text before its lines were joined."""

    def moved(span: Span) -> Span:
        return Span(offsets[span.start], offsets[span.end - 1] + 1 if span.start < span.end else offsets[span.start])

    speaker = quote.speaker
    if speaker is not None and speaker.span is not None:
        speaker = replace(speaker, span=moved(speaker.span))
    cue = moved(quote.cue) if quote.cue else None
    return replace(quote, span=moved(quote.span), inner=moved(quote.inner), cue=cue, speaker=speaker)


def _line(quote: Quote, text: str) -> str:
    """Return a quote as people read it: who, the verb, the words."""
    who = quote.speaker.name if quote.speaker else "?"
    verb = f" ({quote.cue.of(text)})" if quote.cue else ""
    return " ".join(f"{who}{verb}: {quote.span.of(text)}".split())
