"""Signs that a translation went wrong, cheap enough for every segment: each is a code that the window has words for.

Codes: "empty", "truncated", "looping", "untranslated", "numbers", "language", "marks". Thresholds were set on 3,003
sentences of news translated by people (false alarms there are the floor in tests/eval) and on the bundled packages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reader.core.model import Language, Span, other_language
from reader.core.translation.base import Direction
from reader.core.translation.glyphs import DOUBLES
from reader.core.translation.wordlists import FUNCTION_WORDS, NUMBER_WORDS, SCALE_WORDS

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_NUMBER = re.compile(r"\d++(?:[.,:\u00a0\u202f'’]\d++)*")
_STOP = re.compile(r"[.?!…]+[\"'”’»)]*\s+(?=[\"'“‘«(¿¡]*[A-ZÁÉÍÓÚÑ])")
_STUTTER = re.compile(r"(\w{2,5})\1{3}")
_MOST_LENGTH = 5000


def check(source: str, target: str, direction: Direction) -> tuple[str, ...]:
    """Return the codes of what looks wrong about `target` as a translation of `source`, empty when nothing does."""
    if not any(character.isalnum() for character in target):
        return ("empty",) if any(character.isalnum() for character in source) else ()
    source, target = source[:_MOST_LENGTH], target[:_MOST_LENGTH]
    asked, given = _WORD.findall(source), _WORD.findall(target)
    found: list[str] = []
    if _is_truncated(source, target, asked, given):
        found.append("truncated")
    if _is_looping(asked, given) or (_STUTTER.search(target) and not _STUTTER.search(source)):
        found.append("looping")
    if _is_untranslated(asked, given, direction):
        found.append("untranslated")
    elif _is_wrong_language(given, direction):
        found.append("language")
    if changed_numbers(source, target, direction):
        found.append("numbers")
    if sum(map(source.count, DOUBLES)) != sum(map(target.count, DOUBLES)):
        found.append("marks")
    return tuple(found)


def _is_truncated(source: str, target: str, asked: Sequence[str], given: Sequence[str]) -> bool:
    """Tell whether less than half came back, or a sentence of several is gone."""
    if len(asked) < 6:
        return False
    if len(given) < 0.5 * len(asked) and len(target) < 0.55 * len(source):
        return True
    sentences = len(_STOP.findall(source)) - len(_STOP.findall(target))
    return sentences > 0 and len(target) < 0.7 * len(source)


def _is_looping(asked: Sequence[str], given: Sequence[str]) -> bool:
    """Tell whether words repeat side by side more often than in the source, or the text runs on."""
    if len(given) > 3 * len(asked) + 8:
        return True
    return _longest_repeat(given) > max(_longest_repeat(asked), 1)


def _longest_repeat(words: Sequence[str]) -> int:
    """Return the number of spare repetitions of a group of 1 to 6 words in a row: "no no no" has 2."""
    low = [word.lower() for word in words]
    longest = 0
    for size in range(1, 7):
        same = [word == earlier for earlier, word in zip(low, low[size:], strict=False)]
        if sum(same) < size:
            continue
        run = 0
        for repeated in same:
            run = run + 1 if repeated else 0
            longest = max(longest, run // size)
    return longest


def _is_untranslated(asked: Sequence[str], given: Sequence[str], direction: Direction) -> bool:
    """Tell whether most of the source's own small and common words came back as they were."""
    own = [word for word in asked if word.islower() and len(word) > 2]
    if len(own) < 2:
        return False
    copied = Counter(own) & Counter(given)
    share = sum(copied.values()) / len(own)
    if share > 0.8 and [word.lower() for word in asked] == [word.lower() for word in given]:
        return True
    return len(own) >= 4 and share > 0.6


def _is_wrong_language(given: Sequence[str], direction: Direction) -> bool:
    """Tell whether the function words are those of the source's language; short texts and other languages pass."""
    wrong, right = (FUNCTION_WORDS.get(code, frozenset()) for code in direction)
    if not wrong or not right:
        return False
    low = [word.lower() for word in given]
    bad = sum(word in wrong for word in low)
    good = sum(word in right for word in low)
    return bad >= 3 and bad > good


def is_in(text: str, language: Language) -> bool:
    """Tell whether `text` is plainly in `language` and not in the other one, by its small words."""
    low = [word.lower() for word in _WORD.findall(text[:_MOST_LENGTH])]
    own = sum(word in FUNCTION_WORDS[language] for word in low)
    others = sum(word in FUNCTION_WORDS[other_language(language)] for word in low)
    return own >= 3 and others == 0 and len(low) >= 4


def changed_numbers(source: str, target: str, direction: Direction) -> tuple[list[Span], list[Span]] | None:
    """Return the numbers of the source that the target lacks and the other way round, None when all is well.

    Numbers are compared by their digits, whatever separates them; a number may become its word and back, and scales
    (million, billion) may move digits.
    """
    asked, given = _numbers(source), _numbers(target)
    missing, extra = Counter(asked.keys()), Counter(given.keys())
    lost = [span for key in missing if key not in given for span in asked[key]]
    new = [span for key in extra if key not in asked for span in given[key]]
    if not lost and not new:
        return None
    low_source, low_target = _WORD.findall(source.lower()), _WORD.findall(target.lower())
    scaled = any(word in SCALE_WORDS for word in low_source + low_target)
    if scaled and len(lost) == len(new) and direction.source != direction.target:
        return None
    lost = [span for span in lost if not _is_spelled(span.of(source), low_target, direction.target)]
    new = [span for span in new if not _is_spelled(span.of(target), low_source, direction.source)]
    return (lost, new) if lost or new else None


def _numbers(text: str) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for match in _NUMBER.finditer(text):
        digits = "".join(character for character in match.group() if character.isdigit())
        found.setdefault(digits.lstrip("0") or "0", []).append(Span(*match.span()))
    return found


def _is_spelled(number: str, words: Sequence[str], language: str) -> bool:
    spelled = NUMBER_WORDS.get(language, {}).get(number.lstrip("0"), ())
    return any(word in words for word in spelled)
