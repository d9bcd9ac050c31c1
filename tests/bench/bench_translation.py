"""Translation: speed against a bare CTranslate2 and against Argos, the first sentence, memory, reopening, cancelling.

Ratios are taken side by side in one run: the contestants take turns, and the best turn of each counts, so that
whatever else the machine does hits all of them alike. Stock Argos takes part when COMILLAS_ARGOS names a Python that
has argostranslate 1.11 with all that it asks for.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

from reader.core.analysis import analyse
from reader.core.errors import Cancelled
from reader.core.loaders import article_from_text, load
from reader.core.model import Segment
from reader.core.paths import DataDir, resources
from reader.core.settings import Settings
from reader.core.translation.argos import open_tokenizer
from reader.core.translation.base import CancelToken, Direction
from reader.core.translation.engine import ArgosTranslator, open_model, worker_count
from reader.core.translation.fake import FakeTranslator
from reader.core.translation.service import TranslationService
from tests.bench.figures import Figure
from tests.helpers.packages import BUNDLED

ROOT = Path(__file__).resolve().parents[2]
EN_ES, ES_EN = Direction("en", "es"), Direction("es", "en")
PACKAGE = BUNDLED["en-es"]
TURNS = 5
WORDS = 1500

# What the peer runs: stock Argos on the same package; its splitter is pre-set with our segments, so that it works
# offline and translates the very same sentences.
_PEER = """
import json, sys, time
from pathlib import Path
given = json.load(sys.stdin)
begun = time.perf_counter()
from argostranslate import package, translate
imported = time.perf_counter() - begun
language = translate.Language("en", "English"), translate.Language("es", "Spanish")
translation = translate.PackageTranslation(*language, package.Package(Path(given["package"])))
class Preset:
    def split_sentences(self, text):
        return given["paragraphs"][text]
translation.sentencizer = Preset()
translation.translate(next(iter(given["paragraphs"])))
turns = []
for _ in range(given["turns"]):
    begun = time.perf_counter()
    for paragraph in given["paragraphs"]:
        translation.translate(paragraph)
    turns.append(time.perf_counter() - begun)
memory = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS")) / 1024
print(json.dumps({"import": imported, "turns": turns, "memory": memory}))
"""

_FIRST = """
from reader.core.translation.service import TranslationService
from reader.core.settings import Settings
from reader.core.translation.base import Direction
from reader.core.model import Segment
from reader.core.paths import DataDir
from pathlib import Path
import sys
service = TranslationService(DataDir(Path(sys.argv[1])), Settings())
text = "The president said on Tuesday that he would travel to Madrid."
print(service.translate(Direction("en", "es"), [Segment(0, 0, text, ())])[0].text)
"""

_MEMORY = """
from reader.core.translation.engine import ArgosTranslator
from reader.core.settings import Settings
from reader.core.translation.base import Direction
from reader.core.paths import resources
import json, sys
texts = json.load(sys.stdin)
for source, target in (("en", "es"), ("es", "en")):
    [folder] = (resources() / "models").glob(f"translate-{source}_{target}-*")
    translator = ArgosTranslator(folder, Direction(source, target), "x")
    translator.translate(texts[source])
    globals()[source] = translator
print(next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS")) / 1024)
"""


def sample_segments(language: str, words: int) -> list[Segment]:
    """Return the segments of the samples in `language`, up to about `words` words."""
    found: list[Segment] = []
    for number, path in enumerate(sorted((resources() / "articles").glob(f"{language}-*"))):
        for segment in analyse(load(path)).segments:
            if count_words(found) < words:
                found.append(Segment(len(found), 1000 * number + segment.block, segment.text, segment.spans))
    return found


def count_words(segments: Sequence[Segment]) -> int:
    """Return the number of words in all segments."""
    return sum(len(segment.text.split()) for segment in segments)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that `work` takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def cost(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds and the processor seconds, of all threads, that `work` takes."""
    begun = time.process_time()
    seconds = timed(work)
    return seconds, time.process_time() - begun


def measure_speed(turns: int = TURNS, beam: int = Settings().beam) -> dict[str, float]:
    """Return words a second of engine, whole service and bare translate_batch, and the two ratios to bare."""
    segments = sample_segments("en", WORDS)
    texts = [segment.text for segment in segments]
    words = count_words(segments)
    engine = ArgosTranslator(PACKAGE, EN_ES, "bench", beam=beam)
    engine.load()
    tokenizer = open_tokenizer(PACKAGE)
    tokens = [tokenizer.encode(text).tokens for text in texts]
    model = open_model(PACKAGE, worker_count(0))
    model.translate_batch(tokens[:4])

    def service_run() -> tuple[float, float]:
        with tempfile.TemporaryDirectory() as folder:
            settings = Settings(beam=beam)
            service = TranslationService(DataDir(Path(folder)), settings, make=lambda package, fingerprint: engine)
            spent = cost(lambda: service.translate(EN_ES, segments))
            service.close()
        return spent

    took: dict[str, list[tuple[float, float]]] = {"bare": [], "engine": [], "service": []}
    options = {"beam_size": beam, "max_batch_size": 32}
    for _ in range(turns):
        took["bare"].append(cost(lambda: model.translate_batch(tokens, **options)))
        took["engine"].append(cost(lambda: engine.translate(texts)))
        took["service"].append(service_run())
    best = {name: min(seconds for seconds, _ in spent) for name, spent in took.items()}
    least = {name: min(processor for _, processor in spent) for name, spent in took.items()}
    return {
        "words": words,
        "segments": len(segments),
        **{f"{name}_words_per_second": words / seconds for name, seconds in best.items()},
        "engine_to_bare": best["engine"] / best["bare"],
        "service_to_bare": best["service"] / best["bare"],
        "service_to_bare_processor": least["service"] / least["bare"],
    }


def measure_peer(python: str, beam: int) -> tuple[float, dict[str, float]]:
    """Return our words a second with `beam`, measured before and after, and what stock Argos says of itself."""
    segments = sample_segments("en", WORDS)
    paragraphs: dict[str, list[str]] = {}
    for number, (_, group) in enumerate(groupby(segments, key=lambda segment: segment.block)):
        texts = [segment.text for segment in group]
        paragraphs[f"{number} " + " ".join(texts)] = texts
    before = measure_speed(2, beam)
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [python, "-c", _PEER],
            input=json.dumps({"package": str(PACKAGE), "paragraphs": paragraphs, "turns": 2}),
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": home, "XDG_CONFIG_HOME": home},
        )
    peer = json.loads(done.stdout.splitlines()[-1])
    after = measure_speed(2, beam)
    ours = max(before["service_words_per_second"], after["service_words_per_second"])
    return ours, peer | {"words_per_second": before["words"] / min(peer["turns"])}


