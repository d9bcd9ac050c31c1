"""Print how good the quote spans are, set by set, and where they go wrong.

Usage: python -m tools.quotes.score [--errors N] [SET ...]; sets are polnear_dev, polnear_train, es_news_dev,
conventions (shared) and es_own, es_unseen, en_own (ours). Errors come as: lost for lack of a mark, hidden as no speech,
cut elsewhere, shown though no speech or not annotated.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator

from reader.core.model import QuoteKind
from tests.helpers import scoring

SETS = ("polnear_dev", "es_news_dev", "es_unseen", "es_own", "en_own", "conventions")
LEAST_WORDS = 3


def errors(name: str) -> Iterator[tuple[str, str]]:
    """Yield (cause, what it looks like) for every quote that is not exactly right."""
    pieces, count = scoring.scorer().pieces, scoring.scorer().nwords
    for row in scoring.gold(name):
        text = row["text"]
        quotes = scoring.spans(name)[row["id"]]
        hidden = {p for q in quotes if q.kind is QuoteKind.NON_SPEECH for p in pieces(text, scoring.as_record(q))}
        shown = {p for q in quotes for p in pieces(text, scoring.as_record(q))} - hidden
        gold = {p: q for q in row["quotes"] for p in pieces(text, q)}

        def sight(start: int, end: int, text: str = text) -> str:
            around = f"{text[max(0, start - 50) : start]}[[{text[start:end][:120]}]]{text[end : end + 40]}"
            return around.replace("\n", "/")

        for (start, end), quote in gold.items():
            if (start, end) in shown or quote.get("ignore") or count(text[start:end]) < LEAST_WORDS:
                continue
            cut = any(a < end and start < b for a, b in shown)
            cause = "hidden as no speech" if (start, end) in hidden else "cut elsewhere" if cut else "not found"
            yield cause, sight(start, end)
        for start, end in sorted(shown - gold.keys()):
            if count(text[start:end]) >= LEAST_WORDS and not any(a < end and start < b for a, b in gold):
                yield "shown, not annotated", sight(start, end)


def main() -> None:
    """Print one line a set, then its errors by cause."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N errors of every cause")
    chosen = parser.parse_args()
    for name in chosen.sets:
        precision, recall, f1 = scoring.score_spans(name, least_words=1 if name == "conventions" else 3)["exact"]
        print(f"{name:14} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
        causes: defaultdict[str, list[str]] = defaultdict(list)
        for cause, sight in errors(name):
            causes[cause].append(sight)
        for cause, sights in sorted(causes.items()):
            print(f"    {len(sights):4} {cause}")
            for sight in sights[: chosen.errors]:
                print(f"           {sight}")


if __name__ == "__main__":
    main()
