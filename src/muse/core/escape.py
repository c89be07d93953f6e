"""Outside text (titles, model output, ratings) reaches each place through its escaper, and only so."""

from __future__ import annotations

import html as _html
import json
import re
from typing import Any

_TYPST = re.compile(r"([\\#$*_`<>@\[\]=~/\"'+\-.:^])")
_LATEX = {
    "\\": r"\textbackslash{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def html(text: str) -> str:
    """Text for an HTML element or a quoted attribute."""
    return _html.escape(_CONTROL.sub("", text), quote=True)


def script(value: Any) -> str:
    """A value as a literal within a script: no `</script>` or `<!--` can end it, no line separator can break it."""
    literal = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        literal = literal.replace(char, f"\\u{ord(char):04x}")
    return literal


def typst(text: str) -> str:
    """Text for Typst markup: every character with a meaning there is escaped."""
    return _TYPST.sub(r"\\\1", _CONTROL.sub("", text))


def latex(text: str) -> str:
    """Text for a LaTeX paragraph or table cell."""
    return "".join(_LATEX.get(char, char) for char in _CONTROL.sub("", text))


def csv_cell(text: str) -> str:
    """Text for a CSV cell: a leading = + - @ or tab would be run as a formula by a spreadsheet."""
    return "'" + text if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def file_name(text: str, limit: int = 80) -> str:
    """A portable file name: letters, digits, dot, dash, underscore; never hidden, never a path."""
    safe = re.sub(r"[^A-Za-z0-9._-]+", "-", text).strip(".-")[:limit]
    return safe or "unnamed"


def prompt(text: str, limit: int = 4000) -> str:
    """Text inside a marked section of a prompt: it cannot close the section or open another."""
    return _CONTROL.sub(" ", text)[:limit].replace("<", "‹").replace(">", "›")
