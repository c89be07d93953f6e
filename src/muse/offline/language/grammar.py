"""A grammar whose choices agree: rules of alternatives, chosen by chance among those that fit the context.

A grammar is YAML: each rule is a block of lines, each line an alternative. In a line

- `{name}` is a fact of the context or, if there is none, another rule; an alternative that names something neither
  known nor sayable does not apply, so nothing is said that is not known;
- `[this|that|]` is a choice within the line, which may be empty;
- `<it|them>` is the singular or the plural form, after the fact `plural`; `<other:is|are>` after another fact;
- `a(n)` becomes "a" or "an" by the word that follows; sentences get their capitals;
- `gift, !young :: text` applies where `gift` is true and `young` is not; `*3 :: text` weighs three times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
import yaml

Facts = Mapping[str, str | bool]
_TOKEN = re.compile(r"\{([a-z_0-9]+)\}|<(?:([a-z_]+):)?([^<>|]*)\|([^<>|]*)>|([\[\]|])")
_CANDIDATES = 5


@dataclass(frozen=True)
class Slot:
    """A fact or a rule."""

    name: str


@dataclass(frozen=True)
class Number:
    """A form that depends on a number fact."""

    fact: str
    singular: str
    plural: str


@dataclass(frozen=True)
class Choice:
    """Some of several."""

    options: tuple[Sequence_, ...]


@dataclass(frozen=True)
class Sequence_:  # noqa: N801 - `Sequence` is taken by the standard library
    """Parts in a row, with the conditions under which they apply."""

    parts: tuple[str | Slot | Number | Choice, ...]
    needs: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    weight: float = 1.0

    @cached_property
    def slots(self) -> tuple[str, ...]:
        """The names that must be known or sayable."""
        return tuple(part.name for part in self.parts if isinstance(part, Slot))

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """The choices within, of which each needs an option that applies."""
        return tuple(part for part in self.parts if isinstance(part, Choice))


class Grammar:
    """Rules by name, each a tuple of alternatives."""

    def __init__(self, rules: Mapping[str, str]) -> None:
        self.rules = {
            name: tuple(_alternative(line) for line in block.splitlines() if line.strip() and line.strip()[0] != "#")
            for name, block in rules.items()
        }

    def say(self, rule: str, facts: Facts, random: np.random.Generator, heard: Iterable[str] = ()) -> str:
        """An utterance by a rule, the one of a few that repeats least of what was `heard` in the talk.

        Raises KeyError where no alternative of the rule applies.
        """
        grams = {gram for line in heard for gram in _grams(line)}
        best, least = "", len(grams) + 1.0
        telling = _Telling(self, facts, random)
        for _ in range(_CANDIDATES):
            text = telling.utterance(rule)
            mine = _grams(text)
            shared = sum(gram in grams for gram in mine) / max(1, len(mine))
            if shared < least:
                best, least = text, shared
            if not shared:
                break
        return best

    def draw(self, rule: str, facts: Facts, random: np.random.Generator) -> str:
        """One utterance by a rule."""
        return self.drafts(rule, facts, random, 1)[0]

    def drafts(self, rule: str, facts: Facts, random: np.random.Generator, count: int) -> list[str]:
        """Several utterances by a rule; what applies is worked out once for all."""
        telling = _Telling(self, facts, random)
        return [telling.utterance(rule) for _ in range(count)]


class _Telling:
    """One expansion: what applies is worked out once."""

    def __init__(self, grammar: Grammar, facts: Facts, random: np.random.Generator) -> None:
        self._rules, self._facts, self._random = grammar.rules, facts, random
        self._sayable: dict[str, tuple[Sequence_, ...]] = {}
        self._said: set[str] = set()

    def utterance(self, name: str) -> str:
        """One by a rule; what it draws from a list twice is drawn once more where it comes out the same."""
        self._said.clear()
        return tidy(self.rule(name))

    def rule(self, name: str) -> str:
        fitting = self._fitting(name)
        if not fitting:
            raise KeyError(f"nothing to say for {name!r}")
        return self._tell(self._pick(fitting))

    def _fitting(self, name: str) -> tuple[Sequence_, ...]:
        if name not in self._sayable:
            self._sayable[name] = ()  # a rule that needs itself can't be said
            self._sayable[name] = tuple(option for option in self._rules.get(name, ()) if self._applies(option))
        return self._sayable[name]

    def _applies(self, option: Sequence_) -> bool:
        """Plain loops: this is asked some hundred times for an utterance."""
        facts = self._facts
        for need in option.needs:
            if not facts.get(need):
                return False
        for bar in option.bars:
            if facts.get(bar):
                return False
        for slot in option.slots:
            if not facts.get(slot) and not self._fitting(slot):
                return False
        for choice in option.choices:
            for inner in choice.options:
                if self._applies(inner):
                    break
            else:
                return False
        return True

    def _pick(self, options: tuple[Sequence_, ...]) -> Sequence_:
        if len(options) == 1:
            return options[0]
        draw = self._random.random() * sum(option.weight for option in options)
        for option in options:
            draw -= option.weight
            if draw < 0:
                return option
        return options[-1]

    def _anew(self, name: str) -> str:
        text = self.rule(name)
        if text in self._said:
            text = self.rule(name)
        self._said.add(text)
        return text

    def _tell(self, sequence: Sequence_) -> str:
        return "".join(self._part(part) for part in sequence.parts)

    def _part(self, part: str | Slot | Number | Choice) -> str:
        if isinstance(part, str):
            return part
        if isinstance(part, Slot):
            known = self._facts.get(part.name)
            return str(known) if known else self._anew(part.name)
        if isinstance(part, Number):
            return part.plural if self._facts.get(part.fact) else part.singular
        return self._tell(self._pick(tuple(option for option in part.options if self._applies(option))))


def load(*names: str) -> Grammar:
    """The grammar of one or more YAML files beside this module, read once."""
    return _load(names)


@cache
def _load(names: tuple[str, ...]) -> Grammar:
    rules: dict[str, str] = {}
    for name in names:
        rules |= yaml.safe_load(Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8"))
    return Grammar(rules)


def tidy(text: str) -> str:
    """Spaces, articles, doubled stops and capitals put right."""
    text = re.sub(r"\s+", " ", text).strip(" ,")
    text = re.sub(r" +([,.;:!?])", r"\1", text)
    text = re.sub(r",+([.;:!?])", r"\1", text)
    text = re.sub(r"([!?])[.,]+", r"\1", text)
    text = re.sub(r"(?<!\.)\.\.(?!\.)", ".", text)
    text = re.sub(r",(?: ?,)+", ",", text)
    text = re.sub(r"\b([Aa])\(n\) +(?=([\"'“]?\w+))", _article, text)
    return re.sub(r"(^|(?<!\.)[.!?] +)([\"'“(]?)([a-z])", lambda m: m[1] + m[2] + m[3].upper(), text)


def _article(match: re.Match[str]) -> str:
    word = match[2].lower()
    silent = re.match(r"hour|honest|heir|8|11\b|18\b", word)
    spoken_you = re.match(r"uni(?!n|m)|use|usual|uk|euro|one\b|once", word)
    return f"{match[1]}n " if (silent or word[0] in "aeiou") and not spoken_you else f"{match[1]} "


def _grams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    return {tuple(words[i : i + 3]) for i in range(len(words) - 2)}


def _alternative(line: str) -> Sequence_:
    head, mark, body = line.strip().partition("::")
    needs: list[str] = []
    bars: list[str] = []
    weight = 1.0
    if not mark:
        head, body = "", head
    for word in head.replace(",", " ").split():
        if word.startswith("*"):
            weight = float(word[1:])
        elif word.startswith("!"):
            bars.append(word[1:])
        else:
            needs.append(word)
    parts, rest = _parse(_tokens(body.strip()), 0, inside=False)
    if rest:
        raise ValueError(f"unbalanced brackets: {line.strip()}")
    return Sequence_(parts[0], tuple(needs), tuple(bars), weight)


def _tokens(text: str) -> list[str | Slot | Number]:
    found: list[str | Slot | Number] = []
    end = 0
    for match in _TOKEN.finditer(text):
        if match.start() > end:
            found.append("'" + text[end : match.start()])
        slot, fact, singular, plural, bracket = match.groups()
        if slot:
            found.append(Slot(slot))
        elif bracket:
            found.append(bracket)
        else:
            found.append(Number(fact or "plural", singular, plural))
        end = match.end()
    if end < len(text):
        found.append("'" + text[end:])
    return found


Parts = tuple[str | Slot | Number | Choice, ...]


def _parse(tokens: list[str | Slot | Number], at: int, *, inside: bool) -> tuple[list[Parts], int]:
    """Options between brackets (or the one outside all) and the place after them; literals carry a quote in front."""
    options: list[Parts] = []
    parts: list[str | Slot | Number | Choice] = []
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token == "[":
            inner, at = _parse(tokens, at, inside=True)
            parts.append(Choice(tuple(Sequence_(option) for option in inner)))
        elif token == "|" and inside:
            options.append(tuple(parts))
            parts = []
        elif token == "]":
            if not inside:
                return [()], 1
            options.append(tuple(parts))
            return options, at
        else:
            parts.append(token[1:] if isinstance(token, str) and token[0] == "'" else token)
    if inside:
        raise ValueError("a bracket is not closed")
    return [tuple(parts)], 0
