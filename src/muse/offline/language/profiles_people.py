"""How the offline profiler speaks of people: pronouns, stages of life, professions, who gets a present."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from muse.offline.language.profiles_knowledge import Rule, matching, one_of, words

PRONOUNS = {
    "female": ("she", "her", "her", "herself"),
    "male": ("he", "him", "his", "himself"),
    "unknown": ("they", "them", "their", "themself"),
}
CHILD, TEEN, RETIRED = 12, 17, 66
_NO_JOB = frozenset({"", "none", "copy", "make", "publishing copy"})  # the last three: Faker's list has them cut off


@dataclass(frozen=True)
class Wearer:
    """Who will use the thing; `gender` None where it is not said, ages the span that it could be."""

    gender: str | None
    youngest: int
    oldest: int


@dataclass(frozen=True)
class Recipient:
    """Who gets a present: "older sister"; None of the known relations leaves all open."""

    relation: str
    rule: Rule | None

    def wearer(self, giver: int) -> Wearer:
        """What follows of the recipient from the giver's age."""
        if self.rule is None:
            return Wearer(None, 0, 100)
        gender, _, gap = self.rule.columns
        low, high = map(int, gap.split())
        return Wearer(None if gender == "-" else gender, max(1, giver + low), max(1, giver + high))

    def giver_fits(self, age: int) -> bool:
        """Whether somebody of this age has such a relation."""
        if self.rule is None:
            return True
        low, high = map(int, self.rule.columns[1].split("-"))
        return low <= age <= high


def recipient(reason: str) -> Recipient | None:
    """The recipient in a reason such as "Find a birthday present for an older sister"."""
    found = re.search(r"\bfor (?:an?|the|his|her|their)\s+(.+?)\.?$", reason)
    if found is None:
        return None
    fitting = matching("recipients", found[1])
    return Recipient(found[1], max(fitting, key=lambda hit: len(hit[0]), default=("", None))[1])


def person_facts(name: str, gender: str, age: int, profession: str) -> dict[str, str | bool]:
    """Name, pronouns, stage of life and profession as facts for a grammar."""
    subj, obj, poss, refl = PRONOUNS[gender]
    job = spoken_job(profession)
    facts: dict[str, str | bool] = {
        "name": name.split(maxsplit=1)[0],
        "subj": subj,
        "obj": obj,
        "poss": poss,
        "refl": refl,
        "age": str(age),
        "they": gender == "unknown",
        "child": age <= CHILD,
        "teen": CHILD < age <= TEEN,
        "student": TEEN < age <= 21,
        "retired": age >= RETIRED,
        "nojob": age > 21 and not job,
    }
    if job and age > 21:
        facts["job"] = job
        facts |= {flag: True for _, rule in matching("jobs", profession.lower())[:1] for flag in rule.flags}
    return facts


def spoken_job(profession: str) -> str:
    """A profession as one says it: "Engineer, civil (consulting)" becomes "civil engineer"; none becomes ""."""
    plain = re.sub(r"\s*\(.*?\)|(?:/[\w-]+)+", "", profession).strip()
    if plain.lower() in _NO_JOB:
        return ""
    head, comma, kind = plain.partition(", ")
    plain = f"{kind} {head}" if comma else plain
    return " ".join(word if word.isupper() else word.lower() for word in plain.split())


def friend(gender: str | None, random: np.random.Generator, avoid: tuple[str, ...] = ()) -> tuple[str, str]:
    """A first name that is none of `avoid`, and the gender that goes with it."""
    chosen = gender if gender in {"female", "male"} else ("female", "male")[int(random.integers(2))]
    names = [name for name in words(f"{chosen}_names") if name not in avoid]
    return names[int(random.integers(len(names)))], chosen


def introduction(name: str, facts: Mapping[str, str | bool], random: np.random.Generator) -> str:
    """A companion at the first mention: "her cousin Lena", by the shopper's stage of life."""
    poss = facts["poss"]
    ways = [f"{poss} cousin {name}", f"{poss} friend {name}", f"{poss} good friend {name}", f"{poss} neighbour {name}"]
    if facts["child"]:
        ways += [f"{poss} classmate {name}", f"{name} from {poss} class"]
    elif facts["teen"] or facts["student"]:
        ways += [f"{name} from {poss} class", f"{poss} bandmate {name}", f"{name} from the swimming club"]
    else:
        ways += [f"{poss} old schoolfriend {name}", f"{poss} former flatmate {name}", f"{name} from the choir"]
        ways += [f"{name} from the book club", f"{poss} oldest friend {name}"]
        ways += [] if facts["retired"] or "job" not in facts else [f"{poss} colleague {name}"] * 2
    return one_of(tuple(ways), random)
