"""What a shopper can say of themselves: from the persona, reason, scenario and requirements of a prompt."""

from __future__ import annotations

import re

from muse.offline.language.retelling import tell
from muse.offline.request import Request

Facts = dict[str, str | bool]

_KIN = {
    "she": "mother grandmother wife sister daughter granddaughter niece aunt girlfriend stepmother mother-in-law "
    "sister-in-law daughter-in-law bridesmaid goddaughter stepdaughter godmother",
    "he": "father grandfather husband brother son grandson nephew uncle boyfriend stepfather father-in-law "
    "brother-in-law son-in-law godson stepson godfather",
}
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
    said = " ".join(spoken(request, "User"))
    told = tell(scenario, lines.get("Name", ""), gender, another=recipient)
    why = str(facts.get("event") or facts.get("milestone") or facts.get("activity") or "")
    tales = [tale for tale in told if tale not in said and not (why and why in tale.lower())]
    if tales:
        facts["tale"] = tales[int(request.random.integers(len(tales)))]
    needs = [line.strip().rstrip(".") for line in request.section("requirements").splitlines() if line.strip()]
    for number, need in enumerate(needs[:2], 1):
        facts[f"need_{number}"] = _lower_first(need)
    return facts


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
    pronoun = next((word for word, names in _KIN.items() if head in names.split()), "they")
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
