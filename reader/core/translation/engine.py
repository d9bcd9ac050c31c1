"""The real translator: CTranslate2 on the folder of an Argos package, one batch after another, always cancellable."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from reader.core.errors import TranslationError
from reader.core.model import Span, Translation
from reader.core.translation.alignment import word_links
from reader.core.translation.argos import open_tokenizer
from reader.core.translation.base import CancelToken, Direction
from reader.core.translation.model_file import check_vocabulary
from reader.core.translation.parts import MOST_TOKENS, joined, part_spans
from reader.core.translation.room import fitting_workers, is_lack, require_batch
from reader.core.translation.tokens import Tokenizer

# Texts in a batch. Each step of decoding costs nearly the same for one text as for many, so that texts count, not
# tokens: batches of equal tokens cost 11 to 13 % more processor time than a bare model, these 6 %.
MOST_BATCH_TEXTS = 20
MOST_BATCH_TOKENS = 2048  # with padding; bounds memory and how long a cancelled batch lingers
# Argos uses 0.2, which favours short answers; 1.0 costs no time and gains 0.1 BLEU on 500 sentences of news, beam 2.
LENGTH_PENALTY = 1.0
_POLL = 0.002  # seconds between two looks at a running batch


class _Part(NamedTuple):
    """A stretch of one text that goes through the model in one piece."""

    owner: int
    span: Span
    text: str
    tokens: list[str]
    places: list[Span]


@dataclass(frozen=True, slots=True)
class _Loaded:
    tokenizer: Tokenizer
    model: Any
    workers: int


class ArgosTranslator:
    """One direction of one package; loads on first use.

    A sentence of more than `longest` tokens is cut into clauses where it can be.
    `threads` is the number of cores to use, 0 for all but none more than eight. Every core works on a batch of its
    own, which on small models is twice as fast as sharing one.
    """

    def __init__(
        self,
        folder: Path,
        direction: Direction,
        fingerprint: str,
        *,
        prefix: str = "",
        beam: int = 2,
        threads: int = 0,
        longest: int = MOST_TOKENS,
    ) -> None:
        self.direction = direction
        self.fingerprint = fingerprint
        self.beam = beam
        self._folder = folder
        self._prefix = [prefix] if prefix else []
        self._longest = longest
        self._workers = worker_count(threads)
        self._lock = threading.RLock()
        self._loading: Future[_Loaded] | None = None

    @property
    def loaded(self) -> bool:
        """Whether the model is in memory."""
        return self._loading is not None and self._loading.done()

    def load(self) -> None:
        """Read model and tokenizer now, not on first use. Raises TranslationError("engine_start"/"engine_memory")."""
        self._ready(None)

    def unload(self) -> None:
        """Give model and tokenizer back; the next call loads them again."""
        with self._lock:
            self._loading = None

    def translate(
        self,
        texts: Sequence[str],
        *,
        beam: int | None = None,
        careful: bool = False,
        cancel: CancelToken | None = None,
    ) -> list[Translation]:
        """Translate each text, in order, with word links; `careful` forbids repeated phrases.

        Raises Cancelled within a few milliseconds of being asked to, TranslationError: "engine_start", "engine",
        "engine_memory", after which nothing of the model is kept.
        """
        options: dict[str, Any] = {"beam_size": beam or self.beam}
        if careful:
            options |= {"no_repeat_ngram_size": 3, "repetition_penalty": 1.1}
        loaded = self._ready(cancel)
        parts: list[_Part] = []
        for owner, text in enumerate(texts):
            if cancel is not None:
                cancel.raise_if_set()
            parts += self._parts(loaded.tokenizer, owner, text)
        done: dict[int, list[tuple[Span, Translation]]] = {}
        for part, result in self._run(loaded, parts, options, cancel):
            done.setdefault(part.owner, []).append((part.span, self._translation(loaded.tokenizer, part, result, 0)))
        return [_whole(text, done.get(owner, [])) for owner, text in enumerate(texts)]

    def alternatives(self, text: str, count: int, *, cancel: CancelToken | None = None) -> list[str]:
        """Return up to `count` different translations of `text`, likeliest first. Raises as `translate` does."""
        loaded = self._ready(cancel)
        options = {"beam_size": count + 4, "num_hypotheses": count + 4}
        results = list(self._run(loaded, list(self._parts(loaded.tokenizer, 0, text)), options, cancel))
        found: dict[str, None] = {}
        for rank in range(count + 4):
            done = [
                (part.span, self._translation(loaded.tokenizer, part, result, min(rank, len(result.hypotheses) - 1)))
                for part, result in results
            ]
            found.setdefault(_whole(text, done).text)
        return list(found)[:count]

    def pieces(self, word: str, *, cancel: CancelToken | None = None) -> int:
        """Return how many tokens `word` takes. Raises as `translate` does."""
        return len(self._ready(cancel).tokenizer.encode(word).tokens)

    def _ready(self, cancel: CancelToken | None) -> _Loaded:
        """Return model and tokenizer, loading them on a thread of its own so that nobody has to wait for them."""
        with self._lock:
            if self._loading is None:
                loading = Future[_Loaded]()
                with self._explained():
                    threading.Thread(target=self._load_into, args=(loading,), name="comillas-load").start()
                self._loading = loading
            else:
                loading = self._loading
                require_batch()
        _wait(loading, cancel)
        try:
            return loading.result()
        except TranslationError:
            with self._lock:
                if self._loading is loading:
                    self._loading = None
            raise

    def _load_into(self, loading: Future[_Loaded]) -> None:
        try:
            workers = fitting_workers(self._folder, self._workers)
            with ThreadPoolExecutor(1) as pool:  # the two read different files: together they take the longer's time
                tokenizer = pool.submit(open_tokenizer, self._folder)
                model = open_model(self._folder, workers)
                loading.set_result(_Loaded(tokenizer.result(), model, workers))
        except TranslationError as error:
            loading.set_exception(error)
        except BaseException as error:  # libraries raise anything; Argos exits over a bad bpe.model
            code = "engine_memory" if is_lack(error) else "engine_start"
            loading.set_exception(TranslationError(code, str(error), package=self._folder.name))

    def _run(
        self, loaded: _Loaded, parts: Sequence[_Part], options: dict[str, Any], cancel: CancelToken | None
    ) -> Iterator[tuple[_Part, Any]]:
        """Send parts of like length together, a batch per core at once, and yield what comes back."""
        waiting = deque(_batches(parts, loaded.workers))
        running: deque[tuple[list[_Part], list[Any]]] = deque()
        while waiting or running:
            if cancel is not None:
                cancel.raise_if_set()
            while waiting and len(running) <= loaded.workers:
                batch = waiting.popleft()
                with self._explained():
                    running.append((batch, self._start(loaded, batch, options)))
            batch, results = running.popleft()
            _wait(results[-1], cancel)
            with self._explained():
                done = [result.result() for result in results]
            yield from zip(batch, done, strict=True)

    def _parts(self, tokenizer: Tokenizer, owner: int, text: str) -> Iterator[_Part]:
        """Cut `text` into what the model can take; nothing at all for a text without a letter."""
        if not any(map(str.isalpha, text)):
            return
        whole = tokenizer.encode(text)
        spans = part_spans(text, whole.spans, comfortable=self._longest)
        for span in spans:
            piece = span.of(text)
            tokens, places = whole if piece == text else tokenizer.encode(piece)
            if tokens:
                yield _Part(owner, span, piece, tokens, places)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what CTranslate2 raises into TranslationErrors."""
        try:
            yield
        except (MemoryError, RuntimeError, ValueError) as error:
            lack = is_lack(error)
            if lack:
                self.unload()  # the article needs the room more
            code = "engine_memory" if lack else "engine"
            raise TranslationError(code, str(error), package=self._folder.name) from error

    def _start(self, loaded: _Loaded, batch: Sequence[_Part], options: dict[str, Any]) -> list[Any]:
        longest = max(len(part.tokens) for part in batch)
        started: list[Any] = loaded.model.translate_batch(
            [part.tokens for part in batch],
            target_prefix=[self._prefix] * len(batch) if self._prefix else None,
            asynchronous=True,
            length_penalty=LENGTH_PENALTY,
            max_input_length=0,
            max_decoding_length=2 * longest + 32,  # a model that loops is stopped early
            replace_unknowns=True,
            return_attention=True,
            **options,
        )
        return started

    def _translation(self, tokenizer: Tokenizer, part: _Part, result: Any, rank: int) -> Translation:
        tokens, attention = result.hypotheses[rank], result.attention[rank]
        if self._prefix and tokens[:1] == self._prefix:
            tokens, attention = tokens[1:], attention[-len(tokens) + 1 :]
        text, places = tokenizer.decode(tokens)
        return Translation(text, links=word_links(part.text, part.places, text, places, attention))


