"""From scored examples to tables: means with intervals, and the comparisons that the claims rest on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from muse.core.records import Item
from muse.core.seeding import generator
from muse.finetune.bertscore import Encode, bertscore
from muse.finetune.facts import Facts
from muse.finetune.metrics import corpus_overlap, distinct, overlap, ranking
from muse.finetune.records import Example, Scored
from muse.finetune.significance import Estimate, bootstrap, holm, interval_over_seeds, paired

RANKING = ("recall_at_1", "recall_at_5", "mrr", "ndcg")
REPLY = (
    "bleu",
    "chrf",
    "rouge_l",
    "bertscore",
    "attribute_accuracy",
    "colour_accuracy",
    "pattern_accuracy",
    "garment_accuracy",
    "price_accuracy",
    "stated",
    "false",
)
SIGNIFICANT = 0.05
_SEED = re.compile(r"seed\d+")
Key = tuple[str, str, str]  # model, run, condition


@dataclass(frozen=True)
class Measured:
    """Every measure of every example, by (model, run, condition) and measure and example id."""

    values: Mapping[Key, Mapping[str, Mapping[str, float]]]
    replies: Mapping[Key, Mapping[str, str]]
    clusters: Mapping[str, str]
    references: Mapping[str, str]


def references(examples: Sequence[Example]) -> list[Scored]:
    """The dataset's own replies as one more system: what is reached by attribute accuracy and distinct-n."""
    return [
        Scored(
            model="reference",
            run="reference",
            condition="full",
            task=example.task,
            example_id=example.example_id,
            target=example.target,
            place=None,
            reply=example.text,
        )
        for example in examples
        if example.task == "respond"
    ]


def measure(
    scored: Sequence[Scored], examples: Sequence[Example], catalog: Mapping[str, Item], facts: Facts
) -> Measured:
    """One value a measure and example; nothing is averaged yet."""
    by_id = {example.example_id: example for example in examples}
    values: dict[Key, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    replies: dict[Key, dict[str, str]] = defaultdict(dict)
    for one in scored:
        key, example = (one.model, one.run, one.condition), by_id[one.example_id]
        found: dict[str, float] = {}
        if one.place is not None:
            found |= ranking(one.place)
        if one.reply is not None:
            replies[key][one.example_id] = one.reply
            found |= overlap(one.reply, example.text)
            found |= facts.check(one.reply, example.text, catalog[example.item_id])
        for name, value in found.items():
            values[key][name][one.example_id] = value
    clusters = {example.example_id: example.target for example in examples}
    return Measured(values, replies, clusters, {example.example_id: example.text for example in examples})


def table(measured: Measured, names: Sequence[str], resamples: int, seed: int) -> list[dict[str, Any]]:
    """One row for each model, run, condition and measure: mean, 95 % interval, number of examples."""
    rows = []
    for key, found in measured.values.items():
        for name in names:
            if name in found:
                ids = sorted(found[name])
                draws = generator(seed, "finetune-bootstrap", "/".join((*key, name)))
                mean = bootstrap([found[name][i] for i in ids], [measured.clusters[i] for i in ids], resamples, draws)
                rows.append(_row(key, name, len(ids), mean.mean, mean.low, mean.high))
    return rows


def with_bertscore(measured: Measured, encode: Encode) -> Measured:
    """Adds `bertscore` of the replies that were given with pictures and titles."""
    values = {key: dict(found) for key, found in measured.values.items()}
    for key, replies in measured.replies.items():
        if key[2] == "full":
            ids = sorted(replies)
            scores = bertscore([replies[i] for i in ids], [measured.references[i] for i in ids], encode)
            values[key]["bertscore"] = dict(zip(ids, scores, strict=True))
    return replace(measured, values=values)


def whole_set(measured: Measured) -> list[dict[str, Any]]:
    """Measures of all replies together: corpus BLEU and chrF, distinct-1 and -2. They have no interval."""
    rows = []
    for key, replies in measured.replies.items():
        ids = sorted(replies)
        said = [replies[i] for i in ids]
        found = corpus_overlap(said, [measured.references[i] for i in ids])
        found |= {f"distinct_{n}": distinct(said, n) for n in (1, 2)}
        rows += [_row(key, name, len(ids), value, None, None) for name, value in found.items()]
    return rows


def pairs(measured: Measured) -> list[tuple[Key, Key]]:
    """Each fine-tune against its own base, and against itself without pictures and without titles."""
    found: list[tuple[Key, Key]] = []
    for model, run, condition in measured.values:
        if _SEED.fullmatch(run) and condition == "full":
            others = [(model, "base", "full"), (model, run, "blank"), (model, run, "no-title")]
            found += [((model, run, condition), other) for other in others if other in measured.values]
    return found


def compare(
    measured: Measured, pairs: Sequence[tuple[Key, Key]], names: Sequence[str], resamples: int, seed: int
) -> list[dict[str, Any]]:
    """Paired differences of `names` for each pair, with Holm's correction over all of them together.

    `gain` is 1 where the difference is positive and significant.
    """
    found: list[tuple[Key, Key, str, Estimate]] = []
    for one, other in pairs:
        for name in names:
            if measured.values.get(one, {}).get(name) and measured.values.get(other, {}).get(name):
                draws = generator(seed, "finetune-paired", "/".join((*one, *other, name)))
                ours, theirs = measured.values[one][name], measured.values[other][name]
                found.append((one, other, name, paired(ours, theirs, measured.clusters, resamples, draws)))
    adjusted = holm([estimate.p for *_, estimate in found])
    return [
        {
            "model": one[0],
            "run": one[1],
            "condition": one[2],
            "against": "/".join(other),
            "measure": name,
            "difference": estimate.mean,
            "low": estimate.low,
            "high": estimate.high,
            "p": estimate.p,
            "p_holm": corrected,
            "gain": int(estimate.mean > 0 and corrected < SIGNIFICANT),
        }
        for (one, other, name, estimate), corrected in zip(found, adjusted, strict=True)
    ]


def over_seeds(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """From rows of `table`: for each model, condition and measure the mean over the seeds with a 95 % t-interval."""
    means: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for row in rows:
        if _SEED.fullmatch(row["run"]):
            means[row["model"], row["condition"], row["measure"]].append(row["mean"])
    return [
        dict(zip(("model", "condition", "measure"), key, strict=True))
        | {"seeds": len(found)}
        | dict(zip(("mean", "low", "high"), interval_over_seeds(found), strict=True))
        for key, found in means.items()
    ]


def curve(rows: Sequence[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """From rows of `table`: the base (share 0) and the runs of one seed on a share of the training conversations."""
    points = []
    for row in rows:
        run, _, percent = row["run"].partition("-share")
        if row["condition"] == "full" and run in {"base", f"seed{seed}"}:
            share = 0.0 if run == "base" else int(percent or 100) / 100
            points.append({"share": share} | {name: value for name, value in row.items() if name != "run"})
    return sorted(points, key=lambda point: (point["model"], point["measure"], point["share"]))


def _row(key: Key, name: str, n: int, mean: float, low: float | None, high: float | None) -> dict[str, Any]:
    model, run, condition = key
    return {
        "model": model,
        "run": run,
        "condition": condition,
        "measure": name,
        "n": n,
        "mean": mean,
        "low": low,
        "high": high,
    }
