"""Translation as the window and the command line use it: packages, engine, checks and memory behind one door.

Every method may be slow and belongs on a worker's thread; the translation lane calls `translate`, other lanes may call
`remembered` at the same time.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reader.core.errors import PackageError
from reader.core.model import Segment, Translation
from reader.core.paths import DataDir
from reader.core.translation.base import CancelToken, Direction, Settings, Translator
from reader.core.translation.engine import ArgosTranslator
from reader.core.translation.memory import Memory, key
from reader.core.translation.packages import Package, Registry

RETRY_BEAM = 5  # the second attempt searches wider than any first one and forbids repeated phrases
_VERSION = "1"  # of everything between segment and engine: raise it when what is remembered should be done again

Maker = Callable[[Package, str], Translator]


class TranslationService:
    """Translates segments and remembers what it said; `make` builds the translator of a package (tests pass a fake)."""

    def __init__(
        self,
        data: DataDir,
        settings: Settings,
        *,
        make: Maker | None = None,
    ) -> None:
        self.settings = settings
        self.registry = Registry(data)
        self.memory = Memory(data.memory, megabytes=settings.memory_megabytes)
        self._make = make or self._engine
        self._lock = threading.RLock()
        self._translators: dict[Direction, _InUse] = {}

    # Packages

    def directions(self) -> list[Direction]:
        """Return the directions a package is there for."""
        return self.registry.directions()

    def package_for(self, direction: Direction) -> Package | None:
        """Return the package in use for `direction`, None without one."""
        return self.registry.package_for(direction)

    def packages_changed(self) -> None:
        """Forget the loaded models: a package was installed, removed or chosen."""
        with self._lock:
            for used in self._translators.values():
                used.translator.unload()
            self._translators = {}

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
        self, direction: Direction, segments: Sequence[Segment], cancel: CancelToken | None = None
    ) -> dict[int, Translation]:
        """Translate one small batch; what it returns is remembered before it returns.

        Raises Cancelled, PackageError("no_package"), TranslationError("engine_start"/"engine").
        """
        done = self.remembered(direction, segments)
        texts = list(dict.fromkeys(segment.text for segment in segments if segment.index not in done))
        if texts:
            used = self._in_use(direction)
            fresh = self._attempt(used, direction, texts, cancel)
            self._keep(used, direction, fresh)
            done |= {s.index: fresh[s.text] for s in segments if s.text in fresh}
        return done

    def retry(self, direction: Direction, segment: Segment, cancel: CancelToken | None = None) -> Translation:
        """Translate again, searching wider; the new translation replaces the remembered one, and an edit."""
        used = self._in_use(direction)
        [translation] = used.translator.translate([segment.text], beam=RETRY_BEAM, careful=True, cancel=cancel)
        self.memory.edit(direction, segment.text, None)
        self._keep(used, direction, {segment.text: translation})
        return translation

    def alternatives(self, direction: Direction, segment: Segment, count: int = 5) -> list[str]:
        """Return up to `count` different translations of the segment, likeliest first."""
        return self._in_use(direction).translator.alternatives(segment.text, count)

    def back_translate(self, direction: Direction, text: str, cancel: CancelToken | None = None) -> str:
        """Return `text`, which was translated in `direction`, in the language it came from; nothing is remembered."""
        [translation] = self._in_use(direction.reverse).translator.translate([text], cancel=cancel)
        return translation.text

    def edit(self, direction: Direction, segment: Segment, text: str | None) -> Translation | None:
        """Keep the reader's own translation, whatever package is in use; None goes back to the machine's.

        Returns what stands from now on, None when it has yet to be translated.
        """
        self.memory.edit(direction, segment.text, text)
        return self.remembered(direction, [segment]).get(segment.index)

    # Life

    def rest(self, *, now: float | None = None) -> None:
        """Unload models idle for longer than the setting; call it now and then when nothing is to be done."""
        now = time.monotonic() if now is None else now
        with self._lock:
            for used in self._translators.values():
                if now - used.last > self.settings.unload_minutes * 60:
                    used.translator.unload()

    def close(self) -> None:
        """Let models and memory go; idempotent."""
        self.packages_changed()
        self.memory.close()

    def _attempt(
        self, used: _InUse, direction: Direction, texts: Sequence[str], cancel: CancelToken | None
    ) -> dict[str, Translation]:
        translations = used.translator.translate(texts, beam=self.settings.beam, cancel=cancel)
        return dict(zip(texts, translations, strict=True))

    def _keep(self, used: _InUse, direction: Direction, done: Mapping[str, Translation]) -> None:
        self.memory.limit = self.settings.memory_megabytes * 1_000_000
        self.memory.store({self._key(used, direction, text): translation for text, translation in done.items()})

    def _key(self, used: _InUse, direction: Direction, text: str) -> bytes:
        return key(used.fingerprint, direction, f"{_VERSION} {self.settings.beam}", text)

    def _in_use(self, direction: Direction) -> _InUse:
        """Return the translator for `direction`; a package's model is not loaded by this."""
        with self._lock:
            used = self._translators.get(direction)
            if used is None:
                package = self.registry.package_for(direction)
                if package is None:
                    raise PackageError("no_package", direction=str(direction))
                fingerprint = self.registry.fingerprint(package)
                used = _InUse(self._make(package, fingerprint), fingerprint, 0.0)
            used = used._replace(last=time.monotonic())
            self._translators[direction] = used
            return used

    def _engine(self, package: Package, fingerprint: str) -> Translator:
        return ArgosTranslator(
            package.folder,
            package.direction,
            fingerprint,
            prefix=package.prefix,
            beam=self.settings.beam,
            threads=self.settings.threads,
        )


class _InUse(NamedTuple):
    """A translator, what its words are remembered by, and when it was last asked (monotonic seconds)."""

    translator: Translator
    fingerprint: str
    last: float
