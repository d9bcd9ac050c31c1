"""The language of the interface: English in the source, Spanish in `resources/translations`, changed without restart.

Installing a translator makes Qt send LanguageChange to every widget; those with texts of their own set them again.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from reader import wording
from reader.core.errors import ReaderError
from reader.core.paths import resources

SYSTEM = "system"
# Each language in its own words, which are never translated.
INTERFACE_LANGUAGES = {"en": "English", "es": "Español"}


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text kept as data for translation, typed as the text it is (PySide6's own is typed as an object)."""
    return text


def system_language() -> str:
    """Return "es" where the system speaks Spanish, "en" anywhere else."""
    return "es" if QLocale.system().language() == QLocale.Language.Spanish else "en"


class Interface(QObject):
    """Which language the interface speaks; keep one as long as the application lives."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translators: list[QTranslator] = []
        self.language = "en"

    def use(self, choice: str) -> str:
        """Speak `choice` ("en", "es" or "system") from now on, Qt's own dialogs too; return the language."""
        language = choice if choice in INTERFACE_LANGUAGES else system_language()
        if language == self.language and self._translators:
            return language
        for translator in self._translators:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._translators = []
        self.language = language
        # What Qt's dialogs and numbers are formatted by; the articles' languages have nothing to do with it.
        QLocale.setDefault(QLocale(language) if choice in INTERFACE_LANGUAGES else QLocale.system())
        if language != "en":
            self._install(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            self._install(f"qt_{language}", str(resources() / "translations"))  # what Qt's own leaves in English
        self._install(f"comillas_{language}", str(resources() / "translations"))  # English holds its plurals only
        return language

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._app.installTranslator(translator)
            self._translators.append(translator)


def error_sentence(error: ReaderError) -> str:
    """Return one clear sentence about `error` in the language of the interface."""
    unnamed = QCoreApplication.translate("errors", wording.NO_NAME)
    return wording.fill(QCoreApplication.translate("errors", wording.text(error)), error, unnamed)


def language_name(code: str) -> str:
    """Return what the interface calls a language; the code itself for those it has no word for."""
    known = {"en": QT_TRANSLATE_NOOP("languages", "English"), "es": QT_TRANSLATE_NOOP("languages", "Spanish")}
    return QCoreApplication.translate("languages", known[code]) if code in known else code
