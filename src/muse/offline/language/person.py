"""What a shopper can say of themselves: from the persona, reason, scenario and requirements of a prompt."""

from __future__ import annotations

import re

from muse.offline.language.audience import possessive
from muse.offline.language.retelling import introduced, introductions, stands_alone, tell
from muse.offline.language.words import KIN
from muse.offline.request import Request

Facts = dict[str, str | bool]

_GROWN = 14
_FRIEND_SHARE = 0.4
_WHEN = re.compile(
    r"\b((?:this|next|coming) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|weekend|month)"
    r"|tomorrow|in (?:a|one|two|three|four|five|six|ten|\d+) (?:days?|weeks?|months?|fortnight)"
    r"|at the end of (?:the|this|next) (?:week|month)|in (?:early |late |mid-)?(?:january|february|march|april|may|june"
    r"|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)


def shopper(request: Request) -> Facts:
    """Facts about the person who speaks: age group, work, the occasion by its group, requirements."""
    lines = dict(line.partition(": ")[::2] for line in request.section("persona").splitlines())
    group, _, text = request.section("reason").partition(": ")
    age = int(lines.get("Age", "30"))
    facts: Facts = {
        "my_name": lines.get("Name", "").split(" ")[0],
        "young": age < 26,
        "older": age >= 55,
        "child": age <= 12,
        "minor": age < 18,
        "age": str(age),
        "job": _job(lines.get("Profession", "none")),
    }
    facts |= _occasion(group, text)
    scenario = request.section("scenario")
    if when := _WHEN.search(scenario):
        facts["when"] = when[1]
    if worry := re.search(r"worr(?:y|ies|ied)(?: a little| a bit)? about (the [a-z ]+?)(?=[.,;]| and )", scenario):
        facts["worry"] = worry[1]
    recipient = {"she": "female", "he": "male", "they": "unknown"}.get(str(facts.get("they", "")))
    gender = lines.get("Gender", "unknown")
    kin = str(facts.get("kin", "")).split(" ")[-1]
    if kin == "":
        facts |= _section(gender, age)
    said = " ".join(spoken(request, "User"))
    told = tell(scenario, lines.get("Name", ""), gender, another=recipient)
    why = str(facts.get("event") or facts.get("milestone") or facts.get("activity") or "")
    known = introductions(scenario)
    tales = [introduced(tale, known, said) for tale in told if not (why and why in tale.lower())]
    tales = [tale for tale in tales if tale not in said]
    if tales:
        facts["tale_on"] = tales[int(request.random.integers(len(tales)))]
    if alone := [tale for tale in tales if stands_alone(tale)]:
        facts["tale"] = alone[int(request.random.integers(len(alone)))]
    others = [name for name, way in known.items() if way.split()[-1] != kin]
    if others and request.random.random() < _FRIEND_SHARE:
        facts["person"] = introduced(others[0], known, said)
    needs = [line.strip().rstrip(".") for line in request.section("requirements").splitlines() if line.strip()]
    for number, need in enumerate(needs[:2], 1):
        facts[f"need_{number}"] = re.sub("^in (?=[a-z ]+$)", "something in ", _lower_first(need))
        if "$" in need:
            facts["need_limit"] = _lower_first(need)
    return facts


def _section(gender: str, age: int) -> Facts:
    """Which section of a shop somebody looks through for themselves."""
    known = {("female", False): "woman", ("male", False): "man", ("female", True): "girl", ("male", True): "boy"}
    return {f"self_{known.get((gender, age < _GROWN), 'any')}": True}


def wrong_rail(request: Request, audience: str) -> Facts:
    """What a thing is made for and what it should be, where it hangs on a rail that is not the wearer's."""
    facts = shopper(request)
    own = next((name for name in ("woman", "man", "girl", "boy") if facts.get(f"self_{name}")), "")
    fitting = {"woman": "women", "man": "men", "girl": "girls", "boy": "boys"}.get(own, "")
    if not audience or not fitting or audience == fitting:
        return {}
    return {"shown_for": possessive(audience), "own_for": possessive(fitting)}


def _occasion(group: str, text: str) -> Facts:
    """The reason as facts: the authors' groups, in the wording of config/purchase_reasons.yaml or near it."""
    rest = re.sub(r"^(?:Attend|Get ready for|Celebrate|Celebrating|Dress for|Try|Replace something that)\s+", "", text)
    rest = re.sub(r"^.*: ", "", rest)
    if group == "Gifts":
        return _gift(text)
    key = {
        "Attend": "event",
        "Sports": "activity",
        "Celebrate": "milestone",
        "Work": "duty",
        "Season": "season",
        "Trend": "look",
        "Worn-out": "fault",
    }.get(group)
    return {key: _lower_first(rest)} if key else {"errand": _lower_first(text)}


def _gift(text: str) -> Facts:
    match = re.match(r"(?:Find|Purchase)(?: an?)? ?(.*?) (?:present|gift) for (.+)", text)
    occasion, recipient = (match[1], match[2]) if match else ("", "somebody")
    kin = re.sub(r"^(?:an?|the|my) ", "", recipient)
    head = kin.split()[-1]
    pronoun = next((word for word, names in KIN.items() if head in names), "they")
    them = {"she": "her", "he": "him", "they": "them"}[pronoun]
    their = {"she": "her", "he": "his", "they": "their"}[pronoun]
    return {
        "gifts": True,
        "occasion": occasion,
        "recipient": f"my {kin}" if kin != "somebody" else kin,
        "kin": kin,
        "they": pronoun,
        "them": them,
        "their": their,
        "several": pronoun == "they",
        "many_kin": (head.endswith("s") and head not in ("boss",)) or " and " in kin,
    }


def _job(profession: str) -> str:
    """Faker's "Engineer, civil (consulting)" as "civil engineer"; nothing where there is none."""
    plain = re.sub(r"\(.*?\)", "", profession).split("/")[0].strip().lower()
    if plain in ("none", ""):
        return ""
    head, comma, kind = plain.partition(", ")
    return f"{kind} {head}" if comma else plain


def _lower_first(text: str) -> str:
    keeps = re.match(r"(?:[A-Z]{2,}|I\b|(?:Christmas|Easter|Eid|Diwali|Hanukkah|Thanksgiving|Nordic|New Year)\b)", text)
    return text if keeps else text[:1].lower() + text[1:]


def spoken(request: Request, speaker: str) -> list[str]:
    """What a speaker has said so far, without the head of the line."""
    lines = request.section("history").splitlines()
    return [line.partition(": ")[2] for line in lines if line.startswith(f"{speaker} (")]


def heard(request: Request) -> list[str]:
    """All that was said so far."""
    return [line.partition(": ")[2] for line in request.section("history").splitlines()]
