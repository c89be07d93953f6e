"""From talk to a search, and from what a search finds to one item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from muse.offline.language.audience import limit, made_for, search_word, wearers
from muse.offline.language.items import MATERIALS, Noun, find_noun
from muse.offline.language.words import COLOURS, PATTERN_WORDS, STOP

_WORD = re.compile(r"[a-z][a-z'-]+")
_LIMIT = 40
_TURNED_DOWN = re.compile(
    r"\b(?:not|too|never|less|without|hardly|rarely|bothers?|stops|worries|washes|reminds|covered|short of|plenty"
    r"|friends|get on|got along|history|steep|limit|dizzy|hesitate|busy|little for me|heavy|nervous|puts me"
    r"|(?:looks|seems|is) (?:fine|good|at ease))\b|n't\b"
)
_COMPOUND = re.compile(r"\b(?:rose gold|sky blue)\b")  # one colour, not two
_COMPOUNDS = {"rose-gold", "sky-blue"}
_EXCHANGE = re.compile(r"\b(?:swap|trade|change|exchange) (.+?) for (.+)")
_PREFERENCE = re.compile(r"\bprefer (.+?) to (.+)")
_CONTRAST = re.compile(r"\b(?:rather than|instead of|in place of|and not|not|over|than|where you show me)\b")


def merge(last_query: str, history: Sequence[str]) -> str:
    """The query after the user's last utterance: what was said before the first search; then, with each rejection,
    the new wish first and of the old query what still holds."""
    said = " ".join(line.partition(": ")[2] for line in history if line.startswith("User ("))
    if not last_query:
        return " ".join(dict.fromkeys([*search_word(said).split(), *_content(said)][:_LIMIT]))
    last = next((line for line in reversed(history) if line.startswith("User (")), "")
    if "(reject)" not in last:
        return last_query
    wanted, unwanted = split_wish(last.partition(": ")[2])
    old = [word for word in last_query.split() if word not in unwanted]
    if (noun := find_noun(" ".join(wanted))) is not None:
        wanted = [*noun.word.split(), *(word for word in wanted if not find_noun(word))]
        old = [word for word in old if find_noun(word) is None]
    elif find_noun(last_query) is None and (shown := _kind_shown(history)) is not None:
        wanted = [*wanted, *shown.word.split()]  # turned down for its looks: the kind was right
    if any(word in COLOURS for word in wanted):
        old = [word for word in old if word not in COLOURS]
    looks = search_word(said).split()
    looks += [word for word in old if word in COLOURS | PATTERN_WORDS or word in MATERIALS or find_noun(word)]
    rest = [word for word in old if word not in looks]
    kept = [word for word in wanted if word in COLOURS | PATTERN_WORDS or word in MATERIALS or find_noun(word)]
    loose = [word for word in wanted if word not in kept]
    return " ".join(list(dict.fromkeys([*kept, *looks, *loose[:6], *rest[:8]]))[:_LIMIT])


def _kind_shown(history: Sequence[str]) -> Noun | None:
    """The kind of the thing that was recommended last, by its name in the recommendation."""
    last = next((line for line in reversed(history) if line.startswith("Assistant (recommend)")), "")
    name = re.search(r"\bthe (?:other |next )?((?:[A-Z0-9][\w'-]* ?)+)", last.partition(": ")[2])
    return find_noun(name[1]) if name else None


def split_wish(text: str) -> tuple[list[str], set[str]]:
    """The words of a rejection that are wished for, and those that are turned down ("rather than", "not", "too")."""
    wanted: list[str] = []
    unwanted: set[str] = set()
    lowered = _COMPOUND.sub(lambda match: match[0].replace(" ", "-"), text.lower())
    for clause in re.split(r"[.:;!?]|,| but | and ", lowered):
        if exchange := _EXCHANGE.search(clause):
            unwanted |= set(_content(exchange[1]))
            wanted += _content(exchange[2])
            continue
        if preference := _PREFERENCE.search(clause):
            wanted += _content(preference[1])
            unwanted |= set(_content(preference[2]))
            continue
        before, mark, after = _contrast(clause)
        words = _content(before)
        negative = _TURNED_DOWN.search(before)
        if negative and not re.search(r"\b(rather|prefer|instead|hoping|looking|after|want|need)\b", before):
            unwanted |= set(words)
        else:
            wanted += words
        unwanted |= set(_content(after)) if mark else set()
    return [word.replace("-", " ") if word in _COMPOUNDS else word for word in wanted if word not in unwanted], unwanted


def _contrast(clause: str) -> tuple[str, str, str]:
    match = _CONTRAST.search(clause)
    if match and match.start() > 0:
        return clause[: match.start()], match[0], clause[match.end() :]
    return clause, "", ""


def best_candidate(query: str, candidates: Sequence[str], said: str = "") -> int:
    """The number of the candidate line that meets the query best: the kind before looks and material, then rank.

    What the shopper `said` of who will wear it comes before the kind; what it may cost counts as much as a look.
    """
    fitting, most = wearers(said), limit(said)
    wishes, kind = set(query.lower().split()), find_noun(query.lower())
    scores: list[float] = []
    for rank, line in enumerate(candidates):
        words = set(_WORD.findall(line.lower()))
        met = wishes & words
        strong = sum(word in COLOURS or word in PATTERN_WORDS or word in MATERIALS for word in met)
        title = re.match(r"\d+\. Title: ([^|]*)", line)
        same = kind is not None and title is not None and find_noun(title[1]) == kind
        audience = made_for(line.partition(" | Price")[0])
        price = re.search(r"\| Price: \$(\d+\.\d+)", line)
        wrong = audience != "" and audience not in fitting
        dear = most is not None and price is not None and float(price[1]) > most
        scores.append(8.0 * same + 2.0 * strong + len(met) - 0.3 * rank - 12.0 * wrong - 3.0 * dear)
    return scores.index(max(scores)) + 1


def _content(text: str) -> list[str]:
    return list(dict.fromkeys(word for word in _WORD.findall(text.lower()) if word not in STOP))
