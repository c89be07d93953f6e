"""A scenario in the third person, retold by its hero: "Ana wants to feel at ease" becomes "I want to feel at ease"."""

from __future__ import annotations

import re

from muse.offline.language.words import ADVERBS, BEFORE_ME, THIRD_PERSON

_PRONOUNS = {
    "female": {"she": "I", "hers": "mine", "herself": "myself"},
    "male": {"he": "I", "him": "me", "his": "my", "himself": "myself"},
    "unknown": {"they": "I", "them": "me", "their": "my", "themself": "myself", "themselves": "myself"},
}
_IRREGULAR = {
    "is": "am", "are": "am", "was": "was", "were": "was", "has": "have", "does": "do", "goes": "go", "isn't": "am not",
    "aren't": "am not", "hasn't": "haven't", "doesn't": "don't", "weren't": "wasn't",
}  # fmt: skip
_VERB = r"(?P<adverbs>(?: (?:{})\b)*) (?P<verb>[a-z']+)".format("|".join(sorted(ADVERBS)))
_OTHERS = {"female": r"\bshe\b|\bher\b", "male": r"\bhe\b|\bhim\b|\bhis\b", "unknown": r"\bthey\b|\bthem\b|\btheir\b"}
_HER_ME = re.compile(
    r"\bher(?= (?:to|a|an|the|and|or|but|as|at|from|in|into|out|on|with|for|by|of|off|up|down|back|home|there|if|when"
    r"|while|because|so|that|than|too|mad|one|it|this|twice|again|before|after|more|quite|most|no|not|once|always|often|lately|through|alone|either|even)\b|[.,;:!?]|$)"
)

_LEANS = re.compile(
    r"^(?:It|This|That|So|They|There it|What worked|The old one|Should it)\b"
    r"|(?<=[a-z])(?<!\band)(?<!\bbut)(?<!\bwhen)(?<!\bbecause) there\b(?! (?:will|may|might|must|should|would) be\b)"
    r"|\b(?:changed my mind|slept on it|three times)\b"
)
_RELATED = re.compile(r"\b(?:his|her|their) ((?:[a-z-]+ ){1,3})([A-Z][a-z]+)\b")
_FROM = re.compile(r"\b([A-Z][a-z]+) (from (?:the choir|the book club|the swimming club|(?:his|her|their) class))\b")


def stands_alone(sentence: str) -> bool:
    """Whether a sentence says something without the one before it: no "it" or "there" that points back."""
    return not _LEANS.search(sentence)


def introductions(scenario: str) -> dict[str, str]:
    """Who is who: each name with the way in which its hero would introduce it, as "my colleague"."""
    known = {name: f"my {who.strip()}" for who, name in _RELATED.findall(scenario)}
    for name, whence in _FROM.findall(scenario):
        known[name] = re.sub(r"\b(?:his|her|their)\b", "my", whence)
    return known


def introduced(sentence: str, known: dict[str, str], said: str) -> str:
    """A sentence in which those whom nobody has `said` yet are introduced at their first mention."""
    for name, way in known.items():
        full = f"{name} {way}" if way.startswith("from ") else f"{way} {name}"
        if name in said or full.lower() in sentence.lower():
            continue
        first = full[0].upper() + full[1:] if sentence.startswith(name) else full
        sentence = re.sub(rf"\b{name}\b", first, sentence, count=1)
    return sentence


def tell(scenario: str, name: str, gender: str, *, another: str | None = None) -> list[str]:
    """The sentences of a scenario that can be retold in the first person, in order.

    `another` is the pronoun group ("female", "male", "unknown") of somebody else whom the story is about, as the one
    who gets a present: sentences where it can't be told who is meant are left out.
    """
    told = []
    for sentence in re.findall(r"[^.!?]+[.!?]", scenario):
        words = sentence.strip()
        if (
            another == gender
            and name.split(" ", 1)[0] not in words
            and re.search(_OTHERS[gender], words, re.IGNORECASE)
        ):
            continue
        if retold := _first_person(words, name, gender):
            told.append(retold)
    return told


def _first_person(sentence: str, name: str, gender: str) -> str:
    first, _, surname = name.partition(" ")
    called = re.escape(first) + (f"(?: {re.escape(surname)})?" if surname else "")
    text = re.sub(rf"\b{called}'s?(?= )", "my", sentence)
    verb = rf"(?: (?:{'|'.join(sorted(ADVERBS))}))? [a-z]+s\b"
    me = re.compile(rf"\b(?P<before>{'|'.join(sorted(BEFORE_ME))}) {called}\b(?!{verb})", re.IGNORECASE)
    text = me.sub(lambda match: f"{match['before']} me", text)
    text = re.sub(rf"\b{called}\b", "@I", text)
    if gender == "female":
        text = _HER_ME.sub("me", text)
        text = re.sub(r"(?<=\bmake )her\b|(?<=\bmakes )her\b", "me", text)
        text = re.sub(r"\bher\b", "my", text)
        text = re.sub(r"^Her\b", "My", text)
    for old, new in _PRONOUNS[gender].items():
        text = re.sub(rf"\b{old}\b", "@I" if new == "I" else new, text)
        text = re.sub(rf"\b{old.capitalize()}\b", "@I" if new == "I" else new.capitalize(), text)
    starts = re.search("(?:^|: )@I", text)
    text = re.sub(r"@I" + _VERB, _agree, text)
    text = text.replace("@I", "I")
    if starts:
        text = re.sub(rf"(?<=\b(?:and|but)){_VERB}", _agree_joined, text)
        text = re.sub(r"(?<=\byet)" + _VERB, _agree_joined, text)
    return (
        ""
        if re.search(
            r"\bI, an? |\bI,? (?:I|me|my|who|whom|whose)\b|\bI \w+(?<!s)s\b(?<!was)(?<!always)(?<!perhaps)", text
        )
        else text
    )


def _agree(match: re.Match[str]) -> str:
    return f"I{match['adverbs']} {_base(match['verb'])}"


def _agree_joined(match: re.Match[str]) -> str:
    verb = match["verb"]
    return f"{match['adverbs']} {_base(verb) if verb in THIRD_PERSON else verb}"


def _base(verb: str) -> str:
    """A verb of the third person singular in the first."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    if verb.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith(("ss", "us")) else verb
