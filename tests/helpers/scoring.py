"""The team's scorer and annotated articles, loaded from the shared data; a machine without them skips the test."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from reader.core.loaders import article_from_text
from reader.core.model import Quote, QuoteKind
from reader.core.quotes import find_quotes, find_spans
from tests.helpers.shared import ROOT, shared_path

Record = dict[str, Any]


@cache
def scorer() -> Any:
    """Return the module of ../shared/quotes/eval.py, whose `score(gold, pred, minw, kinds)` is the measure."""
    spec = importlib.util.spec_from_file_location("shared_eval", shared_path("quotes/eval.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def gold(name: str) -> tuple[Record, ...]:
    """Return the annotated articles of tests/eval/`name`.jsonl (our own) or of ../shared/quotes/`name`.jsonl."""
    own = ROOT / "tests" / "eval" / f"{name}.jsonl"
    path = own if own.exists() else shared_path(f"quotes/{name}.jsonl")
    with path.open(encoding="utf-8") as lines:
        return tuple(json.loads(line) for line in lines if line.strip())


def as_record(quote: Quote) -> Record:
    """Return a quote in the scorer's form."""
    speaker = quote.speaker
    record: Record = {"start": quote.span.start, "end": quote.span.end, "kind": quote.kind.value, "speaker": None}
    if speaker is not None:
        span = speaker.span
        record["speaker"] = {
            "text": speaker.name if span is None else speaker.text,
            "start": span.start if span else None,
            "end": span.end if span else None,
        }
    return record


@cache
def predicted(name: str) -> dict[str, tuple[Quote, ...]]:
    """Return our quotes for every article of a set, by id."""
    return {row["id"]: find_quotes(article_from_text(row["text"]), row["lang"]) for row in gold(name)}


def records(name: str) -> Iterable[Record]:
    """Yield our quotes in the scorer's form, those that are no speech left out."""
    for row in gold(name):
        quotes = predicted(name)[row["id"]]
        yield {"id": row["id"], "quotes": [as_record(q) for q in quotes if q.kind is not QuoteKind.NON_SPEECH]}


def score(name: str, least_words: int = 3) -> Record:
    """Score our quotes and speakers on a set, quotes of `least_words` words or more."""
    result: Record = scorer().score(list(gold(name)), list(records(name)), least_words)
    return result


@cache
def spans(name: str) -> dict[str, tuple[Quote, ...]]:
    """Return our quotes without speakers for every article of a set, by id."""
    return {row["id"]: find_spans(article_from_text(row["text"]), row["lang"]) for row in gold(name)}


def score_spans(name: str, rows: Sequence[Record] | None = None, least_words: int = 3) -> Record:
    """Score our quotes without speakers on a set, or on some rows of it."""
    chosen = gold(name) if rows is None else rows
    found = [
        {
            "id": row["id"],
            "quotes": [as_record(q) for q in spans(name)[row["id"]] if q.kind is not QuoteKind.NON_SPEECH],
        }
        for row in chosen
    ]
    result: Record = scorer().score(list(chosen), found, least_words)
    return result
