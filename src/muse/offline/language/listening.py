"""What a speaker gathers from the other's words: what was asked, what it is about, what to come back to."""

from __future__ import annotations

import re

from muse.offline.language.audience import ALL, any_rail, wearers
from muse.offline.language.items import MATERIALS, PATTERNS, find_noun
from muse.offline.language.person import Facts
from muse.offline.language.searching import split_wish
from muse.offline.language.words import COLOURS

_ASKED = {
    "asked_when": r"\bwhen\b|\bhow soon\b|\bdate\b|\bhow long\b|\btiming\b|\bdeadline\b",
    "asked_feel": r"\bfeel\b|\bmood\b|\bstyle\b|\bdressy\b|\bdress code\b|\bformal\b|\bcasual\b"
    r"|\byour (?:usual )?taste\b|\bdo you lean\b(?! towards)|\bsmart or\b|\bor easy-going\b",
    "asked_budget": r"\bbudget\b|\bspend\b|\bprice range\b",
    "asked_need": r"\bmatters?\b|\bimportant\b|\bmust\b|\bpriorit|\bdeal-?breaker\b|\bneeds? to\b|\bpractical",
    "asked_who": r"\bwho\b|\bthe person\b|\btheir taste\b",
    "asked_avoid": r"\bcolour you\b",
    "asked_keep": r"\bfor years\b|\bjust for this once\b",
    "asked_either": r"\bquiet or eye|\bplain things or\b|\bsoft or structured\b",
    "asked_section": r"\bmenswear\b|\bmen's\b|\bwomen's\b|\bladies'",
    "asked_with": r"wear with|put with|go with|with it\?|with them\?",
    "asked_where": r"\bwhere\b|\bindoors?\b|\boutdoors?\b|\boutside\b|\bweather\b",
}
_TOPICS = {
    "wedding": r"\bweddings?\b|\bmarried\b|\bbride|\bengagement\b",
    "party": r"\bpart(?:y|ies)\b|\bbirthday\b|\banniversary\b|\bball\b|\bgala\b|\bfestiv|\breception\b",
    "gift": r"\bpresents?\b|\bgifts?\b",
    "sport": r"\bhik|\brun(?:s|ning)?\b|\btraining\b|\bswim|\bclimb|\bcycl|\byoga|\btennis|\bgolf|\bsports?\b"
    r"|\bskiing\b|\bcamping\b|\bfishing\b|\bdanc|\bgym\b|\bbik(?:e|es|ing)\b",
    "job": r"\b(?:new|my) job\b|\boffice\b"
    r"|\bclients?\b|\binterview|\b(?:at|for|my|to) work\b|\bshifts?\b|\bintern(?:ship)?\b",
    "study": r"\bgraduat|\buniversity\b|\bexams?\b|\bdegree\b|\bdoctorate\b|\bcourse\b(?<!of course)",
    "season_talk": r"\bspring\b|\bsummer\b|\bautumn\b|\bwinter\b|\brain(?:y|s)?\b|\bfrost|\bweather\b|\bseasons?\b",
    "worn": r"\bworn out\b|\btore\b|\bshrunk\b|\bfaded\b|\bbroke\b|\bholes?\b|\bno longer\b|\blost its\b",
    "stage": r"\bconcert|\bopera\b|\btheatre\b|\bplay\b|\bpremiere\b|\bballet\b|\brecital\b|\bfestival\b|\bexhibition\b"
    r"|\bgallery\b|\bmuseum\b",
    "trip": r"\btrips?\b|\btravel|\bholidays?\b|\bjourney|\bflights?\b|\babroad\b|\bcruise\b",
    "family": r"\bfamily\b|\b(?:step|grand|god)?(?:mother|father|daughter|son|sister|brother|parents?)s?\b"
    r"|\bniece|\bnephew|\baunts?\b|\buncles?\b|\bcousins?\b",
}
_NOT_THE_GIVERS = {"on_wedding", "on_party", "on_study", "on_job", "on_sport"}
_ANSWERED = frozenset(_ASKED) - {"asked_need", "asked_with"}
_ECHO = re.compile(
    r"\b(?:to|for|at|attend(?:ing)?) (an? (?!change|while|loss|hurry|bit|moment|start|look|few|piece|good|reason"
    r"|person|little|treat|gift|memento|second|small|successor|phone|rethink|hand|fresh|reward|opinion|idea)"
    r"[a-z0-9' -]{4,32}?)"
    r"(?= (?:in|on|next|this|with|and|so|that|at|where|which|coming|soon|but|because|ahead|before|shortly|fairly|quite"
    r"|for my)\b|[.,;!?:]|$)",
    re.IGNORECASE,
)


def listen(text: str, *, first: str = "", last: str | None = None) -> Facts:
    """Facts gathered from what the other one said: all of it in `text`, the last utterance in `last`."""
    latest = (text if last is None else last).lower()
    questions = " ".join(re.findall(r"[^.!?]*\?", latest))
    facts: Facts = {name: True for name, pattern in _ASKED.items() if re.search(pattern, questions)}
    facts["asked"] = "?" in latest
    facts["answers"] = not _ANSWERED.isdisjoint(facts)
    lowered = text.lower()
    for name, pattern in _TOPICS.items():
        if re.search(pattern, lowered):
            facts["on_" + name] = True
    if "on_gift" in facts:  # a wedding present is for who marries, not for whoever buys it
        facts = {name: value for name, value in facts.items() if name not in _NOT_THE_GIVERS}
    if match := _ECHO.search(first or text):
        echo = match[1][0].lower() + match[1][1:]
        if find_noun(echo) is None and not re.search(_TOPICS["family"], echo):
            facts["echo"] = re.sub(r"^an? ", "the ", echo)
            facts["an_echo"] = echo
    facts["said_when"] = bool(re.search(r"\b(?:next|this|tomorrow|soon|days|weeks?|month|saturday|sunday)\b", lowered))
    facts["said_section"] = any_rail(text) or wearers(text) != frozenset(ALL)
    facts["said_money"] = bool(re.search(r"\bbudget\b|\bspend\b|\$|\bdollars?\b|\bprice\b|\bpay\b|\bmoney\b", lowered))
    return facts


def wished(rejection: str) -> Facts:
    """What a rejection asks for instead, as far as it is said plainly: a kind, a colour, a material, a pattern."""
    wanted, _ = split_wish(rejection)
    text = " ".join(wanted)
    facts: Facts = {}
    if (noun := find_noun(text)) is not None:
        return {"got_noun": noun.word, "got_many": noun.many, "got_a": noun.one}
    colours = [word for word in wanted if word in COLOURS]
    if colours:
        facts["got_colour"] = " ".join(colours[:2]) if colours[0] in ("light", "dark") else colours[0]
    elif prints := [print_ for _, print_ in PATTERNS.values() if print_ and print_ in rejection.lower()]:
        facts["got_print"] = prints[0]
    elif "plain" in wanted:
        facts["got_plain"] = True
    elif materials := [name for name in MATERIALS if name in text]:
        facts["got_material"] = materials[0]
    return facts
