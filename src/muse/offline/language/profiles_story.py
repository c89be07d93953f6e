"""The offline profiler's writing: why somebody is shopping, and what it should be like."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np

from muse.offline.language.grammar import load, tidy
from muse.offline.language.profiles_knowledge import occasion, one_of
from muse.offline.language.profiles_people import PRONOUNS, Recipient, friend, introduction, person_facts, recipient
from muse.offline.language.profiles_setting import calendar, places, trend
from muse.offline.language.profiles_wares import WORN_NEXT_TO_SKIN, Ware, colour_kind

_CLOTHES = frozenset(
    {"hand", "head", "neck", "outer", "tailored", "knit", "upper", "lower", "full", "night", "under", "sock"}
)
# Traits worth a word, where they only mean something for some classes of things.
_TRAITS_OF = {
    "warm": _CLOTHES | {"foot"},
    "cool": _CLOTHES | {"foot"},
    "soft": _CLOTHES,
    "stretch": _CLOTHES | {"swim"},
    "rain": (_CLOTHES | {"foot", "bag"}) - WORN_NEXT_TO_SKIN,
    "sun": {"head", "eye", "upper", "swim", "outer"},
    "care": _CLOTHES | {"swim"},
    "pocket": {"outer", "lower", "full", "bag", "knit"},
    "grip": {"foot", "hand"},
    "adjust": {"head", "foot", "belt", "bag", "swim", "under", "watch", "jewel"},
    "sporty": set(),
    "open": set(),
    "smart": set(),
}
# A group's flag in the grammar, and the fact as which its reason is said.
_SAID_AS = {
    "Attend": ("attend", "event"),
    "Sports": ("sport", "sport"),
    "Celebrate": ("celebrate", "milestone"),
    "Worn-out": ("wornout", "worn_fate"),
    "Work": ("work", "work_event"),
    "Season": ("season", "season_phrase"),
    "Trend": ("trend", "trend"),
}
_VERBS = re.compile(
    r"^(?:Attend|Get ready for|Celebrate|Find an? (?P<occasion>.+?) present\b.*|Replace something that|Dress for)\s*"
)
_FRIEND, _SHOPPER, _RECEIVER = "@F", "@N", "@R"
_DRAFTS = 4
_SPEAKS_OF_COLOUR, _SPEAKS_OF_LOOKS = 0.35, 0.6
_REQUIREMENTS = (0.15, 0.35, 0.5)


@dataclass(frozen=True)
class Shopper:
    """Who shops and why, as the prompt's sections say it."""

    name: str
    gender: str
    age: int
    profession: str
    group: str
    reason: str


def tell(shopper: Shopper, ware: Ware, random: np.random.Generator) -> tuple[str, list[str]]:
    """A scenario of some sentences and at most two requirements, which agree with each other."""
    facts, names = _facts(shopper, ware, random)
    grammar = load("profiles_scenario")
    drafts = grammar.drafts("scenario", facts, random, _DRAFTS)
    best = min(drafts, key=lambda draft: _repetition(draft, facts))
    wishes = [grammar.draw(f"wish_{wish}", facts, random) for wish in _wishes(facts, random)]
    return _introduced(best, names), [_introduced(wish, names) for wish in wishes]


def _facts(
    shopper: Shopper, ware: Ware, random: np.random.Generator
) -> tuple[dict[str, str | bool], dict[str, tuple[str, str]]]:
    """All that the grammar may use, and the names to put for the marks: (at first mention, later)."""
    facts = person_facts(shopper.name, shopper.gender, shopper.age, shopper.profession)
    first = str(facts["name"])
    known = occasion(shopper.group, shopper.reason)
    companion, _ = friend(None, random, (first,))
    names = {
        _SHOPPER: (shopper.name if random.random() < 0.4 else first, first),
        _FRIEND: (introduction(companion, facts, random), companion),
    }
    facts |= {"name": _SHOPPER, "who": _FRIEND, "friend": _FRIEND}
    facts |= dict.fromkeys(known.flags, True)
    facts |= {f"w{key}": facts[key] for key in ("subj", "obj", "poss", "refl", "they")} | {"wname": _SHOPPER}
    facts |= _purpose(shopper, random)
    if (taker := recipient(shopper.reason)) and shopper.group == "Gifts":
        facts |= {"gift": True} | _receiver(taker, shopper, ware, names, random)
    seasons = [name for name in known.seasons if name in ware.seasons] or list(known.seasons)
    facts |= calendar(one_of(tuple(seasons), random), known.date, random)
    if "o_feast" in known.flags:
        feast = str(facts["occasion"])
        facts |= {"when_bare": feast, "when": f"{'on' if feast.endswith('Day') else 'at'} {feast}"}
    facts |= places(random) | _ware_facts(ware, random)
    return facts, names


