"""Closed lists of words."""

from __future__ import annotations

from pathlib import Path

import yaml

_LISTS = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))

COLOURS = frozenset(_LISTS["colours"].split())
PATTERN_WORDS = frozenset(_LISTS["pattern_words"].split())
STOP = frozenset(_LISTS["stop"].split())
