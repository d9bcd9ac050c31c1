"""Translation as the window and the command line use it: packages, engine, checks and memory behind one door.

Every method may be slow and belongs on a worker's thread; the translation lane calls `translate`, other lanes may call
`remembered` at the same time.
"""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.core.errors import PackageError
from reader.core.model import Segment, Translation
from reader.core.paths import DataDir
from reader.core.translation import attempts
from reader.core.translation.attempts import Attempt
from reader.core.translation.base import CancelToken, Direction, Settings, Translator
from reader.core.translation.engine import ArgosTranslator
from reader.core.translation.install import install
from reader.core.translation.memory import Memory, key
from reader.core.translation.packages import Package, Registry
from reader.core.translation.room import available_memory
from reader.core.translation.terms import TermsFile
from reader.core.translation.tmx import tmx

if TYPE_CHECKING:
    from reader.core.translation.download import Offer
    from reader.core.translation.fetch import Progress

_VERSION = "3"  # of all that stands between segment and translation: raise it when remembered ones should be redone
_SHORT_OF_MEMORY = 500_000_000  # bytes the system has left when a model that idles for a minute should go
_IDLE = 60.0  # seconds

Maker = Callable[[Package, str], Translator]


class TranslationService:
    """Translates segments and remembers what it said.

    `settings` may be replaced at any time; the next batch follows them. `make` builds the translator of a package from
    it and its fingerprint (tests and demonstrations pass one that returns a FakeTranslator).
    """

    def __init__(self, data: DataDir, settings: Settings, *, make: Maker | None = None) -> None:
        self.settings = settings
        self.registry = Registry(data)
        self.memory = Memory(data.memory, megabytes=settings.memory_megabytes)
        self.terms = TermsFile(data.glossary)
        self._make = make or self._engine
        self._lock = threading.RLock()
        self._translators: dict[Direction, _InUse] = {}
        self._closed = threading.Event()
        self._watcher: threading.Thread | None = None

    # Packages

    def directions(self) -> list[Direction]:
        """Return the directions a package is there for."""
        return self.registry.directions()

    def package_for(self, direction: Direction) -> Package | None:
        """Return the package in use for `direction`, None without one."""
        return self.registry.package_for(direction)

    def install(self, source: Path, cancel: CancelToken | None = None) -> Package:
        """Install the package in `source`, a file or folder, and use it from now on.

        Raises Cancelled, PackageError; then nothing has changed.
        """
        package = install(self.registry, source, cancel)
        self._forget(package.direction)
        return package

    def offers(self, cancel: CancelToken | None = None) -> list[Offer]:
        """Ask the Argos index, over the network, what there is for our languages. Raises Cancelled, PackageError."""
        from reader.core.translation import download  # noqa: PLC0415 - whoever asks for nothing loads no network code

        return download.offers(download.index_address(), cancel)

    def download(self, offer: Offer, progress: Progress | None = None, cancel: CancelToken | None = None) -> Package:
        """Fetch the offered package over the network, install it and use it from now on.

        What came before a cancel or a broken connection is kept and gone on from next time. Raises Cancelled,
        PackageError; then the packages are as they were.
        """
        from reader.core.translation import download  # noqa: PLC0415

        archive = download.download(offer, self.registry.folder / ".downloads", progress, cancel)
        try:
            return self.install(archive, cancel)
        finally:
            archive.unlink(missing_ok=True)

    def use(self, package: Package) -> None:
        """Use `package` for its direction from now on. Raises PackageError("packages_unwritable")."""
        self.registry.choose(package)
        self._forget(package.direction)

    def remove(self, package: Package) -> None:
        """Delete an installed package. Raises PackageError("package_bundled"/"packages_unwritable")."""
        self._forget(package.direction)
        self.registry.remove(package)

    # Segments

    def remembered(self, direction: Direction, segments: Sequence[Segment]) -> dict[int, Translation]:
        """Return, by index, the segments that are done already: translated before, or edited by the reader."""
        if not segments:
            return {}
        used = self._in_use(direction)
        edits = self.memory.edited(direction, (segment.text for segment in segments))
        keys = {segment.index: self._key(used, direction, segment.text) for segment in segments}
        known = self.memory.lookup(list(dict.fromkeys(keys.values())))
        done = {index: known[name] for index, name in keys.items() if name in known}
        edited = {s.index: Translation(edits[s.text], edited=True) for s in segments if s.text in edits}
        return done | edited

    def translate(
        self,
        direction: Direction,
        segments: Sequence[Segment],
        cancel: CancelToken | None = None,
        *,
        names: Sequence[str] = (),
    ) -> dict[int, Translation]:
        """Translate one small batch, keeping `names` as they are; what it returns is remembered before it returns.

        Raises Cancelled, PackageError("no_package"), TranslationError("engine_start"/"engine"/"engine_memory").
        """
        done = self.remembered(direction, segments)
        texts = list(dict.fromkeys(segment.text for segment in segments if segment.index not in done))
        if texts:
            used = self._in_use(direction)
            found = attempts.translate_all(texts, self._attempt(used, names, cancel))
            fresh = dict(zip(texts, found, strict=True))
            self._keep(used, direction, fresh)
            done |= {s.index: fresh[s.text] for s in segments if s.text in fresh}
        return done

    def retry(
        self,
        direction: Direction,
        segment: Segment,
        cancel: CancelToken | None = None,
        *,
        names: Sequence[str] = (),
    ) -> Translation:
        """Translate again, searching wider; the new translation replaces the remembered one, and an edit."""
        used = self._in_use(direction)
        [translation] = attempts.try_again([segment.text], self._attempt(used, names, cancel))
        self.memory.edit(direction, segment.text, None)
        self._keep(used, direction, {segment.text: translation})
        return translation

    def alternatives(
        self, direction: Direction, segment: Segment, count: int = 5, cancel: CancelToken | None = None
    ) -> list[str]:
        """Return up to `count` different translations of the segment, likeliest first."""
        return attempts.alternatives(segment.text, count, self._attempt(self._in_use(direction), (), cancel))

    def back_translate(self, direction: Direction, text: str, cancel: CancelToken | None = None) -> str:
        """Return `text`, which was translated in `direction`, in the language it came from; nothing is remembered."""
        [translation] = attempts.translate_all([text], self._attempt(self._in_use(direction.reverse), (), cancel))
        return translation.text

    def edit(self, direction: Direction, segment: Segment, text: str | None) -> Translation | None:
        """Keep the reader's own translation, whatever package is in use; None goes back to the machine's.

        Returns what stands from now on, None when it has yet to be translated.
        """
        self.memory.edit(direction, segment.text, text)
        return self.remembered(direction, [segment]).get(segment.index)

    def tmx(self) -> str:
        """Return all the reader's own translations as a TMX 1.4 document, to be written as UTF-8."""
        return tmx(self.memory.edits())

    # Life

    def rest(self) -> None:
        """Unload models nobody has asked for a while, sooner when memory is short; done once a minute by itself."""
        patience = self.settings.unload_minutes * 60.0
        if available_memory() < _SHORT_OF_MEMORY:
            patience = min(patience, _IDLE)
        with self._lock:
            for used in self._translators.values():
                if time.monotonic() - used.last > patience:
                    used.translator.unload()

    def close(self) -> None:
        """Let models and memory go; idempotent."""
        self._closed.set()
        with self._lock:
            for direction in list(self._translators):
                self._forget(direction)
        self.memory.close()

    def _forget(self, direction: Direction) -> None:
        """Let the translator of `direction` go; the next call finds out anew which package is in use."""
        with self._lock:
            used = self._translators.pop(direction, None)
        if used is not None:
            used.translator.unload()

    def _attempt(self, used: _InUse, names: Sequence[str], cancel: CancelToken | None) -> Attempt:
        glossary = self.terms.glossary().with_names(names if self.settings.keep_names else ())
        return Attempt(used.translator, glossary, self.settings.beam, cancel)

    def _keep(self, used: _InUse, direction: Direction, done: Mapping[str, Translation]) -> None:
        self.memory.limit = self.settings.memory_megabytes * 1_000_000
        self.memory.store({self._key(used, direction, text): translation for text, translation in done.items()})

    def _key(self, used: _InUse, direction: Direction, text: str) -> bytes:
        settings = f"{_VERSION} {self.settings.beam}"
        terms = attempts.settled(text, self.terms.glossary(), direction)
        return key(used.fingerprint, direction, settings, f"{text}\0{terms}" if terms else text)

    def _in_use(self, direction: Direction) -> _InUse:
        """Return the translator for `direction`; a package's model is not loaded by this."""
        with self._lock:
            used = self._translators.get(direction)
            if used is None or used.threads != self.settings.threads or not used.folder.is_dir():  # removed meanwhile
                package = self.registry.package_for(direction)
                if package is None:
                    raise PackageError("no_package", direction=str(direction))
                fingerprint = self.registry.fingerprint(package)
                translator = self._make(package, fingerprint)
                used = _InUse(translator, package.folder, fingerprint, self.settings.threads, 0.0)
                self._watch()
            used = used._replace(last=time.monotonic())
            self._translators[direction] = used
            return used

    def _watch(self) -> None:
        """Look every minute, from now until the service is closed or forgotten, whether a model should rest."""
        if self._watcher is not None:
            return
        forgotten = weakref.ref(self)
        closed = self._closed

        def look() -> None:
            while not closed.wait(_IDLE):
                service = forgotten()
                if service is None:
                    return
                service.rest()
                del service

        self._watcher = threading.Thread(target=look, name="comillas-rest", daemon=True)
        self._watcher.start()

    def _engine(self, package: Package, fingerprint: str) -> Translator:
        return ArgosTranslator(
            package.folder,
            package.direction,
            fingerprint,
            prefix=package.prefix,
            longest=package.longest,
            beam=self.settings.beam,
            threads=self.settings.threads,
        )


class _InUse(NamedTuple):
    """A translator, its package, what its words are remembered by, its cores, when it was last asked (monotonic s)."""

    translator: Translator
    folder: Path
    fingerprint: str
    threads: int
    last: float
