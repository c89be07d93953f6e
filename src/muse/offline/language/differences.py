"""What tells two items apart, in the order in which it matters to a shopper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from muse.offline.language.items import PATTERNS, Noun, Thing, find_noun, with_article
from muse.offline.language.person import Facts

_WEIGHTS = {"colour": 4.0, "pattern": 4.0, "detail": 3.0, "material": 2.0, "price": 1.5}
_PRICE_STEP = 0.8
_ANOTHER = "another of its kind"
_UNLISTED = "nothing of the sort"


@dataclass(frozen=True)
class Difference:
    """One difference in words; `aspect` as in the prompt's answer."""

    aspect: str
    shown: str
    wanted: str

    def facts(self) -> Facts:
        """For the grammar: the aspect as a flag, and the forms of what is wanted."""
        noun = find_noun(self.wanted) if self.aspect == "kind" else None
        facts: Facts = {f"by_{self.aspect}": True, "is_so": self.shown, "wanted": self.wanted}
        facts["so_plural"] = self.shown.endswith("s")
        if noun:
            facts |= {"wants_several": noun.plural, "wanted_many": noun.many}
        if self.aspect == "kind" and (shown := find_noun(self.shown)):
            facts |= {"so_a": shown.one, "so_many": shown.many}
        elif self.aspect == "kind":
            facts |= {"so_a": "this", "so_many": "such things"}
        if self.aspect == "pattern":
            facts["wants_plain"] = self.wanted == "plain"
            facts["wanted_adjective"] = PATTERNS.get(self.wanted, (self.wanted, ""))[0]
            facts["wanted"] = PATTERNS.get(self.wanted, ("", self.wanted))[1]
            facts["is_so"] = PATTERNS.get(self.shown, ("", ""))[1]
            facts["so_plural"] = str(facts["is_so"]).endswith("s")
        if self.aspect == "detail":
            facts |= {"a_wanted_detail": with_article(self.wanted), "a_so_detail": with_article(self.shown)}
        facts["alike"] = self.wanted == _ANOTHER
        facts["unlisted"] = self.shown == _UNLISTED
        if self.aspect == "price":
            facts["cheaper"] = _dollars(self.wanted) < _dollars(self.shown)
        return facts


def from_lines(lines: Sequence[str]) -> Difference:
    """From the lines of a prompt's section."""
    fields = dict(line.partition(": ")[::2] for line in lines)
    return Difference(fields.get("Aspect", "style"), fields.get("Shown", ""), fields.get("Wanted", ""))


def find(shown: Thing, wanted: Thing, said: str, random: np.random.Generator) -> Difference:
    """The difference to name next: the kind first, then what shows or is listed and was not `said` yet."""
    if not _same_kind(shown.noun, wanted.noun):
        return Difference("kind", shown.noun.word, wanted.noun.word)
    candidates = [difference for difference in _all(shown, wanted) if difference.wanted.lower() not in said.lower()]
    if not candidates:
        return _style(shown, wanted)
    weights = np.array([_WEIGHTS[difference.aspect] for difference in candidates])
    return candidates[int(random.choice(len(candidates), p=weights / weights.sum()))]


def _same_kind(one: Noun, other: Noun) -> bool:
    return one == other


def _all(shown: Thing, wanted: Thing) -> list[Difference]:
    found: list[Difference] = []
    if shown.colours and wanted.colours and shown.colours[0] != wanted.colours[0]:
        found.append(Difference("colour", shown.colours[0], wanted.colours[0]))
    elif len(shown.colours) > 1 and len(wanted.colours) > 1 and shown.colours[1] != wanted.colours[1]:
        found.append(Difference("colour", " and ".join(shown.colours[:2]), " and ".join(wanted.colours[:2])))
    if _pattern(shown) != _pattern(wanted) and _pattern(shown) and _pattern(wanted):
        found.append(Difference("pattern", _pattern(shown), _pattern(wanted)))
    if shown.sight and wanted.sight:
        for key in sorted(shown.sight.details.keys() & wanted.sight.details.keys()):
            one, other = shown.sight.details[key], wanted.sight.details[key]
            if one != other:
                found.append(Difference("detail", f"{one} {key}", f"{other} {key}"))
    if shown.material and wanted.material and shown.material != wanted.material:
        found.append(Difference("material", shown.material, wanted.material))
    if shown.price and wanted.price and not _PRICE_STEP < shown.price / wanted.price < 1 / _PRICE_STEP:
        found.append(Difference("price", f"${shown.price:.0f}", f"${wanted.price:.0f}"))
    return found


def _pattern(thing: Thing) -> str:
    return thing.pattern or ("plain" if thing.facts()["plain"] else "")


def _style(shown: Thing, wanted: Thing) -> Difference:
    """What is left where nothing else differs: a listed feature, else words of the name without its first."""
    listed = [point for point in wanted.points if point not in shown.points]
    if listed:
        other = [point for point in shown.points if point not in wanted.points]
        return Difference("style", (other or [_UNLISTED])[0].lower(), listed[0].lower())
    one = " ".join(shown.name.lower().split()[1:4]) or shown.noun.word
    other_words = " ".join(wanted.name.lower().split()[1:4]) or wanted.noun.word
    if set(other_words.split()) <= set(one.split()):  # nothing to ask for: all that is true is that it is not this one
        return Difference("style", "this very one", _ANOTHER)
    return Difference("style", one, other_words)


def _dollars(text: str) -> float:
    digits = "".join(char for char in text if char.isdigit() or char == ".")
    return float(digits or 0)