def _purpose(shopper: Shopper, random: np.random.Generator) -> dict[str, str | bool]:
    """The reason's group as a flag and its words as a fact; a reason that is not understood is said as it stands."""
    asked = _VERBS.match(shopper.reason)
    bare = _VERBS.sub("", shopper.reason)
    if shopper.group == "Gifts" and recipient(shopper.reason):
        return {"occasion": (asked and asked["occasion"]) or "little"}
    if shopper.group not in _SAID_AS or not bare:
        return {"plainly": True, "reason": shopper.reason[:1].lower() + shopper.reason[1:]}
    flag, fact = _SAID_AS[shopper.group]
    said = {"Worn-out": f"the old one {bare}", "Trend": trend(shopper.reason, random)}.get(shopper.group, bare)
    return {flag: True, fact: said}


def _receiver(
    taker: Recipient, shopper: Shopper, ware: Ware, names: dict[str, tuple[str, str]], random: np.random.Generator
) -> dict[str, str | bool]:
    wearer = taker.wearer(shopper.age)
    gender = wearer.gender or {"women": "female", "girls": "female", "men": "male", "boys": "male"}.get(
        ware.audience or "", ("female", "male")[int(random.integers(2))]
    )
    name, _ = friend(gender, random, tuple(used for _, used in names.values()))
    poss = PRONOUNS[shopper.gender][2]
    elder = taker.relation.startswith(("mother", "father", "grand", "aunt", "uncle", "step")) and wearer.oldest > 40
    called = f"{poss} {taker.relation}"
    later = called if elder and "son" not in taker.relation and "daughter" not in taker.relation else name
    names[_RECEIVER] = (called if later == called else f"{called} {name}", later)
    subj, obj, its, refl = PRONOUNS[gender]
    facts: dict[str, str | bool] = {"recip": _RECEIVER, "recip_name": _RECEIVER, "wname": _RECEIVER}
    facts |= {"rsubj": subj, "robj": obj, "rposs": its, "rrefl": refl, "rthey": False}
    if ware.audience == "baby":
        baby = PRONOUNS[("female", "male")[int(random.integers(2))]]
        facts |= dict(zip(("wsubj", "wobj", "wposs", "wrefl"), baby, strict=True))
        return facts | {"wname": "the little one", "wthey": False, "baby": True}
    facts |= {"wsubj": subj, "wobj": obj, "wposs": its, "wrefl": refl, "wthey": False}
    return facts


def _ware_facts(ware: Ware, random: np.random.Generator) -> dict[str, str | bool]:
    """What it is for and good at: its class, at most two of its traits, perhaps its colour, a budget."""
    facts: dict[str, str | bool] = {f"c_{ware.kind}": True}
    traits = sorted(name for name in ware.traits if ware.kind in _TRAITS_OF.get(name, {ware.kind}))
    random.shuffle(traits)
    facts |= {f"t_{name}": True for name in traits[:2]}
    look = random.random()  # drawn first: a picture is looked at only where something will be said of it
    if look < _SPEAKS_OF_LOOKS and ware.kind not in WORN_NEXT_TO_SKIN and (sight := ware.sight):
        if look < _SPEAKS_OF_COLOUR and sight.sure_colours:
            colour = sight.sure_colours[0]
            facts |= {"colour_word": True, "colour": colour, f"{colour_kind(colour)}_colour": True}
        elif look >= _SPEAKS_OF_COLOUR and sight.sure_pattern:
            facts |= {"plain_look" if sight.sure_pattern == "plain" else "pattern_word": True}
    if ware.price is not None and random.random() < 0.5:
        limit = int(np.ceil(ware.price * random.uniform(1.02, 1.35) / 5) * 5)
        facts["budget"] = one_of((f"${limit}", f"{limit} dollars", f"about ${limit}"), random)
        facts["limit"] = f"${limit}"
    return facts


def _wishes(facts: dict[str, str | bool], random: np.random.Generator) -> list[str]:
    known = [name for name, value in facts.items() if value and f"wish_{name}" in load("profiles_scenario").rules]
    count = min(int(random.choice(3, p=_REQUIREMENTS)), len(known))
    return [known[at] for at in sorted(random.choice(len(known), size=count, replace=False).tolist())]


def _repetition(draft: str, facts: dict[str, str | bool]) -> float:
    """How often a draft says the same thing twice; a date or place again, the friend or a word of weight too often."""
    twice = sum(max(0, draft.count(str(facts[key])) - 1) for key in ("when_bare", "town", "town_two", "days", "month"))
    twice += max(0, draft.count(_FRIEND) - 2) + 2 * max(0, draft.count(str(facts.get("budget", "\n"))) - 1)
    heavy = Counter(word for word in re.findall(r"[a-z]{6,}", draft.lower()))
    return twice + 0.5 * sum(count - 1 for count in heavy.values() if count > 1)


def _introduced(text: str, names: dict[str, tuple[str, str]]) -> str:
    """The marks replaced: a person is introduced at the first mention and called by name after."""
    for mark, (first, later) in names.items():
        possessive = text.partition(mark)[2].startswith("'s")
        text = text.replace(mark, later if possessive and " from " in first else first, 1).replace(mark, later)
    return tidy(text)
