"""The describer's task: what shows in an item's picture, in one to three sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from muse.offline.language.items import find_noun
from muse.offline.request import BadRequestError, Request
from muse.offline.sight import Sight
from muse.offline.tasks import task
from muse.offline.vision import see

BARELY = 0.5
DETAILS = 4
PAIRS = re.compile(r"(?<!dres)s$")
ADJECTIVES = {
    "horizontal stripes": ("striped", "horizontally striped"),
    "vertical stripes": ("striped", "vertically striped"),
    "plaid": ("plaid", "checked"),
    "polka dots": ("dotted", "polka-dot"),
    "floral": ("floral", "flowered"),
    "geometric": ("geometrically patterned", "patterned"),
    "camouflage": ("camouflage", "camouflage-patterned"),
    "animal print": ("animal-print", "animal-patterned"),
    "tie-dye": ("tie-dyed", "tie-dye"),
    "colour block": ("colour-blocked", "two-tone"),
    "graphic print": ("printed", "graphic"),
}
PRINTS = {
    "horizontal stripes": "horizontal stripes",
    "vertical stripes": "vertical stripes",
    "plaid": "a plaid check",
    "polka dots": "polka dots",
    "floral": "a floral print",
    "geometric": "a geometric print",
    "camouflage": "a camouflage print",
    "animal print": "an animal print",
    "tie-dye": "a tie-dye effect",
    "colour block": "colour blocking",
    "graphic print": "a graphic print",
}
WITH_PRINT = (
    "{A} {colours} {noun} with {print}.",
    "{A} {noun} in {colours} with {print}.",
    "The picture shows {a} {noun} in {colours}, with {print} all over.",
    "{Print} in {colours} on {a} {noun}.",
    "{A} {adjective} {noun} in {colours}.",
    "{A} {noun} with {print}, in {colours}.",
)
PLAIN = (
    "{A} plain {colours} {noun}.",
    "{A} {noun} in plain {colours}.",
    "{A} {colours} {noun} without any pattern.",
    "The picture shows {a} {noun} in one colour, {colours}.",
    "{A} {colours} {noun}, all in one colour.",
)
UNSURE = (
    "{A} {noun} in {colours}.",
    "{A} {colours} {noun}.",
    "The picture shows {a} {noun} in {colours}.",
    "{A} {noun}, mostly {colours}.",
)
# For a colour that is not sure enough to be named.
SHADED = ("{A} {shade} {noun}.", "The picture shows {a} {shade} {noun}.", "{A} {noun}, {shade}.")
SHADED_PRINT = (
    "{A} {shade} {noun} with {print}.",
    "{Print} on {a} {shade} {noun}.",
    "{A} {noun} with {print}, {shade}.",
)
SHADES = {
    "dark": {"black", "charcoal", "navy", "brown", "burgundy", "purple", "teal", "olive"},
    "pale": {"white", "silver", "beige", "mint", "lavender", "pink", "sky blue", "rose gold"},
    "brightly coloured": {"red", "coral", "orange", "yellow", "green", "turquoise", "blue", "fuchsia"},
}
MORE = (
    "{It} {has} {details}.",
    "{Details} can be seen.",
    "One sees {details}.",
    "Also in view: {details}.",
    "Among what shows: {details}.",
)
MEASURES = frozenset({"full", "knee", "ankle", "hip", "calf", "floor", "elbow", "thigh", "shin"})


@task("describe_item")
def describe_item(request: Request) -> dict[str, Any]:
    """`{"description": ..}` of the first picture of the request; what the eye is not sure of is left out."""
    if not request.pictures:
        raise BadRequestError("task describe_item: no picture")
    sight = see(next(iter(request.pictures.values())))
    return {"description": _describe(sight, _noun(request, sight), request.random)}


def _noun(request: Request, sight: Sight) -> str:
    """What the eye is sure of, else what the category or the title calls it, else the eye's best guess."""
    if sight.sure_garment:
        return sight.garment
    told = find_noun(request.section("category")) or find_noun(request.section("title"))
    if told:
        return told.word
    return sight.garment if sight.garment_confidence >= BARELY else "piece"


def _describe(sight: Sight, noun: str, random: np.random.Generator) -> str:
    many = bool(PAIRS.search(noun))
    measure = " pair of" if many else " piece of" if noun.endswith("wear") else ""
    print_ = PRINTS.get(sight.sure_pattern, "")
    shown = sight.sure_colours[: 1 if sight.sure_pattern == "plain" else 2]
    if shown:
        form = _pick(WITH_PRINT if print_ else PLAIN if sight.sure_pattern else UNSURE, random)
    else:
        form = _pick(SHADED_PRINT if print_ else SHADED, random)
    first = form.format(
        A=f"A{measure}",
        a=f"a{measure}",
        noun=_cut(sight.details.get("length", "")) + noun,
        colours=" and ".join(shown),
        shade=next((shade for shade, names in SHADES.items() if sight.colours[0] in names), "softly coloured"),
        print=print_,
        Print=_upper(print_),
        adjective=_pick(ADJECTIVES.get(sight.pattern, ("",)), random),
    )
    details = [_with_article(name, value) for name, value in sight.details.items() if name != "length"]
    if not details:
        return _articles(first)
    listed = _list([details[place] for place in random.permutation(len(details))[:DETAILS]])
    if random.random() < 0.4 and " with" not in first:
        return _articles(f"{first[:-1]}, with {listed}.")
    verb = {"It": "They" if many else "It", "has": "have" if many else "has"}
    return _articles(f"{first} {_pick(MORE, random).format(details=listed, Details=_upper(listed), **verb)}")


def _cut(length: str) -> str:
    """ "midi " or "knee-length ", to stand before the noun."""
    return f"{length}-length " if length in MEASURES else f"{length} " if length else ""


def _with_article(name: str, value: str) -> str:
    return f"{value} {name}" if PAIRS.search(name) else f"a {value} {name}"


def _list(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _articles(text: str) -> str:
    """ "a" before a vowel becomes "an"."""
    return re.sub(r"\b([Aa]) (?=[aeiou])", r"\1n ", text)


def _pick(choices: Sequence[str], random: np.random.Generator) -> str:
    return choices[int(random.integers(len(choices)))]
