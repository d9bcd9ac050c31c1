"""Say who speaks each turn of a conversation, all turns together: the cheapest way to give them out.

A turn costs what speaks against a speaker: other words that name one ("said Walt"), a pronoun of the other gender, what
somebody else does in the same paragraph, being spoken to in it. Two turns under each other by one speaker cost much, a
third party a little. The costs were set by reading stories, not learned: news, which is annotated, has few talks.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.core.quotes.parties import Party

# What a speaker costs against whom the words of the turn speak.
FIRM = 300
BESIDE = 60  # "“Ah.” He considered the pears."
LEADING = 50  # "Soledad carraspeó y empezó:"
BEFORE = 15  # the narration before the turn is about somebody else,
LEFT_OUT = 45  # and the verb leaves its subject out: "dijo"
ADDRESSED = 70
OLDER = 10  # a pronoun that takes up not the last of its gender but one before
STRANGER = 40  # somebody whom the text does not name
INTERVIEWER = 10  # and who asks the only one it names,
ASKED = 12  # who does not ask
IDLE = 30  # somebody who never speaks or does anything
UNSEEN = 30  # somebody who only comes in later
AWAY = ((2, 0), (6, 5), (1 << 30, 12))  # somebody last seen so many turns ago
# What it costs that a turn follows another.
AGAIN = 80  # by the same speaker, right under it
AGAIN_LATER = 25  # with narration between
THIRD = 12  # by neither of the last two
ANSWERED = 8  # whom the turn before speaks to does not answer
CHOICES = 5  # how many may speak a turn, strangers counted
NEAR = 40  # turns before and after in which a party must be mentioned to speak

_Pair = tuple[int, int]
_NOBODY = -1  # who speaks before the first turn


@dataclass(slots=True, eq=False)
class Turn:
    """What a turn says of its speaker."""

    start: int = 0  # offset
    said_by: Party | None = None
    gender: int = 0  # of a pronoun beside the verb
    pronoun: bool = False
    unnamed: bool = False  # a verb without a subject that is not the narrator's: "dijo"
    acting: Party | None = None
    acting_gender: int = 0
    leading: Party | None = None  # whom the narration before is about
    announced: bool = False  # and it ends with a colon
    addressed: list[Party] = field(default_factory=list)
    asks: bool = False
    after_gap: bool = False  # narration stands before it


@dataclass(slots=True)
class _Step:
    """A turn with who may speak it and what that costs; parties are numbers, one more than there are is a stranger."""

    own: dict[int, int]
    spoken_to: list[int]  # in the turn before
    leading: int
    after_gap: bool

    def cost(self, before: int, last: int, now: int) -> int:
        """Return what it costs that `now` speaks after `last`, who spoke after `before`."""
        cost = self.own[now] + (ANSWERED if self.spoken_to and now not in self.spoken_to else 0)
        if now == last:
            return cost + (AGAIN if not self.after_gap else 0 if now == self.leading else AGAIN_LATER)
        return cost if now == before or _NOBODY in (last, before) else cost + THIRD


def give_out(turns: Sequence[Turn], parties: Sequence[Party]) -> list[tuple[Party | None, int]]:
    """Return the speaker of every turn, None for a stranger, and by how much the next best would cost more.

    Where only one party takes part, an interview, the stranger is who asks.
    """
    steps = _steps(turns, parties)
    ahead: list[dict[_Pair, int]] = []
    reached = {(_NOBODY, _NOBODY): 0}
    for step in steps:
        following: dict[_Pair, int] = {}
        for (before, last), cost in reached.items():
            for now in step.own:
                total = cost + step.cost(before, last, now)
                if total < following.get((last, now), sys.maxsize):
                    following[last, now] = total
        ahead.append(following)
        reached = following
    behind = dict.fromkeys(reached, 0)
    found: list[tuple[Party | None, int]] = []
    for number in range(len(steps) - 1, -1, -1):
        totals: dict[int, int] = {}
        for pair, cost in ahead[number].items():
            totals[pair[1]] = min(totals.get(pair[1], sys.maxsize), cost + behind[pair])
        best, *others = sorted(totals, key=totals.__getitem__)
        margin = totals[others[0]] - totals[best] if others else FIRM
        found.append((parties[best] if best < len(parties) else None, margin))
        if number:
            step = steps[number]
            behind = {
                (before, last): min(step.cost(before, last, now) + behind[last, now] for now in step.own)
                for before, last in ahead[number - 1]
            }
    found.reverse()
    return found


def _steps(turns: Sequence[Turn], parties: Sequence[Party]) -> list[_Step]:
    """Return the turns with who may speak them."""
    alone = sum(party.active for party in parties) == 1
    numbers = {id(party): number for number, party in enumerate(parties)}
    steps: list[_Step] = []
    for number, turn in enumerate(turns):
        spoken_to = [numbers[id(party)] for party in turns[number - 1].addressed] if number else []
        leading = numbers[id(turn.leading)] if turn.leading is not None else _NOBODY
        steps.append(_Step(_choices(turns, number, parties, alone=alone), spoken_to, leading, turn.after_gap))
    return steps


def _choices(turns: Sequence[Turn], number: int, parties: Sequence[Party], *, alone: bool) -> dict[int, int]:
    """Return who may speak a turn and what that costs; one more than there are parties is a stranger."""
    turn = turns[number]
    since = turns[number - NEAR].start if number > NEAR else 0
    until = turns[number + NEAR].start if number + NEAR < len(turns) else sys.maxsize
    costs = {len(parties): _stranger(turn, alone=alone)}
    recent = _recent(turn, parties)
    for index, party in enumerate(parties):
        if party is turn.said_by:
            return {index: 0}
        place = bisect_left(party.seen, since)
        around = place < len(party.seen) and party.seen[place] <= until
        if around or party.narrator or party is turn.leading or party is turn.acting:
            asked = ASKED if alone and turn.asks else 0
            costs[index] = _own(turn, party, recent) + _presence(turns, number, party) + asked
    return dict(sorted(costs.items(), key=lambda item: item[1])[:CHOICES])


def _presence(turns: Sequence[Turn], number: int, party: Party) -> int:
    """Return what it costs that a party has not been seen for a while."""
    if party.narrator:
        return 0
    last = bisect_left(party.seen, turns[number].start + 1) - 1
    if last < 0:
        return UNSEEN
    turns_ago = number - bisect_left(turns, party.seen[last], key=lambda turn: turn.start)
    return next(cost for most, cost in AWAY if turns_ago <= most)


def _recent(turn: Turn, parties: Sequence[Party]) -> list[Party]:
    """Return those whom the pronoun of a turn may take up, the last seen first."""
    gender = turn.gender or turn.acting_gender
    if not gender:
        return []
    before = [
        (party.seen[bisect_left(party.seen, turn.start) - 1], party)
        for party in parties
        if party.leaning == gender and party.seen and party.seen[0] < turn.start
    ]
    return [party for _, party in sorted(before, key=lambda item: -item[0])]


def _own(turn: Turn, party: Party, recent: Sequence[Party]) -> int:
    """Return what it costs that a party speaks a turn, whoever spoke before."""
    if turn.said_by is not None:
        return FIRM
    cost = 0
    if turn.pronoun and (party.narrator or not party.fits(turn.gender)):
        cost += FIRM
    if turn.unnamed and party.narrator:
        cost += FIRM
    if turn.acting is not None and party is not turn.acting:
        cost += BESIDE
    if turn.acting_gender and (party.narrator or not party.fits(turn.acting_gender)):
        cost += BESIDE
    if recent:
        cost += OLDER * min(3, recent.index(party) if party in recent else 2)
    if turn.leading is not None and party is not turn.leading:
        cost += LEADING if turn.announced else LEFT_OUT if turn.unnamed else BEFORE
    if party in turn.addressed:
        cost += ADDRESSED
    return cost if party.active else cost + IDLE


def _stranger(turn: Turn, *, alone: bool) -> int:
    """Return what it costs that somebody speaks a turn whom the text does not name."""
    if turn.said_by is not None:
        return FIRM
    cost = INTERVIEWER if alone else STRANGER
    if turn.acting is not None:
        cost += BESIDE
    if turn.leading is not None:
        cost += LEADING if turn.announced else LEFT_OUT if turn.unnamed else BEFORE
    return cost
