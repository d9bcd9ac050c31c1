"""What is printed is what is read: every paragraph, both languages, marks, page after page, nothing as markup."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from pytestqt.qtbot import QtBot

from reader.core.analysis import analyse
from reader.core.export import Bilingual
from reader.core.loaders import article_from_text
from reader.core.translation.assemble import assemble
from reader.core.translation.base import Direction
from reader.core.translation.fake import FakeTranslator
from reader.qt.models.views import View
from reader.qt.printing import Composer, Sheet, save_pdf
from reader.qt.program import Program
from reader.qt.theme import load_theme
from reader.qt.typography import load_fonts

PARAGRAPHS = (
    "“We made a promise,” said Ana López, “and we will keep it.”",
    "Nobody expected <b>that</b> & more 😀 from the “river board”, López said.",
    "“It is done,” said Pedro Ruiz. “Let us go home.”",
)


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    load_fonts()


def bilingual(repeat: int = 1) -> Bilingual:
    article = article_from_text("\n\n".join(PARAGRAPHS * repeat), title="A <i>title</i>", source="/a/place.txt")
    analysis = analyse(article, "en")
    translator = FakeTranslator(Direction("en", "es"))
    segments = analysis.segments
    done = dict(zip((s.index for s in segments), translator.translate([s.text for s in segments]), strict=True))
    blocks = {
        index: assemble(article, index, analysis.quotes, segments, done, "es") for index in range(len(article.blocks))
    }
    return Bilingual(analysis, blocks, "es")


@pytest.mark.parametrize("view", list(View))
def test_each_view_prints_what_it_shows(view: View) -> None:
    whole = bilingual()
    text = Composer(Sheet(whole, view), load_theme("light")).document.toPlainText()
    if view is View.QUOTES:
        expected = [quote.inner.of(whole.article.text).rstrip(",") for quote in whole.speech()]
        expected += [whole.quote_translation(quote).rstrip(",") for quote in whole.speech()]
    else:
        expected = list(PARAGRAPHS)
        expected += [block.text for block in whole.blocks.values()] if view is not View.ORIGINAL else []
    assert len(expected) >= 3
    assert [piece for piece in expected if piece not in text] == []
    assert "A <i>title</i>" in text


def test_quotes_are_underlined_where_they_stand_also_after_an_emoji() -> None:
    document = Composer(Sheet(bilingual(), View.ORIGINAL), load_theme("light")).document
    underlined = set()
    block = document.begin()
    while block.isValid():
        for fragment in (it.fragment() for it in block):
            if fragment.charFormat().fontUnderline():
                underlined.add(fragment.text())
        block = block.next()
    assert {"“We made a promise,”", "“It is done,”", "“Let us go home.”"} <= underlined
    assert QTextCursor(document).charFormat().fontUnderline() is False


@pytest.mark.parametrize("view", list(View))
def test_a_long_article_goes_over_pages_with_numbers(tmp_path: Path, view: View) -> None:
    path = tmp_path / "article.pdf"
    pages = save_pdf(str(path), Sheet(bilingual(40), view))
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    assert pages >= 3
    assert len(re.findall(rb"/Type /Page\b", data)) == pages
    drawn = [zlib.decompress(stream) for stream in re.findall(rb"stream\r?\n(x.+?)endstream", data, re.S)]
    assert sum((b" Tf" in page and b" Tj" in page) or b" TJ" in page for page in drawn) >= pages


def test_a_place_that_cannot_be_written_is_no_crash(tmp_path: Path) -> None:
    assert save_pdf(str(tmp_path / "missing" / "a.pdf"), Sheet(bilingual())) == 0


def test_ctrl_p_prints_what_the_window_shows(qtbot: QtBot, reading: Program, tmp_path: Path) -> None:
    reading.window.perform("view_side")
    reading.window.perform("print")
    dialog = reading.window.findChild(QPrintDialog)
    assert dialog is not None and dialog.isVisible()
    path = tmp_path / "printed.pdf"
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(path))
    dialog.done(QPrintDialog.DialogCode.Accepted)
    assert path.read_bytes().startswith(b"%PDF-")
