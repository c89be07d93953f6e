"""What the offline profiler takes a product for, from its words and a look at its picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

from muse.offline.request import Request
from muse.offline.sight import Sight
from muse.offline.vision import see

# Worn, as against carried: what a person wears has to fit, and goes by season.
WORN_NEXT_TO_SKIN = frozenset({"under", "night"})
CHILDREN = frozenset({"girls", "boys", "children"})
BABY, ADULT = 3, 14
_COOL_CLASSES, _WARM_CLASSES = {"swim"}, {"hand"}


@dataclass(frozen=True)
class Ware:
    """A product as a shopper sees it: what class of thing by its words, for whom, its traits, its picture."""

    said_kind: str | None
    audience: str | None
    traits: frozenset[str]
    price: float | None
    picture: bytes | None

    @cached_property
    def sight(self) -> Sight | None:
        """What the picture shows; looked at when the words leave something open, for a look takes a while."""
        return None if self.picture is None else see(self.picture)

    @property
    def kind(self) -> str:
        """What class of thing it is, by its words, else by its picture."""
        return self.said_kind or _seen(self.sight) or "thing"

    def suits(self, gender: str | None, youngest: int, oldest: int) -> bool:
        """Whether it is made for somebody of this gender (None: not said) and an age in this span."""
        if self.audience == "baby":
            return youngest <= BABY
        if self.audience in CHILDREN:
            made_for = {"girls": "female", "boys": "male"}.get(self.audience)
            return youngest < ADULT and gender in {None, "unknown", made_for or gender}
        if self.audience in {"women", "men"}:
            made_for = "female" if self.audience == "women" else "male"
            return oldest >= ADULT and gender in {None, "unknown", made_for}
        return True

    @property
    def seasons(self) -> frozenset[str]:
        """When it is worn."""
        if self.kind in _COOL_CLASSES:
            return frozenset({"spring", "summer"})
        if "warm" in self.traits or self.kind in _WARM_CLASSES:
            return frozenset({"autumn", "winter"})
        return frozenset({"spring", "summer"} if "cool" in self.traits else _ALL)


_ALL = {"spring", "summer", "autumn", "winter"}


def ware(request: Request) -> Ware:
    """The product of a request: sections item_title, item_categories (a line each, the leaf last), a picture .."""
    title, path = request.section("item_title"), request.section("item_categories")
    text = "\n".join([title, path, request.section("item_description"), request.section("item_features")]).lower()
    spoken = _words(text)
    leaf = path.strip().rpartition("\n")[2].lower()
    return Ware(
        said_kind=_kind(leaf) or _kind(title.lower()),
        audience=_audience(_words(f"{title} {path}".lower())),
        traits=frozenset(name for name, known in _table("traits") if known & spoken or _phrase(known, text)),
        price=_price(request.sections.get("item_price", "")),
        picture=request.pictures.get("item"),
    )


def colour_kind(colour: str) -> str:
    """ "dark", "bright" or "soft"."""
    return next((name for name, known in _table("colours") if set(colour.split()) & known), "soft")


def _kind(text: str) -> str | None:
    for phrase, kinds in _table("phrases"):
        if phrase in text:
            return next(iter(kinds))
    found = None
    for word in re.findall(r"[a-z]+(?:-[a-z]+)*", text):
        found = next((kind for kind, known in _table("classes") if {word, *_singulars(word)} & known), found)
    return found


def _seen(sight: Sight | None) -> str | None:
    return next((kind for kind, known in _table("seen") if sight and sight.sure_garment in known), None)


def _audience(spoken: set[str]) -> str | None:
    said = {name for name, known in _table("audiences") if known & spoken}
    if len(said) == 1:
        return said.pop()
    if said >= {"women", "men"}:
        return None
    for narrow in ("baby", "girls", "boys", "children"):
        if narrow in said:
            return "children" if said >= {"girls", "boys"} else narrow
    return next((name for name, known in _table("lean") if known & spoken), None)


def _phrase(known: frozenset[str], text: str) -> bool:
    return any("+" in word and word.replace("+", " ") in text for word in known)


def _price(text: str) -> float | None:
    found = re.search(r"\d+(?:\.\d+)?", text)
    return float(found[0]) if found else None


def _words(text: str) -> set[str]:
    found = set(re.findall(r"[a-z]+(?:-[a-z]+)*(?:'s)?", text))
    return found | {form for word in found for form in _singulars(word)}


def _singulars(word: str) -> tuple[str, ...]:
    forms = [word.removesuffix("s")] if word.endswith("s") and not word.endswith("ss") else []
    if word.endswith(("shes", "ches", "sses", "xes")):
        forms.append(word[:-2])
    if word.endswith("ies"):
        forms += [word[:-3] + "y", word[:-1]]
    if word.endswith("ves"):
        forms.append(word[:-3] + "f")
    return tuple(forms)


@cache
def _table(name: str) -> tuple[tuple[str, frozenset[str]], ...]:
    data = yaml.safe_load(Path(__file__).with_name("profiles_wares.yaml").read_text(encoding="utf-8"))
    lines = (line.partition("=") for line in data[name].splitlines() if line.strip())
    return tuple((head.strip(), frozenset(tail.split())) for head, _, tail in lines)
