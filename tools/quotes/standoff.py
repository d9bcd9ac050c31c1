"""Read and write annotations that hold none of the text they are about: offsets into a paragraph and its checksum.

Usage: python tools/quotes/standoff.py PARAGRAPHS.txt ANNOTATED.jsonl OUT.jsonl writes OUT from articles with text.
A paragraph is a line of PARAGRAPHS.txt that is neither empty nor a comment ("# …"), counted from 1.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

Record = dict[str, Any]
DIGITS = 16  # of the checksum; enough to tell a changed paragraph


def paragraphs(path: Path) -> list[str]:
    """Return the paragraphs of a file."""
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip() and not line.startswith("# ")]


def checksum(text: str) -> str:
    """Return the first digits of a text's SHA-256."""
    return sha256(text.encode("utf-8")).hexdigest()[:DIGITS]


def read(path: Path, source: Path) -> Iterator[Record]:
    """Yield annotated articles whose text comes from `source`; raise ValueError where it is not the one annotated."""
    texts = paragraphs(source)
    for line in path.read_text(encoding="utf-8").splitlines():
        stored = json.loads(line)
        text = texts[stored["paragraph"] - 1]
        if checksum(text) != stored["sha256"]:
            raise ValueError(f"{source}: paragraph {stored['paragraph']} is not the one annotated")
        yield {"lang": stored["lang"], "text": text, "quotes": [_with_text(text, quote) for quote in stored["quotes"]]}


def _with_text(text: str, quote: Record) -> Record:
    """Return a quote with the words that its offsets stand for."""
    speaker = quote.get("speaker")
    if speaker is None:
        return quote
    span, name = speaker["span"], speaker["resolved"]
    words = text[slice(*span)] if span else ""
    return quote | {
        "speaker": {
            "text": words or (text[slice(*name)] if name else ""),
            "start": span[0] if span else None,
            "end": span[1] if span else None,
            "type": speaker["type"],
            "resolved": text[slice(*name)] if name else None,
        }
    }


def write(articles: Iterator[Record], source: Path) -> Iterator[str]:
    """Yield a line for each annotated article that is a paragraph of `source`."""
    numbers = {text: number for number, text in enumerate(paragraphs(source), start=1)}
    for article in articles:
        text = article["text"]
        quotes = [_without_text(text, quote) for quote in article["quotes"]]
        record = {"paragraph": numbers[text], "sha256": checksum(text), "lang": article["lang"], "quotes": quotes}
        yield json.dumps(record, separators=(",", ":"))


def _without_text(text: str, quote: Record) -> Record:
    """Return a quote with offsets only; a name that does not stand in the text is left out."""
    kept = {key: quote[key] for key in ("start", "end", "kind", "words", "ignore") if key in quote}
    speaker = quote.get("speaker")
    if speaker is not None:
        span = None if speaker.get("start") is None else [speaker["start"], speaker["end"]]
        name = speaker.get("resolved") or ("" if span else speaker["text"])
        at = text.find(name) if name else -1
        resolved = [at, at + len(name)] if at >= 0 else None
        kept["speaker"] = {"span": span, "type": speaker["type"], "resolved": resolved}
    return kept


def main() -> None:
    """Write the offsets of annotated articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("annotated", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    articles = (json.loads(line) for line in arguments.annotated.read_text(encoding="utf-8").splitlines() if line)
    arguments.out.write_text("\n".join(write(articles, arguments.source)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
