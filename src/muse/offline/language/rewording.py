"""Saying an utterance anew: turns of phrase exchanged for others that say the same at the same place."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import numpy as np
import yaml

from muse.offline.language.grammar import tidy

_SHARE = {"plain": 0.55, "colloquial": 0.85}
_INTERJECTION_SHARE = 0.3
_LOWER_SHARE = 0.4
_INTERJECTION = re.compile(
    r"(?:h[aei]y?a?|hello|hmm?|mm+h?|oh|ooh|ah|well|okay|ok|k|alright|right|so|now|yes|yep|no|nope|nah|haha|heh|thanks|thx|thank)\b",
    re.IGNORECASE,
)
_START = r"(?:(?<![\w'-])(an?) )?(?<![\w'-])("  # with the article before, which may have to change
Exchanges = tuple[dict[str, tuple[str, ...]], re.Pattern[str]]


@cache
def _exchanges(style: str) -> Exchanges:
    lists = _lists()
    table: dict[str, tuple[str, ...]] = {}
    for name in ("plain", "colloquial") if style == "colloquial" else ("plain",):
        for line in lists[name].splitlines():
            old, _, new = line.partition(" = ")
            table[old.strip().lower()] = tuple(option.strip() for option in new.split(" / "))
    longest_first = sorted(table, key=lambda phrase: (-len(phrase), phrase))
    return table, re.compile(_START + "|".join(map(re.escape, longest_first)) + r")(?![\w'-])", re.IGNORECASE)


@cache
def _lists() -> dict[str, str]:
    lists: dict[str, str] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return lists


def reword(text: str, random: np.random.Generator, *, colloquial: bool, speaker: str) -> str:
    """The utterance with some of its phrases exchanged; quotations stay as they are, and so do all facts."""
    style = "colloquial" if colloquial else "plain"
    table, pattern = _exchanges(style)

    def exchange(match: re.Match[str]) -> str:
        article, old = match.groups()
        options = table[old.lower()]
        before = match.string[: match.start()].rstrip()
        a_name = old[0].isupper() and old[0] != "I" and not (before == "" or before[-1] in ".!?:")
        if a_name or random.random() >= _SHARE[style]:
            return match[0]
        new = options[int(random.integers(len(options)))]
        if article:
            return f"{article[0]}(n) {new}"
        return new[0].upper() + new[1:] if old[0].isupper() and old[:1] != "I" else new

    parts = re.split(r'("[^"]*")', text)
    said = "".join(part if part.startswith('"') else pattern.sub(exchange, part) for part in parts)
    return _typed(tidy(said), random, speaker) if colloquial else tidy(said)


def _typed(text: str, random: np.random.Generator, speaker: str) -> str:
    """As people type: an interjection in front now and then, a small letter to begin with, no last full stop."""
    words = _lists()[f"interjections_{speaker}"].split()
    if random.random() < _INTERJECTION_SHARE and not _INTERJECTION.match(text):
        word = words[int(random.integers(len(words)))]
        as_it_is = re.match(r"I\b|[A-Z]\w* [A-Z]\w", text)  # the first word of a name among them
        text = f"{word}, {text}" if as_it_is else f"{word}, {text[0].lower()}{text[1:]}"
    if random.random() < _LOWER_SHARE and not re.match(r"I\b", text):
        text = text[0].lower() + text[1:]
    return text.removesuffix(".") if not text.endswith("..") else text
