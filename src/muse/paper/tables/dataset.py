"""Tables of the dataset: its counts by split, and what the rewriter changed."""

from __future__ import annotations

from collections.abc import Callable

from muse.paper.results import Results, Row
from muse.paper.tables.form import Cell, Column, Number, Table

_COUNTS: tuple[tuple[str, Callable[[Row], float | None], int], ...] = (
    ("Conversations", lambda d: d["conversations"], 0),
    ("Utterances", lambda d: d["utterances"], 0),
    ("Utterances per conversation", lambda d: d["utterances_per_conversation"]["mean"], 2),
    ("Tokens", lambda d: d["tokens"], 0),
    ("Tokens per utterance", lambda d: d["tokens_per_utterance"]["mean"], 2),
    ("Vocabulary", lambda d: d["vocabulary"], 0),
    ("Recommendations", lambda d: d["actions"].get("recommend", 0), 0),
    ("Rejections", lambda d: d["actions"].get("reject", 0), 0),
    ("Acceptances", lambda d: d["actions"].get("accept", 0), 0),
    ("Multimodal openings", lambda d: d["openings"].get("multimodal", 0), 0),
    ("Targets retrieved by search", lambda d: d["reached"].get("retrieved", 0), 0),
    ("Targets revealed in the last round", lambda d: d["reached"].get("revealed", 0), 0),
    ("Distinct items mentioned", lambda d: d["items"]["mentioned"], 0),
    ("Images shown", lambda d: d["images"]["shown"], 0),
    ("Target categories", lambda d: len(d["categories"]), 0),
)


def dataset(results: Results) -> Table:
    """Counts of the whole dataset and of each split."""
    splits = results.statistics["splits"]
    parts = [results.statistics["all"], splits["train"], splits["validation"], splits["test"]]
    rows: list[list[Cell]] = [
        [name, *(Number(count(part), decimals) for part in parts)] for name, count, decimals in _COUNTS
    ]
    headings = ("", "All", "Train", "Validation", "Test")
    return Table("dataset", [Column(heading) for heading in headings], rows)


def comparison(results: Results) -> Table:
    """This dataset beside others: computed from files at hand, published figures marked as such."""
    rows: list[list[Cell]] = []
    for entry in results.comparison:
        found, published = entry["computed"], entry["published"]
        if found is not None:
            source = "computed" if entry["file"] is None else f"computed, {entry['file']}"
            counts = [found["dialogues"], found["utterances"], found["utterances_per_dialogue"]["mean"]]
            texts = [found["tokens_per_utterance"], found["vocabulary"], found["items"], found["images"]]
            rows.append([entry["dataset"], source, *counts, *texts])
        if published is not None:
            dialogues, utterances = published["dialogues"], published["utterances"]
            per_dialogue = None if utterances is None else utterances / dialogues
            rows.append([entry["dataset"], "published", dialogues, utterances, per_dialogue, None, None, None, None])
    columns = (
        Column("Dataset"), Column("Figures"), Column("Dialogues", 0), Column("Utterances", 0),
        Column("Per dialogue", 2), Column("Tokens each", 1), Column("Vocabulary", 0), Column("Items", 0),
        Column("Images", 0),
    )  # fmt: skip
    return Table("comparison", columns, rows, grouped=True)


_EFFECTS = {"distinct_2": "Distinct-2", "distinct_3": "Distinct-3", "words_per_utterance": "Words per utterance"}


def optimizer(results: Results) -> Table:
    """The rewritten text before and after, all utterances of the dataset together."""
    rewriter = results.generation["rewriter"]
    rows = [[label, rewriter["before"][key], rewriter["after"][key]] for key, label in _EFFECTS.items()]
    return Table("optimizer", [Column(""), Column("Before", 3), Column("After", 3)], rows)


def retrieval(results: Results) -> Table:
    """How often and how early search finds what a query was written for, by kind of query and method."""
    kinds = dict.fromkeys(kind for found in results.retrieval.values() for kind in found["by_kind"])
    rows: list[list[Cell]] = []
    for kind in kinds:
        for method, found in results.retrieval.items():
            row = found["by_kind"][kind]
            values = [Number(row[key]["value"], 3, row[key]["low"], row[key]["high"]) for key in ("recall@8", "mrr")]
            rows.append([kind.capitalize(), method, row["n"], *values])
    columns = [Column("Query"), Column("Method"), Column("n", 0), Column("Recall@8"), Column("MRR")]
    return Table("retrieval", columns, rows, grouped=True)
