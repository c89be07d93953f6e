"""What pictures, rewriter, reviewer and kind of opening are worth: every measured difference with its interval."""

from __future__ import annotations

from collections.abc import Iterable

from muse.paper.results import Results, dimension_name, model_name
from muse.paper.tables.form import Cell, Column, Number, Table

_PARTS = {
    "rewriter": "Rewriter",  # after less before
    "reviewer": "Reviewer",  # kept less dropped
    "opening": "Opening",  # multimodal less text
    "pictures": "Pictures",  # with less without
}
_TEXT = {
    "distinct_2": ("Distinct-2", 3),
    "mtld": ("MTLD", 1),
    "tokens_per_utterance": ("Tokens per utterance", 2),
    "readability": ("Readability, grade", 2),
    "near_duplicate": ("Near-duplicates, share", 3),
    "nearest_scenario": ("Likeness of nearest scenario", 3),
    "true_colour": ("Named colours that are true, share", 3),
    "likeness": ("Words like the picture's, share", 3),
}
_TASKS = {"recall_at_1": "R@1", "attribute_accuracy": "true attr."}


def ablations(results: Results) -> Table:
    """Differences by part: of the text, of the judge's scores, and of the fine-tuned models without pictures."""
    rows: list[list[Cell]] = []
    for part, heading in _PARTS.items():
        found = [*_of_text(results, part), *_of_judge(results, part)]
        if part == "pictures":
            found += _of_models(results)
        rows += [[heading, *row] for row in found]
    columns = [Column("Part"), Column("Measure"), Column("Difference"), Column("n", 0)]
    return Table("ablations", columns, rows, grouped=True)


def _of_text(results: Results, part: str) -> Iterable[list[Cell]]:
    for row in results.text["differences"].get(part, []):
        if row["measure"] in _TEXT and row["value"] is not None:
            label, decimals = _TEXT[row["measure"]]
            yield [label, Number.of(row, decimals, signed=True), row["n"]]


def _of_judge(results: Results, part: str) -> Iterable[list[Cell]]:
    for judge in results.judge["judges"].values():
        for row in judge["differences"].get(part, []):
            if row["value"] is None:
                continue
            label = f"Judge, {dimension_name(row['dimension']).lower()}"
            yield [label, Number.of(row, 2, signed=True), row["n"]]


def _of_models(results: Results) -> Iterable[list[Cell]]:
    examples = {"recall_at_1": "recommend", "attribute_accuracy": "respond"}
    for row in results.finetune["comparisons"]:
        if row["against"].endswith("/blank") and row["measure"] in _TASKS:
            label = f"{model_name(row['model'])}, {_TASKS[row['measure']]}"
            n = results.finetune["examples"][examples[row["measure"]]]
            yield [label, Number(row["difference"], 3, row["low"], row["high"], signed=True), n]
