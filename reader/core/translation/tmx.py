"""The reader's own translations as TMX 1.4, which every translation tool reads."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from xml.etree import ElementTree

from reader import __version__
from reader.core.translation.memory import Edit

# What XML 1.0 (section 2.2) has no place for.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def tmx(edits: Iterable[Edit]) -> str:
    """Return a TMX 1.4 document, one unit per edit, in their order; characters that XML forbids become U+FFFD."""
    root = ElementTree.Element("tmx", version="1.4")
    about = {
        "creationtool": "Comillas",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "Comillas",
        "adminlang": "en",
        "srclang": "*all*",
        "datatype": "plaintext",
    }
    ElementTree.SubElement(root, "header", about)
    body = ElementTree.SubElement(root, "body")
    for edit in edits:
        changed = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(edit.changed))
        unit = ElementTree.SubElement(body, "tu", changedate=changed, srclang=edit.direction.source)
        for language, text in zip(edit.direction, (edit.source, edit.target), strict=True):
            variant = ElementTree.SubElement(unit, "tuv", {"xml:lang": language})
            ElementTree.SubElement(variant, "seg").text = _FORBIDDEN.sub("\ufffd", text)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=False).join(
        ('<?xml version="1.0" encoding="UTF-8"?>\n', "\n")
    )
