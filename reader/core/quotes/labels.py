"""Spell the letters and words that mark who asks and who answers in an interview: "P. ¿Por qué?", "A: Because."."""

from __future__ import annotations

from typing import Final

ASKS: Final = "(?:P|Q|Pregunta|PREGUNTA|Question|QUESTION)"
ANSWERS: Final = "(?:R|A|Respuesta|RESPUESTA|Answer|ANSWER)"
"""Patterns, for others to build on; each looks for its own punctuation after them."""
