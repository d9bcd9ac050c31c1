"""Say who speaks each turn of a conversation, all turns together: the cheapest way to give them out.

A turn costs what speaks against a speaker: other words that name one ("said Walt"), a pronoun of the other gender, what
somebody else does in the same paragraph, being spoken to in it. Two turns under each other by one speaker cost much, a
third party a little. The costs were set by reading stories, not learned: news, which is annotated, has few talks.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.core.quotes.parties import Party

# What a speaker costs against whom the words of the turn speak.
FIRM = 300
BESIDE = 60  # "“Ah.” He considered the pears."
LEADING = 50  # "Soledad carraspeó y empezó:"
BEFORE = 22  # the narration before the turn is about somebody else,
LEFT_OUT = 45  # and the verb leaves its subject out: "dijo"
ADDRESSED = 70
OLDER = 20  # a pronoun that takes up not the last of its gender but one before
STRANGER = 40  # somebody whom the text does not name
INTERVIEWER = 10  # and who asks the only one it names,
ASKED = 12  # who does not ask
IDLE = 30  # somebody who never speaks or does anything
UNSEEN = 30  # somebody who only comes in later
NEAR = 40  # turns before and after in which a party must be mentioned to speak
AWAY = ((2, 0), (6, 8), (NEAR, 20))  # somebody last seen so many turns ago
# What it costs that a turn follows another.
AGAIN = 80  # by the same speaker, right under it
AGAIN_LATER = 15  # with narration between
THIRD = 12  # by neither of the last two
ANSWERED = 14  # whom the turn before speaks to does not answer
CHOICES = 4  # how many may speak a turn, strangers counted

_Pair = tuple[int, int]
_NOBODY = -1  # who speaks before the first turn


@dataclass(slots=True, eq=False)
class Evidence:
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
    """A turn with who may speak it and what that costs; parties are numbers, one more than there are a stranger."""

    own: dict[int, int]
    spoken_to: list[int]  # in the turn before
    leading: int
    after_gap: bool

    def costs(self, last: int) -> list[tuple[int, int, int]]:
        """Return who may speak after `last`, and what that costs if they spoke the turn before `last` too, and if not.

        A third party costs more; right after themselves nobody is one.
        """
        again = AGAIN_LATER if self.after_gap else AGAIN
        found: list[tuple[int, int, int]] = []
        for now, own in self.own.items():
            cost = own + (ANSWERED if self.spoken_to and now not in self.spoken_to else 0)
            if now == last:
                cost += 0 if self.after_gap and now == self.leading else again
            found.append((now, cost, cost if last in (now, _NOBODY) else cost + THIRD))
        return found


def give_out(turns: Sequence[Evidence], parties: Sequence[Party]) -> list[tuple[Party | None, int]]:
    """Return the speaker of every turn, None for a stranger, and by how much the next best would cost more.

    Where only one party takes part, an interview, the stranger is who asks.
    """
    steps = [*_Scene(turns, parties).steps()]
    ahead: list[dict[_Pair, int]] = []
    reached = {(_NOBODY, _NOBODY): 0}
    for step in steps:
        following: dict[_Pair, int] = {}
        after = {last: step.costs(last) for _, last in reached}
        for (before, last), cost in reached.items():
            for now, same, third in after[last]:
                total = cost + (same if before in (now, _NOBODY) else third)
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
            step, later, behind = steps[number], behind, {}
            after = {last: step.costs(last) for _, last in ahead[number - 1]}
            for before, last in ahead[number - 1]:
                behind[before, last] = min(
                    [
                        (same if before in (now, _NOBODY) else third) + later[last, now]
                        for now, same, third in after[last]
                    ]
                )
    found.reverse()
    return found


class _Scene:
    """Turns and parties, asked who may speak which turn."""

    def __init__(self, turns: Sequence[Evidence], parties: Sequence[Party]) -> None:
        self._turns = turns
        self._parties = parties
        self._starts = [turn.start for turn in turns]
        self._numbers = {id(party): number for number, party in enumerate(parties)}
        self._alone = sum(party.active or (party.named and party.gender > 0) for party in parties) == 1

    def steps(self) -> Iterator[_Step]:
        """Yield the turns with who may speak them."""
        spoken_to: list[int] = []
        for number, turn in enumerate(self._turns):
            leading = self._numbers[id(turn.leading)] if turn.leading is not None else _NOBODY
            yield _Step(self._choices(number, turn), spoken_to, leading, turn.after_gap)
            spoken_to = [self._numbers[id(party)] for party in turn.addressed]

    def _choices(self, number: int, turn: Evidence) -> dict[int, int]:
        """Return who may speak a turn and what that costs."""
        if turn.said_by is not None:
            return {self._numbers[id(turn.said_by)]: 0}
        until = self._starts[number + NEAR] if number + NEAR < len(self._turns) else sys.maxsize
        costs = [(_stranger(turn, alone=self._alone), len(self._parties))]
        asked = ASKED if self._alone and turn.asks else 0
        recent = self._recent(turn)
        for index, party in enumerate(self._parties):
            presence = self._presence(number, turn.start, until, party)
            if presence is not None:
                costs.append((_own(turn, party, recent) + presence + asked, index))
        costs.sort()
        return {index: cost for cost, index in costs[:CHOICES]}

    def _presence(self, number: int, start: int, until: int, party: Party) -> int | None:
        """Return what it costs that a party has not been seen for a while; None when it is nowhere near."""
        if party.narrator:
            return 0
        place = bisect_right(party.seen, start)
        if not place:
            return UNSEEN if party.seen and party.seen[0] <= until else None
        turns_ago = number - bisect_left(self._starts, party.seen[place - 1])
        if turns_ago > NEAR:
            return None
        return next(cost for most, cost in AWAY if turns_ago <= most)

    def _recent(self, turn: Evidence) -> list[Party]:
        """Return those whom the pronoun of a turn may take up, the last seen first."""
        gender = turn.gender or turn.acting_gender
        if not gender:
            return []
        before = [
            (-party.seen[bisect_left(party.seen, turn.start) - 1], number)
            for number, party in enumerate(self._parties)
            if party.leaning == gender and party.seen and party.seen[0] < turn.start
        ]
        return [self._parties[number] for _, number in sorted(before)]


def _own(turn: Evidence, party: Party, recent: Sequence[Party]) -> int:
    """Return what it costs that a party speaks a turn, whoever spoke before."""
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
    if party is not turn.leading:
        cost += _led(turn)
    if party in turn.addressed:
        cost += ADDRESSED
    return cost if party.active else cost + IDLE


def _stranger(turn: Evidence, *, alone: bool) -> int:
    """Return what it costs that somebody speaks a turn whom the text does not name."""
    cost = INTERVIEWER if alone else STRANGER
    return cost + _led(turn) + (BESIDE if turn.acting is not None else 0)


def _led(turn: Evidence) -> int:
    """Return what it costs that somebody else speaks than whom the narration before a turn is about."""
    if turn.leading is None:
        return 0
    return LEADING if turn.announced else LEFT_OUT if turn.unnamed else BEFORE
