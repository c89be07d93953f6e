"""What can be said of an item: from its lines in a prompt, and from its picture."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

from muse.offline.language.audience import made_for
from muse.offline.language.words import FAMILIES
from muse.offline.sight import Sight
from muse.offline.vision import see

MATERIALS = (
    "gold-plated brass",
    "organic cotton", "ribbed cotton", "cotton blend", "merino wool", "wool blend", "spandex blend", "chunky knit",
    "patent leather", "faux leather", "vegan leather", "stainless steel", "sterling silver", "gold-plated", "cotton",
    "linen", "silk", "satin", "chiffon", "velvet", "denim", "corduroy", "cashmere", "wool", "fleece", "flannel",
    "leather", "suede", "canvas", "polyester", "nylon", "microfiber", "modal", "viscose", "rayon", "bamboo", "jersey",
    "lace", "mesh", "acrylic", "straw", "rubber", "felt", "twill", "spandex", "knit",
)  # fmt: skip
_VERBS = re.compile(  # words for things that are none here
    r"\b(?:suits? (?=me|you|him|her|them|it|that|what|the|your|this|us)|wrap (?=it|them|up)|ring (?=me|you|him|her)"
    r"|watch (?=me|out|over)|top (?=of)|slips? (?=off|down|away)|slides? (?=off|down))"
)
_ONE_OF_SEVERAL = re.compile(r"\b(?:set|pair|pack)$", re.IGNORECASE)  # "the pyjama set is": one, whatever is in it
_DULL = re.compile(r"^material\b|wash|clean|iron|tumble|bleach|wipe", re.IGNORECASE)
_AUDIENCE = re.compile(
    r"^(?:(?:Wom[ae]n|M[ae]n|Girl|Boy|Unisex|Bab(?:y|ies)|Kid)(?:'s|s'|s)?(?!\w)\s*)+", re.IGNORECASE
)
_KIDS = re.compile(r"\b(?:Girls?|Boys?|Baby|Kids?|Toddlers?)\b")
_PRIVATE = ("night", "under")
_CARRIED = ("bag", "luggage", "shelter")
_FITS_ALL = (*_CARRIED, "jewel", "time", "eyes", "hair", "neck")
PATTERNS = {
    "horizontal stripes": ("striped", "horizontal stripes"),
    "vertical stripes": ("pinstriped", "vertical stripes"),
    "plaid": ("plaid", "a plaid check"),
    "polka dots": ("dotted", "polka dots"),
    "floral": ("floral", "a floral print"),
    "geometric": ("geometric", "a geometric print"),
    "camouflage": ("camouflage", "a camouflage print"),
    "animal print": ("animal-print", "an animal print"),
    "tie-dye": ("tie-dyed", "a tie-dye effect"),
    "colour block": ("colour-blocked", "blocks of colour"),
    "graphic print": ("graphic", "a graphic print"),
}


@dataclass(frozen=True)
class Noun:
    """A thing to wear: the word to say and its family."""

    word: str
    family: str

    @property
    def many(self) -> str:
        """The word in plural."""
        if self.plural:
            return self.word
        if self.word.endswith("scarf"):
            return self.word[:-1] + "ves"
        return self.word + ("es" if self.word.endswith(("s", "x", "sh", "ch")) else "s")

    @property
    def one(self) -> str:
        """The word with its article, in plural without."""
        return self.word if self.plural else f"a(n) {self.word}"

    @property
    def plural(self) -> bool:
        """Whether the word is spoken in plural ("boots")."""
        return self.word.endswith("s") and not self.word.endswith(("ss", "dress"))


@cache
def _nouns() -> tuple[Mapping[str, Noun], re.Pattern[str]]:
    table: dict[str, Noun] = {}
    text = Path(__file__).with_name("nouns.yaml").read_text(encoding="utf-8")
    for family, block in yaml.safe_load(text).items():
        for line in block.strip().splitlines():
            names = [name.strip() for name in line.split(",")]
            for name in names:
                noun = Noun(names[0], family)
                table[name] = noun
                table.setdefault(name + ("es" if name.endswith(("s", "sh", "ch")) else "s"), noun)
    longest_first = sorted(table, key=lambda name: (-len(name), name))
    return table, re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")


def find_nouns(text: str) -> list[Noun]:
    """All things to wear that a text names, in its order."""
    table, pattern = _nouns()
    return [table[name] for name in pattern.findall(_VERBS.sub("", text.lower()))]


def find_noun(text: str) -> Noun | None:
    """The last thing to wear that a text names: in English the head of a title comes last."""
    return next(reversed(find_nouns(text)), None)


@dataclass(frozen=True)
class Thing:
    """An item as a prompt shows it: its lines, and what its picture shows where there is one."""

    lines: Mapping[str, str]
    sight: Sight | None

    @cached_property
    def title(self) -> str:
        """The title as it stands."""
        return self.lines.get("Title", "this piece")

    @cached_property
    def noun(self) -> Noun:
        """What it is: by its category and title; by its picture where they don't tell."""
        path = re.split("[>›]", self.lines.get("Category", ""))  # a prompt's sections escape their brackets
        kinds = [noun for part in reversed(path[1:]) if (noun := find_noun(part))]
        named = find_noun(_head(self.title))
        if named and (not kinds or named.family == kinds[0].family):
            return named
        if kinds:
            return kinds[0]
        sight = self.sight
        if sight and sight.sure_garment:
            return find_noun(sight.garment) or Noun(sight.garment, "other")
        return Noun("piece", "other")

    @cached_property
    def name(self) -> str:
        """A short name: the title's head without the store."""
        head, store = _head(self.title), self.lines.get("Store", "")
        if store and head.lower().startswith(store.lower()):
            head = head[len(store) :].strip(" -") or head
        head = _AUDIENCE.sub("", head).strip() or head
        return " ".join(head.split()[:9])

    @cached_property
    def price(self) -> float | None:
        """US dollars."""
        match = re.search(r"\$(\d+(?:\.\d+)?)", self.lines.get("Price", ""))
        return float(match[1]) if match else None

    @cached_property
    def features(self) -> tuple[str, ...]:
        """The listed features, short ones only."""
        listed = (part.strip().rstrip(".") for part in self.lines.get("Features", "").split(";"))
        return tuple(part for part in listed if 3 < len(part) <= 70)

    @cached_property
    def material(self) -> str:
        """The material that the text names first, or nothing."""
        text = " ".join(self.lines.get(key, "") for key in ("Features", "Title", "Description")).lower()
        found = [(match.start(), name) for name in MATERIALS if (match := re.search(rf"\b{name}\b", text))]
        return min(found, key=lambda pair: (pair[0], -len(pair[1])))[1] if found else ""

    @cached_property
    def points(self) -> tuple[str, ...]:
        """Features worth quoting: neither the material, which is told apart, nor how to wash it."""
        return tuple(part for part in self.features if not _DULL.search(part))

    @cached_property
    def audience(self) -> str:
        """Whom it is made for: women, men, girls, boys, a baby, or nobody in particular."""
        return made_for(f"{self.lines.get('Category', '')} {self.title}")

    @cached_property
    def colours(self) -> tuple[str, ...]:
        """The colours that surely show, most of the area first."""
        return self.sight.sure_colours if self.sight else ()

    @cached_property
    def colour(self) -> str:
        """The colour in words: one of a plain piece, two of a patterned one."""
        if not self.colours:
            return ""
        return " and ".join(self.colours[:2]) if self.pattern and len(self.colours) > 1 else self.colours[0]

    @cached_property
    def pattern(self) -> str:
        """The pattern that shows, or nothing where it is plain or unsure."""
        return self.sight.sure_pattern if self.sight and self.sight.sure_pattern in PATTERNS else ""

    @cached_property
    def details(self) -> tuple[str, ...]:
        """What else shows, as "long sleeves"."""
        return (
            tuple(f"{value} {key}" for key, value in self.sight.details.items() if value != "no") if self.sight else ()
        )

    def facts(self, prefix: str = "") -> dict[str, str | bool]:
        """The facts that a grammar may name; `prefix` tells two items apart."""
        adjective, print_ = PATTERNS.get(self.pattern, ("", ""))
        plain = self.sight is not None and self.sight.sure_pattern == "plain"
        facts: dict[str, str | bool] = {
            "noun": self.noun.word,
            "name": self.name,
            "store": self.lines.get("Store", ""),
            "colour": self.colour,
            "pattern": adjective,
            "print": print_,
            "plain": plain,
            "material": self.material,
            "price": f"${self.price:.2f}" if self.price is not None else "",
            "round_price": f"${round(self.price)}" if self.price is not None else "",
            "plural": self.noun.plural and not _ONE_OF_SEVERAL.search(self.name),
            "kids": bool(_KIDS.search(self.lines.get("Category", ""))),
            "private": self.noun.family in _PRIVATE,
            "fits_all": self.noun.family in _FITS_ALL,
            "carried": self.noun.family in _CARRIED,
            "print_plural": print_.endswith("s"),
            self.noun.family: True,
            f"for_{self.audience or 'all'}": True,
        }
        if self.sight and self.sight.colours:  # what a colour is like is surer than its name
            hue = self.sight.colours[0]
            facts |= {name: True for name, colours in FAMILIES.items() if hue.split()[0] in colours}
            facts["hue_" + hue.replace(" ", "_")] = True
        return {prefix + key: value for key, value in facts.items()}


def read_thing(lines: Sequence[str], picture: bytes | None) -> Thing:
    """An item from the lines "Key: value" of a section and, where there is one, its picture."""
    pairs = (line.partition(": ") for line in lines)
    return Thing({key: value for key, mark, value in pairs if mark}, see(picture) if picture else None)


def with_article(detail: str) -> str:
    """A detail with its article, where it takes one: "a round face", "long sleeves", "contrast stitching"."""
    return detail if detail.endswith(("s", "stitching")) else f"a(n) {detail}"


def _head(title: str) -> str:
    return re.split(r",| - | \| |\(| with | for ", title, maxsplit=1)[0].strip() or title