def _wait(result: Any, cancel: CancelToken | None) -> None:
    """Wait until `result`, anything with `done()`, is there. Raises Cancelled at once when asked."""
    while cancel is not None and not result.done():
        if cancel.wait(_POLL):
            cancel.raise_if_set()


def worker_count(threads: int) -> int:
    """Return how many batches to run at once: `threads`, or for 0 one per core this process may use, eight at most."""
    if threads:
        return threads
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(available, 8)


def open_model(folder: Path, workers: int = 1) -> Any:
    """Load the CTranslate2 model of the Argos package in `folder`; raises what CTranslate2 raises, and ValueError.

    The type of computation is left to the model: forcing one has produced garbage with some official packages
    (argos-translate, pull request 511).
    """
    check_vocabulary(folder / "model")
    import ctranslate2  # noqa: PLC0415 - 0.1 s that a reader who translates nothing need not spend

    return ctranslate2.Translator(
        str(folder / "model"),
        device="cpu",
        compute_type="default",
        inter_threads=workers,
        intra_threads=1,
        max_queued_batches=-1,  # asking never blocks, not even behind batches that were cancelled
    )


def _batches(parts: Sequence[_Part], workers: int) -> Iterator[list[_Part]]:
    """Group parts of like length, so that little is padded, a batch at least for every core; longest first."""
    number = max(workers, -(-len(parts) // MOST_BATCH_TEXTS))
    most = -(-len(parts) // number)
    batch: list[_Part] = []
    for part in sorted(parts, key=lambda part: len(part.tokens), reverse=True):
        if batch and (len(batch) == most or len(batch[0].tokens) * (len(batch) + 1) > MOST_BATCH_TOKENS):
            yield batch
            batch = []
        batch.append(part)
    if batch:
        yield batch


def _whole(text: str, done: Sequence[tuple[Span, Translation]]) -> Translation:
    """Return the translation of `text` from its parts; a text without any stays as it is."""
    if not done:
        return Translation(text)
    ordered = sorted(done, key=lambda item: item[0])
    return joined(text, [span for span, _ in ordered], [part for _, part in ordered])
