"""How varied and how true the conversations' language is: `python benchmarks/language.py` after a run.

Diversity on the first 20,000 tokens of the utterances, against human dialogues (INSPIRED dev: distinct-2 .506,
distinct-3 .789, 1.3 % repeated, most frequent opening 1.2 %); truth of the colours, patterns, garments and prices that
utterances about rendered items state, against the attributes that the items were drawn from.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import click

from muse.catalog.wardrobe.palette import ALL
from muse.core.files import read_json, read_jsonl
from muse.core.records import Conversation, Item, Turn
from muse.core.text import tokens
from muse.offline.language.items import PATTERNS, Noun, find_noun
from muse.quality.text.diversity import distinct, repeated_share, top_opening

TOKENS = 20_000
TARGETS = {"distinct_2": 0.40, "distinct_3": 0.65, "repeated": 0.01, "top_opening": 0.02, "true": 0.97}
COLOUR = re.compile(r"\b(" + "|".join(sorted(ALL, key=len, reverse=True)) + r")\b")
PRINT = re.compile("|".join(re.escape(print_) for _, print_ in PATTERNS.values()))
PRICE = re.compile(r"\$(\d+\.\d\d)")
Truth = dict[str, dict[str, str]]


@click.command()
@click.option("--data", type=click.Path(path_type=Path), default=Path("data"), help="Folder of the DAG's data.")
@click.option("--conversations", type=click.Path(path_type=Path), default=None, help="Instead of the folder's own.")
@click.option("--false-claims", is_flag=True, help="List the claims that are not true.")
def main(data: Path, conversations: Path | None, false_claims: bool) -> None:
    """Print the measures as JSON, each beside its target."""
    held = read_jsonl(conversations or data / "conversations.jsonl", Conversation)
    texts = [turn.text for talk in held for turn in talk.turns]
    words = [word for text in texts for word in tokens(text)][:TOKENS]
    opening, share = top_opening(texts)
    report: dict[str, Any] = {
        "conversations": len(held),
        "utterances_per_conversation": len(texts) / len(held),
        "tokens": len(words),
        "distinct_2": distinct(words, 2),
        "distinct_3": distinct(words, 3),
        "repeated": repeated_share(texts),
        "top_opening": share,
        "top_opening_words": opening,
        "targets": TARGETS,
    }
    truth = read_json(data / "catalog" / "truth.json")
    if truth:
        items = {item.item_id: item for item in read_jsonl(data / "catalog" / "described.jsonl", Item)}
        claims = [claim for talk in held for claim in checked(talk, items, truth)]
        right = Counter(kind for kind, true, _ in claims if true)
        stated = Counter(kind for kind, _, _ in claims)
        report["claims"] = dict(stated)
        report["true"] = {kind: right[kind] / count for kind, count in sorted(stated.items())}
        report["true"]["all"] = sum(right.values()) / max(1, len(claims))
        if false_claims:
            report["false"] = [f"{kind}: {text}" for kind, true, text in claims if not true]
    click.echo(json.dumps(report, indent=2, ensure_ascii=False))


def checked(talk: Conversation, items: dict[str, Item], truth: Truth) -> list[tuple[str, bool, str]]:
    """The claims of one conversation about items: kind, whether it is true, where it stands.

    What is quoted from a listing and the item's own name are the shop's words, not claims about looks. A rejection
    speaks of the shown item and of the target; any other utterance of the items that it is about.
    """
    found: list[tuple[str, bool, str]] = []
    shown: list[str] = []
    for turn in talk.turns:
        shown += [item for item in turn.items if item not in shown]
        about = [*turn.items, *([talk.profile.target_item] if turn.action == "reject" else [])]
        if not turn.items:
            continue
        found += _of_turn(turn, about, shown, items, truth)
    return found


def _of_turn(
    turn: Turn, about: list[str], shown: list[str], items: dict[str, Item], truth: Truth
) -> list[tuple[str, bool, str]]:
    text = re.sub(r'"[^"]*"', "", turn.text)
    for item in turn.items:
        for length in range(7, 0, -1):
            tail = items[item].title.split()[-length:]
            text = text.replace(" ".join(tail), "")
    lowered = text.lower()
    facts = [truth[item] for item in about]
    colours = {value for fact in facts for key, value in fact.items() if "colour" in key}
    prints = {PATTERNS.get(fact.get("pattern", ""), ("", ""))[1] for fact in facts}
    prices = {f"{items[item].price:.2f}" for item in [*shown, *about] if items[item].price is not None}
    nouns = {noun for item in [*about, *shown] if (noun := _noun(items[item]))}
    claims = [("colour", name in colours, name) for name in COLOUR.findall(lowered)]
    claims += [("pattern", name in prints, name) for name in PRINT.findall(lowered)]
    claims += [("price", name in prices, name) for name in PRICE.findall(text)]
    if turn.speaker == "user" and turn.action == "reject" and (noun := find_noun(text)):
        claims.append(("garment", noun in nouns, noun.word))
    return [
        (kind, true, f"{name!r} in {turn.text!r} of {[truth[item] for item in about]}") for kind, true, name in claims
    ]


def _noun(item: Item) -> Noun | None:
    return find_noun(item.title.lower()) or find_noun(item.category)


if __name__ == "__main__":
    main()
