"""The offline profiler's judgement: could this person end up buying that product for this reason?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from muse.offline.language.profiles_knowledge import Occasion, occasion
from muse.offline.language.profiles_people import recipient
from muse.offline.language.profiles_wares import CHILDREN, Ware


def objection(*, gender: str, age: int, profession: str, group: str, reason: str, ware: Ware) -> str | None:
    """Why the combination is implausible, in one sentence; None when it could well be."""
    known = occasion(group, reason)
    checks = {"Sports": _sport, "Attend": _attend, "Work": _work, "Worn-out": _worn, "Trend": _trend}
    problems = [_person(age, profession, group, known), _season(known, ware)]
    if group == "Gifts":
        problems.append(_gift(age, reason, known, ware))
    else:
        problems.append(_wearer(gender, age, ware))
        if group in checks:
            problems.append(checks[group](known, ware))
    return next(chain.from_iterable(problems), None)


def _person(age: int, profession: str, group: str, known: Occasion) -> Iterator[str]:
    if not known.youngest <= age <= known.oldest:
        yield f"At {age}, nobody has this reason."
    if group == "Work" and profession == "none":
        yield "The person has no job."


def _season(known: Occasion, ware: Ware) -> Iterator[str]:
    if "cold" in known.flags and "cool" in ware.traits:
        yield "It is far too light for the cold there."
    if ware.seasons.isdisjoint(known.seasons):
        yield f"It is not worn in {' or '.join(known.seasons)}."


def _wearer(gender: str, age: int, ware: Ware) -> Iterator[str]:
    if not ware.suits(gender, age, age):
        yield f"It is made for {ware.audience}, not for this person."


def _gift(age: int, reason: str, known: Occasion, ware: Ware) -> Iterator[str]:
    who = recipient(reason)
    if who is None:
        return
    if not who.giver_fits(age):
        yield f"At {age}, nobody is likely to have that relation to the receiver."
    wearer = who.wearer(age)
    if "for_baby" in known.flags:
        if ware.audience != "baby":
            yield "It is not made for a baby."
        return
    if not ware.suits(wearer.gender, wearer.youngest, wearer.oldest):
        yield f"It is made for {ware.audience}, not for the receiver."
    if "adult_gets" in known.flags and ware.audience in CHILDREN | {"baby"}:
        yield "It is made for children, and the receiver is grown up."
    if ware.kind == "under" and who.relation not in _PARTNERS:
        yield "It is too intimate a present."
    if ware.kind in {"swim", "night"} and who.relation in _DISTANT:
        yield "It is too personal a present."


def _sport(known: Occasion, ware: Ware) -> Iterator[str]:
    sporty = "sporty" in ware.traits
    if ware.kind == "swim" and "s_water" not in known.flags:
        yield "It is made for the water."
    if "open" in ware.traits and ware.kind == "foot" and "s_water" not in known.flags:
        yield "It gives the foot no hold."
    if not sporty and ware.traits & {"smart", "formal"}:
        yield "Nobody does sports with that."
    if "s_snow" in known.flags and "cool" in ware.traits:
        yield "It is too light for the cold."
    if "s_water" in known.flags and "warm" in ware.traits:
        yield "It is too warm for that."
    if ware.kind == "full" and not sporty and "s_dance" not in known.flags:
        yield "One cannot move freely enough in it."
    if ware.kind == "outer" and "warm" in ware.traits and "outdoor" not in known.flags and "s_snow" not in known.flags:
        yield "Nobody wears that indoors."
    if ware.kind not in _FOR_SPORTS:
        yield "It has no use there."


def _attend(known: Occasion, ware: Ware) -> Iterator[str]:
    flags, traits = known.flags, ware.traits
    if ware.kind == "swim" and "swim_ok" not in flags:
        yield "Nobody wears that there."
    if ware.kind == "night" and "trip" not in flags:
        yield "Nobody wears that there."
    if "sporty" in traits and ware.kind in _SEEN and flags & {"formal", "business", "mourning", "culture"}:
        yield "It is too sporty for the occasion."
    casual = "casual" in traits and "formal" not in traits and ware.kind in {"upper", "lower", "knit", "foot"}
    if casual and (flags & {"strict", "mourning"} or ("formal" in flags and not flags & {"casual_ok", "family"})):
        yield "It is too casual for the occasion."
    if "mourning" in flags and ware.sight and ware.sight.sure_pattern in _LOUD:
        yield "What the picture shows is too loud for the occasion."


def _work(known: Occasion, ware: Ware) -> Iterator[str]:
    if ware.kind in {"swim", "night"}:
        yield "Nobody wears that at work."


def _worn(known: Occasion, ware: Ware) -> Iterator[str]:
    if "cloth" in known.flags and ware.kind in {"jewel", "watch", "eye"}:
        yield "That does not happen to such a thing."
    if "fastens" in known.flags and ware.kind not in _FASTENED:
        yield "It has nothing to close."


def _trend(known: Occasion, ware: Ware) -> Iterator[str]:
    if ware.kind in {"under", "night"}:
        yield "Nobody would see it."


_FOR_SPORTS = frozenset(
    {"foot", "sock", "eye", "bag", "watch", "upper", "lower", "knit", "outer", "under", "head", "hand", "full", "swim"}
)
_PARTNERS = frozenset({"wife", "husband", "girlfriend", "boyfriend"})
_DISTANT = frozenset(
    {
        "colleague",
        "boss",
        "neighbour",
        "favourite teacher",
        "coach",
        "mentor",
        "nurse",
        "host",
        "dog walker",
        "babysitter",
    }
)
_SEEN = frozenset({"upper", "lower", "full", "outer", "knit", "foot", "head", "swim"})
_FASTENED = frozenset({"bag", "smallbag", "belt", "watch", "outer", "jewel", "lower", "foot"})
_LOUD = frozenset({"polka dots", "floral", "camouflage", "animal print", "tie-dye", "graphic print", "colour block"})
