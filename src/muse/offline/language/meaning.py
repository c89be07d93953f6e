"""Whether two utterances say the same: their facts (numbers, colours, things, names, yes and no) must be equal."""

from __future__ import annotations

import re

from muse.offline.language.items import MATERIALS, find_noun
from muse.offline.language.words import COLOURS, PATTERN_WORDS, STOP

_NEGATION = re.compile(r"\b(?:no|not|never|nothing|without|none|nor)\b|n't\b|\bcannot\b|\bdunno\b", re.IGNORECASE)
_LEAST_SHARED = 0.5


def moved(original: str, rewritten: str) -> str:
    """What moved between the two, in a few words; empty where nothing did."""
    for name, facts in _KINDS.items():
        if facts(original) != facts(rewritten):
            return f"{name} differ"
    one, other = _content(original), _content(rewritten)
    if one and len(one & other) / len(one) < _LEAST_SHARED:
        return "too little of it is left"
    return ""


def _content(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z][a-z'-]+", text.lower()) if word not in STOP}


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", text))


def _looks(text: str) -> set[str]:
    words = set(re.findall(r"[a-z][a-z-]*", text.lower()))
    return words & (COLOURS | PATTERN_WORDS | set(MATERIALS))


def _things(text: str) -> str:
    noun = find_noun(text)
    return noun.word if noun else ""


def _names(text: str) -> set[str]:
    return set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{2,}", text))


def _negations(text: str) -> bool:
    return bool(_NEGATION.search(text))


_KINDS = {
    "numbers": _numbers,
    "colours, patterns or materials": _looks,
    "things": _things,
    "names": _names,
    "yes and no": _negations,
}
