"""What of a Typst source a reader reads: the markup, without code, strings and comments."""

from __future__ import annotations

import re

_PAIRS = {"(": ")", "[": "]", "{": "}"}


def prose(source: str) -> str:
    """The text in markup mode, content blocks inside code included."""
    return _markup(re.sub(r"//[^\n]*", "", source), 0, "")[0]


def _markup(source: str, place: int, end: str) -> tuple[str, int]:
    """Read markup up to the bracket `end`."""
    out: list[str] = []
    while place < len(source):
        char = source[place]
        if char == end:
            return "".join(out), place + 1
        if char == "\\":
            place += 2
        elif char == "#":
            text, place = _expression(source, place + 1)
            out.append(text)
        elif label := re.compile(r"<[a-z][\w-]*>|@[a-z][\w-]*").match(source, place):
            place = label.end()
        else:
            out.append(char)
            place += 1
    return "".join(out), place


def _expression(source: str, place: int) -> tuple[str, int]:
    """Read one code expression after `#`; what it holds in square brackets is prose."""
    statement = re.compile(r"(let|set|show|import)\b").match(source, place)
    if statement:
        return _code(source, statement.end(), "\n")
    word = re.compile(r"(if|else|for)\b").match(source, place)
    if word:
        out, place = _code(source, word.end(), "[{", keep=True)
        inner, place = _block(source, place)
        while more := re.compile(r"\s*else\b").match(source, place):
            more_out, place = _code(source, more.end(), "[{", keep=True)
            more_inner, place = _block(source, place)
            inner += more_out + more_inner
        return out + inner, place
    out_parts: list[str] = []
    place = re.compile(r"[\w.-]*").match(source, place).end()  # type: ignore[union-attr]
    while place < len(source) and source[place] in "([{":
        text, place = _block(source, place)
        out_parts.append(text)
        place = re.compile(r"(\.[\w-]+)*").match(source, place).end()  # type: ignore[union-attr]
    return "".join(out_parts), place


def _block(source: str, place: int) -> tuple[str, int]:
    if source[place] == "[":
        return _markup(source, place + 1, "]")
    return _code(source, place + 1, _PAIRS[source[place]])


def _code(source: str, place: int, ends: str, *, keep: bool = False) -> tuple[str, int]:
    """Read code up to one of `ends` at this depth (left unread where `keep`); only content blocks count."""
    out: list[str] = []
    while place < len(source):
        char = source[place]
        if char in ends:
            return "".join(out), place if keep else place + 1
        if char == '"':
            place = source.index('"', place + 1) + 1
        elif char in "([{":
            text, place = _block(source, place)
            out.append(text)
        else:
            place += 1
    return "".join(out), place
