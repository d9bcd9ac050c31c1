"""A session: what is translated first, what stopping and failing leave behind, what is remembered."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.core.errors import TranslationError
from reader.core.loaders import article_from_text
from reader.core.model import Quote, QuoteKind, Segment, SegmentRole, Span
from reader.core.paths import DataDir
from reader.core.storage import Library
from reader.core.translation.fake import FakeTranslator
from reader.core.translation.service import TranslationService
from reader.qt.controller import Services, Session
from reader.qt.jobs import JobRunner
from reader.qt.picking import BATCH_SEGMENTS, Queue
from reader.qt.preferences import Preferences
from reader.qt.program import GARBAGE, Program
from reader.qt.state import Answer, Flow, Phase, Question
from tests.helpers.packages import NAME
from tests.helpers.window import STORY, long_story

Make = Callable[..., Session]


@pytest.fixture
def make(qapp: object, data_dir: Path) -> Iterator[Make]:
    """Build sessions over one data folder; `gate` is called before each text that is translated."""
    built: list[Services] = []

    def session(gate: Callable[[str], None] | None = None) -> Session:
        data = DataDir(data_dir)
        preferences = Preferences(data.settings)
        service = TranslationService(
            data, preferences.settings, make=lambda package, fp: FakeTranslator(package.direction, gate=gate)
        )
        services = Services(JobRunner(), service, Library(data), preferences)
        built.append(services)
        return Session(services)

    yield session
    for services in built:
        assert services.jobs.close(5)
        services.translation.close()
        services.library.close()


def wait_for(qtbot: QtBot, session: Session, *flows: Flow) -> None:
    qtbot.waitUntil(lambda: session.state.analysis is not None and session.state.flow in flows, timeout=15_000)


def test_an_article_shows_before_anything_is_found_in_it(make: Make) -> None:
    session = make()
    states = []
    session.changed.connect(states.append)
    session.show(article_from_text(STORY))
    assert states[0].phase is Phase.READING
    assert states[0].analysis is None


def test_everything_is_translated_and_counted(qtbot: QtBot, make: Make) -> None:
    session = make()
    session.show(article_from_text(STORY))
    wait_for(qtbot, session, Flow.DONE)
    assert session.state.done == session.state.total > 8
    assert all(not block.pending for block in session.blocks.values())
    assert session.state.package == NAME


def segment(index: int, block: int, *, quote: int | None = None) -> Segment:
    role = SegmentRole.SENTENCE if quote is None else SegmentRole.QUOTE
    return Segment(index, block, f"segment {index}", (Span(index * 20, index * 20 + 15),), role, quote)


def test_quotes_in_sight_come_first_then_sentences_in_sight_then_what_lies_ahead() -> None:
    segments = [segment(n, n // 2, quote=n // 2 if n % 2 else None) for n in range(20)]
    quotes = [
        Quote(n, Span(n * 40 + 20, n * 40 + 35), Span(n * 40 + 21, n * 40 + 34), QuoteKind.SPEECH, n) for n in range(10)
    ]
    queue = Queue(segments, quotes)
    queue.watch(range(4, 6), sentences=True)
    done: set[int] = set()
    order = []
    while batch := queue.next_batch(done):
        assert len(batch) <= BATCH_SEGMENTS
        order += [s.index for s in batch]
        done |= {s.index for s in batch}
    assert order[:4] == [9, 11, 8, 10]
    assert order[4:12] == list(range(12, 20))
    assert sorted(order) == list(range(20))


def test_what_comes_into_sight_is_next(qtbot: QtBot, make: Make) -> None:
    started, go = threading.Event(), threading.Event()

    def gate(text: str) -> None:
        started.set()
        assert go.wait(timeout=10)

    session = make(gate)
    order: list[int] = []
    session.translated.connect(lambda blocks: order.extend(block.block for block in blocks))
    session.watch(range(0, 3), sentences=True)
    session.show(article_from_text(long_story(60)))
    qtbot.waitUntil(started.is_set, timeout=10_000)
    session.watch(range(40, 42), sentences=True)
    go.set()
    wait_for(qtbot, session, Flow.DONE)
    assert {40, 41} <= set(order[:8])
    assert order.index(45) < order.index(20)


def test_stopping_keeps_what_is_done_and_resuming_goes_on(qtbot: QtBot, make: Make) -> None:
    count, stop_at = [0], threading.Event()

    def gate(text: str) -> None:
        count[0] += 1
        if count[0] == 6:
            stop_at.set()

    session = make(gate)
    session.translated.connect(lambda blocks: stop_at.is_set() and session.stop())
    session.show(article_from_text(long_story(40)))
    wait_for(qtbot, session, Flow.STOPPED)
    kept = session.state.done
    assert 0 < kept < session.state.total
    assert session.blocks
    stop_at.clear()
    count[0] = 1000
    session.resume()
    wait_for(qtbot, session, Flow.DONE)
    assert session.state.done == session.state.total


def test_what_was_translated_is_there_at_once_the_next_time(qtbot: QtBot, make: Make) -> None:
    first = make()
    first.show(article_from_text(STORY))
    wait_for(qtbot, first, Flow.DONE)
    asked: list[str] = []
    second = make(asked.append)
    second.show(article_from_text(STORY))
    wait_for(qtbot, second, Flow.DONE)
    assert not asked
    assert second.blocks == first.blocks


def test_a_failing_engine_is_told_and_can_be_tried_again(qtbot: QtBot, make: Make) -> None:
    broken = [True]

    def gate(text: str) -> None:
        if broken[0]:
            raise TranslationError("engine", "out of luck")

    session = make(gate)
    session.show(article_from_text(STORY))
    wait_for(qtbot, session, Flow.FAILED)
    assert session.state.problem is not None
    assert session.state.problem.code == "engine"
    broken[0] = False
    session.resume()
    wait_for(qtbot, session, Flow.DONE)
    assert session.state.problem is None


def test_a_missing_file_is_a_state_not_a_crash(qtbot: QtBot, make: Make) -> None:
    session = make()
    session.open("/no/such/file.txt")
    qtbot.waitUntil(lambda: session.state.phase is Phase.FAILED)
    assert session.state.problem is not None
    assert session.state.problem.code == "missing"


def test_another_language_turns_the_direction_round_and_is_remembered(qtbot: QtBot, make: Make) -> None:
    session = make()
    session.show(article_from_text(STORY))
    wait_for(qtbot, session, Flow.DONE)
    session.choose_language("es")
    qtbot.waitUntil(lambda: session.state.direction is not None and session.state.direction.source == "es")
    wait_for(qtbot, session, Flow.DONE)
    again = make()
    again.show(article_from_text(STORY))
    wait_for(qtbot, again, Flow.DONE)
    assert again.state.analysis is not None
    assert again.state.analysis.language.chosen
    assert again.state.analysis.language.language == "es"


def quotes_of(session: Session) -> tuple[Quote, ...]:
    assert session.state.analysis is not None
    return session.state.analysis.quotes


def test_corrections_stars_and_notes_are_remembered(qtbot: QtBot, make: Make) -> None:
    session = make()
    session.show(article_from_text(STORY))
    wait_for(qtbot, session, Flow.DONE)
    [first, second, *_] = quotes_of(session)
    session.star(first, True)
    session.note(second, "ask her")
    session.correct(first, speaker="Someone Else")
    qtbot.waitUntil(
        lambda: quotes_of(session)[0].speaker is not None and quotes_of(session)[0].speaker.name == "Someone Else"
    )
    wait_for(qtbot, session, Flow.DONE)
    assert session.state.done == session.state.total, "a correction translates nothing twice"
    again = make()
    again.show(article_from_text(STORY))
    wait_for(qtbot, again, Flow.DONE)
    speaker = quotes_of(again)[0].speaker
    assert speaker is not None
    assert speaker.name == "Someone Else"
    assert again.state.notes[0].starred
    assert again.state.notes[1].text == "ask her"


def test_a_persons_own_words_stand_and_can_be_taken_back(qtbot: QtBot, make: Make) -> None:
    session = make()
    session.show(article_from_text(STORY))
    wait_for(qtbot, session, Flow.DONE)
    quote = quotes_of(session)[0]
    [own, *_] = session.segments_of(quote)
    before = session.translation_of(own)
    session.edit(own, "Cuarenta años esperando")
    qtbot.waitUntil(lambda: session.translation_of(own) != before)
    block = session.blocks[own.block]
    assert "Cuarenta años esperando" in block.quotes[quote.index][1].of(block.text)
    session.edit(own, None)
    qtbot.waitUntil(lambda: session.translation_of(own) == before)


@pytest.mark.parametrize("question", list(Question))
def test_questions_about_a_quote_are_answered(qtbot: QtBot, make: Make, question: Question) -> None:
    session = make()
    session.show(article_from_text(STORY))
    wait_for(qtbot, session, Flow.DONE)
    with qtbot.waitSignal(session.answered, timeout=5000) as signal:
        session.ask(quotes_of(session)[0], question)
    answer = signal.args[0]
    assert isinstance(answer, Answer)
    assert answer.question is question
    assert all(answer.texts)


def test_a_closed_session_says_nothing_more(qtbot: QtBot, make: Make) -> None:
    session = make()
    session.show(article_from_text(long_story(40)))
    told = []
    session.close()
    session.changed.connect(told.append)
    other = make()
    other.show(article_from_text(STORY))
    wait_for(qtbot, other, Flow.DONE)
    assert not told


def test_without_a_package_it_says_so_and_goes_on_when_one_arrives(
    qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = make()
    with monkeypatch.context() as none:
        none.setattr("reader.core.translation.packages.Registry.package_for", lambda self, direction: None)
        session.show(article_from_text(STORY))
        wait_for(qtbot, session, Flow.NO_PACKAGE)
        assert session.state.package == ""
    session.resume()
    wait_for(qtbot, session, Flow.DONE)


def test_garbage_is_looked_for_while_nobody_waits(program: Program) -> None:
    class Knot:
        def __init__(self) -> None:
            self.itself = self

    gc.disable()
    try:
        knot = weakref.ref(Knot())
        program.window.tabs.front_changed.emit()  # as scrolling does
        program.rest()
        assert knot() is not None
        program._moved = 0.0
        program.rest()
        assert knot() is None
    finally:
        gc.enable()
    assert gc.get_threshold() == GARBAGE
