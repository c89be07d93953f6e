"""Closed lists of words."""

from __future__ import annotations

from pathlib import Path

import yaml

_LISTS = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))

COLOURS = frozenset(_LISTS["colours"].split()) | {"rose gold", "sky blue"}
PATTERN_WORDS = frozenset(_LISTS["pattern_words"].split())
STOP = frozenset(_LISTS["stop"].split())
FAMILIES = {name: frozenset(_LISTS[name].split()) for name in ("dark", "light", "vivid", "earthy")}
THIRD_PERSON = frozenset(_LISTS["third_person"].split())
ADVERBS = frozenset(_LISTS["adverbs"].split())
BEFORE_ME = frozenset(_LISTS["before_me"].split())
KIN = {word: frozenset(_LISTS[f"{word}_kin"].split()) for word in ("she", "he")}
MAYBE_YOUNG = frozenset(_LISTS["maybe_young"].split())
