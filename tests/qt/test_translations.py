"""The interface is complete in both languages, the compiled files are fresh, and it switches without a restart."""

from __future__ import annotations

import ast
import re
import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QMainWindow, QTextEdit
from pytestqt.qtbot import QtBot

from reader import wording
from reader.core.errors import SourceError
from reader.core.paths import resources
from reader.qt.i18n import Interface, error_sentence, system_language
from reader.qt.keymap import BY_ID, Keymap
from reader.qt.theme import load_theme
from reader.qt.views.shortcuts_overlay import ShortcutsOverlay
from reader.qt.views.typography_popover import TypographyPopover

FOLDER = resources() / "translations"
ROOT = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent


def collect(target: Path, language: str, *options: str) -> None:
    sources = sorted(str(path) for path in (ROOT / "reader").rglob("*.py"))
    command = [str(TOOLS / "pyside6-lupdate"), *sources, "-silent", "-no-obsolete", "-locations", "none"]
    command += ["-source-language", "en", "-target-language", language, *options, "-ts", str(target)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)


def messages(path: Path) -> dict[tuple[str, str], list[str]]:
    """Return the translations of each (context, source); none for what is unfinished."""
    found: dict[tuple[str, str], list[str]] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            texts = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            done = translation.get("type") is None and all(texts)
            found[context.findtext("name", ""), message.findtext("source", "")] = texts if done else []
    return found


@pytest.mark.parametrize(("language", "options"), [("es", ()), ("en", ("-pluralonly",))])
def test_every_text_of_the_interface_is_translated(tmp_path: Path, language: str, options: tuple[str, ...]) -> None:
    fresh = tmp_path / "fresh.ts"
    shutil.copy(FOLDER / f"comillas_{language}.ts", fresh)
    collect(fresh, language, *options)
    wanted = messages(fresh)
    assert wanted
    assert [f"{context}: {source}" for (context, source), texts in wanted.items() if not texts] == []
    assert wanted == messages(FOLDER / f"comillas_{language}.ts"), "run tools/i18n.sh"


@pytest.mark.parametrize("name", ["comillas_es", "comillas_en", "qt_es"])
def test_the_compiled_files_are_fresh(tmp_path: Path, name: str) -> None:
    compiled = tmp_path / "fresh.qm"
    source = FOLDER / f"{name}.ts"
    subprocess.run([str(TOOLS / "pyside6-lrelease"), "-silent", str(source), "-qm", str(compiled)], check=True)
    assert compiled.read_bytes() == (FOLDER / f"{name}.qm").read_bytes(), "run tools/i18n.sh"


def test_translations_keep_the_places_for_values_and_the_final_stop() -> None:
    def places(text: str) -> set[str]:
        return {name for _literal, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}

    for (context, source), texts in messages(FOLDER / "comillas_es.ts").items():
        for text in texts:
            assert places(text) == places(source), (context, source)
            assert ("%n" in text) == ("%n" in source), (context, source)
            assert text.endswith(".") == source.endswith("."), (context, source)
            assert ("…" in text) == ("…" in source), (context, source)
            assert not re.search(r"[\"“”]", text), f"Spanish quotes are « »: {text}"


def test_nothing_is_shown_that_cannot_be_translated() -> None:
    """Names of things (the program, themes' samples) are the same in every language."""
    shown = {"setText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText"}
    shown |= {"setWindowTitle", "setStatusTip", "addAction", "addMenu", "addTab", "name", "show_notice", "drawText"}
    found = []
    for path in sorted((ROOT / "reader" / "qt").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in shown:
                literals = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                found += [f"{path.name}: {text}" for text in literals if re.search("[^\\W\\d_]", text)]
    assert [text for text in found if text.split(": ")[1] not in ("Comillas", "Aa")] == []


def test_every_error_has_a_sentence_in_both_languages(qapp: QApplication) -> None:
    interface = Interface(qapp)
    interface.use("es")
    try:
        for code in (*wording.SENTENCES, "never heard of"):
            english = wording.sentence(SourceError(code))
            assert error_sentence(SourceError(code)) != english
            assert "{" not in error_sentence(SourceError(code))
        assert error_sentence(SourceError("missing", path="a.txt")) == "No existe el archivo a.txt."
    finally:
        interface.use("en")


def test_the_language_changes_while_the_window_is_open(qtbot: QtBot, qapp: QApplication) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    overlay = ShortcutsOverlay(load_theme("light"), Keymap(), window)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, window)
    interface = Interface(qapp)
    seen = []
    for language in ("en", "es", "en"):
        assert interface.use(language) == language
        QApplication.processEvents()
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")
        plural = QCoreApplication.translate("OverviewBar", "%n quote(s)", None, 2)
        seen.append((overlay.accessibleName(), BY_ID["star"].label(), cancel, plural))
    english = ("Keyboard shortcuts", "Star", "Cancel", "2 quotes")
    assert seen == [english, ("Atajos de teclado", "Destacar", "Cancelar", "2 citas"), english]


def test_numbers_are_written_as_the_language_writes_them(qtbot: QtBot, qapp: QApplication) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    popover = TypographyPopover(load_theme("light"), window)
    interface = Interface(qapp)
    for language, written in (("es", "1,55"), ("en", "1.55")):
        interface.use(language)
        QApplication.processEvents()
        assert written in [label.text() for label in popover.findChildren(QLabel)]


def test_system_language_is_one_we_speak(qapp: QApplication) -> None:
    assert system_language() in ("en", "es")
    interface = Interface(qapp)
    assert interface.use("system") == system_language()
    interface.use("en")


def test_qts_own_dialogs_speak_spanish(qtbot: QtBot, qapp: QApplication) -> None:
    missed: set[tuple[str, str]] = set()
    translators = [QTranslator(), QTranslator()]
    assert translators[0].load("qtbase_es", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert translators[1].load("qt_es", str(FOLDER))

    class Listening(QTranslator):
        def isEmpty(self) -> bool:
            return False

        def translate(self, context: str, text: str, note: str | None = None, number: int = -1) -> str:
            found = next(filter(None, (one.translate(context, text, note or "", number) for one in translators)), "")
            if not found and context.startswith("Q"):
                missed.add((context, text))
            return found

    listening = Listening()
    qapp.installTranslator(listening)
    try:
        for mode in (QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave):
            dialog = QFileDialog()
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
            dialog.setAcceptMode(mode)
            qtbot.addWidget(dialog)
            dialog.show()
        printer = QPrinter()
        printing = QPrintDialog(printer)
        printing.show()
        edits = (QLineEdit(), QTextEdit())
        menus = [edit.createStandardContextMenu() for edit in edits]
        QApplication.processEvents()
        assert all(not menu.isEmpty() for menu in menus)
        printing.close()
    finally:
        qapp.removeTranslator(listening)
    assert missed == set()


def test_every_text_marked_in_the_code_is_collected() -> None:
    """What lupdate cannot see (a call inside an f-string) would stay English without a word."""
    known = {source for _context, source in messages(FOLDER / "comillas_es.ts")}
    lost = []
    for path in sorted((ROOT / "reader").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                at = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}.get(name)
                text = node.args[at] if at is not None and len(node.args) > at else None
                if isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value not in known:
                    lost.append(f"{path.name}: {text.value}")
    assert lost == []
