"""The judge's prompts, answered by scripted heuristics: word counts and a look at the pictures, nothing more.

They are no judgement of quality. They exist so that the judge's part of the pipeline runs, and is labelled so in all
that is made from it.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Any

from muse.offline.request import Request
from muse.offline.tasks import task
from muse.offline.vision import see

_LINE = re.compile(r"^(user|assistant|[A-Za-z]+)(?: \[shows ([^\]]*)\])?: (.*)$")
_WORD = re.compile(r"[a-z']+")
_COMMON = frozenset(
    _WORD.findall(
        "a an and are as at be been but by can do for from have i i'd i'll i'm in is it it's its me my not of on one or"
        " so some that that's the them then there they this to too up was we what will with would you you'd your"
    )
)
_COLOURS = frozenset(
    _WORD.findall(
        "black white grey gray red blue navy green olive yellow orange purple pink brown beige tan cream burgundy teal"
        " gold silver khaki maroon turquoise lavender"
    )
)
_SAME = {"gray": "grey"}

Line = tuple[str, tuple[str, ...], list[str]]


@task("judge_conversation")
def judge_conversation(request: Request) -> dict[str, Any]:
    """A mark for each of the five dimensions."""
    measured = _measure(request, "transcript", "scenario", "")
    return {
        name: {"reason": f"Scripted heuristic: {reason}", "score": _mark(share, request)}
        for name, (share, reason) in measured.items()
    }


@task("compare_conversations")
def compare_conversations(request: Request) -> dict[str, Any]:
    """The conversation whose shares sum to more, with a little noise; a tie where they are close."""
    first, second = (
        sum(
            min(1.0, max(0.0, share))
            for share, _ in _measure(request, f"transcript_{x}", f"scenario_{x}", label).values()
        )
        for x, label in (("a", "A, "), ("b", "B, "))
    )
    lead = first - second + request.random.normal(0, 0.1)
    winner = "tie" if abs(lead) < 0.1 else "A" if lead > 0 else "B"
    return {"reason": f"Scripted heuristic: sums of shares {first:.2f} and {second:.2f}.", "winner": winner}


def _measure(request: Request, transcript: str, scenario: str, label: str) -> dict[str, tuple[float, str]]:
    lines = _lines(request.section(transcript))
    return {
        "naturalness": _variety(lines),
        "logical_coherence": _links(lines),
        "information_richness": _content(lines),
        "product_context_relevance": _fit(lines, _words(request.section(scenario))),
        "image_text_consistency": _seen(lines, request, label),
    }


def _mark(share: float, request: Request) -> int:
    """A share in 0..1 on the scale 1..5, with a little noise, as repeated judgements of a model have."""
    return int(min(5, max(1, round(1 + 4 * share + request.random.normal(0, 0.3)))))


def _lines(transcript: str) -> list[Line]:
    found = (_LINE.match(line) for line in transcript.splitlines())
    return [(match[1], tuple(match[2].split(", ")) if match[2] else (), _words(match[3])) for match in found if match]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _matter(words: list[str]) -> set[str]:
    return {word for word in words if word not in _COMMON and len(word) > 2}


def _variety(lines: list[Line]) -> tuple[float, str]:
    pairs = Counter(pair for _, _, words in lines for pair in pairwise(words))
    total = sum(pairs.values())
    share = len(pairs) / total if total else 0.0
    return (share - 0.5) * 2, f"{share:.0%} of its word pairs occur once."


def _links(lines: list[Line]) -> tuple[float, str]:
    said: set[str] = set()
    linked = 0
    for _, _, words in lines:
        linked += bool(_matter(words) & said)
        said |= _matter(words)
    share = linked / (len(lines) - 1) if len(lines) > 1 else 0.0
    return share, f"{share:.0%} of the later utterances take up an earlier word."


def _content(lines: list[Line]) -> tuple[float, str]:
    each = sum(len(_matter(words)) for _, _, words in lines) / len(lines) if lines else 0.0
    return each / 10, f"{each:.1f} content words an utterance."


def _fit(lines: list[Line], scenario: list[str]) -> tuple[float, str]:
    wanted = _matter(scenario) | {
        word for speaker, shown, words in lines if speaker == "user" and not shown for word in _matter(words)
    }
    said = [(shown, _matter(words)) for speaker, shown, words in lines if speaker == "assistant"]
    offers = [words for shown, words in said if shown] or [words for _, words in said]
    met = sum(bool(offer & wanted) for offer in offers)
    share = met / len(offers) if offers else 0.0
    return share, f"{met} of {len(offers)} recommendations take up a word of the scenario or the wishes."


def _seen(lines: list[Line], request: Request, prefix: str) -> tuple[float, str]:
    right = named = 0
    for speaker, shown, words in lines:
        pictures = [request.pictures[prefix + label] for label in shown if prefix + label in request.pictures]
        if speaker != "assistant" or not pictures:
            continue
        visible = {colour for picture in pictures for name in see(picture).colours for colour in _words(name)}
        colours = {_SAME.get(word, word) for word in words if word in _COLOURS}
        named += len(colours)
        right += len(colours & {_SAME.get(word, word) for word in visible})
    share = right / named if named else 0.5
    return share, f"{right} of {named} colours named with a picture are seen in it."
