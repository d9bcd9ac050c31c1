"""What was found, as JSON: the form that the command line and exported files share."""

from __future__ import annotations

import json
from typing import Any

from reader.core.model import Quote


def quote_record(quote: Quote, text: str) -> dict[str, Any]:
    """Return a quote as the command line prints it; offsets are Python characters of `text`, marks included."""
    speaker = quote.speaker
    said_by = speaker and {
        "text": speaker.text,
        "start": speaker.span.start if speaker.span else None,
        "end": speaker.span.end if speaker.span else None,
        "type": str(speaker.type),
        "resolved": speaker.resolved,
    }
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        "text": quote.span.of(text),
        "kind": str(quote.kind),
        "speaker": said_by,
        "cue": quote.cue.of(text) if quote.cue else None,
        "original_language": quote.original_language,
    }


def json_text(value: Any, *, indent: int | None = None) -> str:
    """Return JSON that can be written as UTF-8: plain characters, escaped only around lone surrogates."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, indent=indent)
    return text
