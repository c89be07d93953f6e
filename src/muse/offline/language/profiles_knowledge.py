"""What the offline profiler knows, read from the word lists beside it: occasions, recipients, jobs, names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml

SEASONS = ("spring", "summer", "autumn", "winter")


@dataclass(frozen=True)
class Rule:
    """What follows from some words: a line `words = column / column / ..` of a table."""

    words: tuple[str, ...]
    columns: tuple[str, ...]

    @property
    def flags(self) -> tuple[str, ...]:
        """The first column's."""
        return tuple(self.columns[0].split()) if self.columns[0] != "-" else ()


@cache
def rules(table: str) -> tuple[tuple[str, re.Pattern[str], Rule], ...]:
    """The lines of a table, once for each of their words with a pattern that finds it."""
    found = []
    for line in _load()[table].splitlines():
        if line.strip():
            head, _, tail = line.partition("=")
            names = tuple(name.strip() for name in head.split(","))
            rule = Rule(names, tuple(column.strip() for column in tail.split("/")))
            found += [(name, re.compile(rf"\b{re.escape(name)}", re.IGNORECASE), rule) for name in names]
    return tuple(found)


def matching(table: str, text: str) -> list[tuple[str, Rule]]:
    """The words of a table that begin a word of the text, with their rules, in the table's order."""
    return [(name, rule) for name, pattern, rule in rules(table) if pattern.search(text)]


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of names or phrases."""
    value = _load()[name]
    return tuple(value.split()) if isinstance(value, str) else tuple(value)


def one_of(options: tuple[str, ...], random: np.random.Generator) -> str:
    """One of them, each as likely as the others."""
    return options[int(random.integers(len(options)))]


@dataclass(frozen=True)
class Occasion:
    """What a reason's words tell: flags, the seasons it falls in, the ages of who goes there, a date ("May 3-9")."""

    flags: frozenset[str]
    seasons: tuple[str, ...]
    youngest: int
    oldest: int
    date: str | None


@cache
def occasion(group: str, text: str) -> Occasion:
    """What is known of a reason. An unknown group or wording has no flags, any season and any age."""
    flags: set[str] = set()
    removed: set[str] = set()
    seasons, youngest, oldest = set(SEASONS), 0, 200
    date = None
    table = group.lower()
    for _, rule in matching(table, text) if table in _GROUPS else []:
        columns = (*rule.columns, "-", "-", "-")[:4]
        flags |= {flag for flag in rule.flags if flag[0] != "!"}
        removed |= {flag[1:] for flag in rule.flags if flag[0] == "!"}
        if columns[1] not in {"", "-"}:
            said = set(columns[1].split())
            seasons = seasons & said or said  # a later line is the more special one
        if columns[2] not in {"", "-"}:
            low, high = map(int, columns[2].split("-"))
            youngest, oldest = max(youngest, low), min(oldest, high)
        date = columns[3] if columns[3] != "-" else date
    return Occasion(frozenset(flags - removed), tuple(s for s in SEASONS if s in seasons), youngest, oldest, date)


_GROUPS = frozenset({"attend", "sports", "celebrate", "season", "gifts", "work", "worn-out"})


@cache
def _load() -> dict[str, Any]:
    data: dict[str, Any] = {}
    for name in ("profiles_occasions", "profiles_words"):
        data |= yaml.safe_load(Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8"))
    return data