def measure_first_sentence(turns: int = TURNS) -> float:
    """Return the least seconds from process start to the first translated sentence, each time in a new data folder."""
    seconds = []
    for _ in range(turns):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-c", _FIRST, folder]
            seconds.append(timed(lambda: subprocess.run(command, check=True, capture_output=True, cwd=ROOT)))  # noqa: B023
    return min(seconds)


def measure_memory() -> float:
    """Return the megabytes of a process that has translated an article in both directions and holds both models."""
    texts = {language: [segment.text for segment in sample_segments(language, WORDS)] for language in ("en", "es")}
    done = subprocess.run(
        [sys.executable, "-c", _MEMORY], input=json.dumps(texts), capture_output=True, text=True, check=True, cwd=ROOT
    )
    return float(done.stdout)


def measure_reopening(words: int = 10_000) -> tuple[float, int, int]:
    """Return the seconds until a long article's translations stand again, its segments, and how many were redone."""
    sample = [segment.text for segment in sample_segments("en", WORDS)]
    texts: list[str] = []
    while sum(len(text.split()) for text in texts) < words:
        texts += [f"{text} ({len(texts)})" for text in sample]
    article = article_from_text("\n".join(texts))
    segments = analyse(article, "en").segments
    with tempfile.TemporaryDirectory() as folder:
        first = TranslationService(DataDir(Path(folder)), Settings(), make=lambda p, _: FakeTranslator(p.direction))
        first.translate(EN_ES, segments)
        first.close()
        fake = FakeTranslator(EN_ES)
        seconds = []
        for _ in range(3):
            begun = time.perf_counter()
            service = TranslationService(DataDir(Path(folder)), Settings(), make=lambda p, _: fake)
            done = service.remembered(EN_ES, segments)
            seconds.append(time.perf_counter() - begun)
            service.close()
    return min(seconds), len(segments), len(segments) - len(done) + len(fake.asked)


def measure_cancel(times: int = 20) -> float:
    """Return the most seconds that a running translation took to stop, asked at different moments."""
    engine = ArgosTranslator(PACKAGE, EN_ES, "bench")
    texts = [segment.text for segment in sample_segments("en", WORDS)] * 4
    engine.load()
    late = []
    for turn in range(times):
        cancel, asked = CancelToken(), []
        timer = threading.Timer(0.02 + 0.03 * turn, lambda: (asked.append(time.perf_counter()), cancel.set()))  # noqa: B023
        timer.start()
        try:
            engine.translate(texts, cancel=cancel)
        except Cancelled:
            late.append(time.perf_counter() - asked[0])
    return max(late)


def measure(*, quick: bool = False) -> list[Figure]:
    """Return the figures; `quick` takes fewer turns."""
    speed = measure_speed(2 if quick else TURNS)
    bare = speed["bare_words_per_second"]
    against = "bare translate_batch"
    figures = [
        Figure("bare translate_batch, 1,500 words", bare, "words/s"),
        Figure(
            "engine, the same segments", speed["engine_words_per_second"], "words/s", speed["engine_to_bare"], against
        ),
        Figure(
            "service: memory, masks, checks, engine",
            speed["service_words_per_second"],
            "words/s",
            speed["service_to_bare"],
            against,
            "<= 1.2 x",
        ),
        Figure("the same in processor time", speed["service_to_bare_processor"], "x", goal="<= 1.2 x"),
        Figure("first sentence, cold process", measure_first_sentence(2 if quick else TURNS), "s", goal="<= 0.6 s"),
        Figure("both directions loaded", measure_memory(), "MB", goal="<= 200 MB"),
    ]
    reopened, segments, again = measure_reopening()
    figures.append(Figure(f"reopening 10,000 words, {segments} segments", reopened, "s", goal="<= 0.2 s"))
    figures.append(Figure("segments translated again", again, "segments", goal="0"))
    figures.append(Figure("cancelling, the slowest of 20", measure_cancel(), "s", goal="<= 0.3 s"))
    if peer := os.environ.get("COMILLAS_ARGOS"):
        for beam in (Settings().beam, 4):
            ours, theirs = measure_peer(peer, beam)
            times = ours / theirs["words_per_second"]
            figures.append(
                Figure(f"service, beam {beam}", ours, "words/s", times, "argostranslate.translate", ">= 5 x")
            )
        figures.append(Figure("argostranslate.translate, beam 4", theirs["words_per_second"], "words/s"))
        figures.append(Figure("importing argostranslate.translate", theirs["import"], "s"))
        figures.append(Figure("argostranslate.translate, one direction", theirs["memory"], "MB"))
    return figures
