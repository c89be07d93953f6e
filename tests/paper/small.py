"""Results made by hand, as small as they can be, as the files that a run leaves."""

from __future__ import annotations

import contextlib
import csv
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import yaml
from click.testing import CliRunner
from PIL import Image
from support import conversation

from muse.config import load
from muse.core.files import write_jsonl
from muse.paper.figures.rule_graph import rule_graph
from muse.paper.results import Results
from muse.paper.style import save
from muse.steps.claims import main as claims
from muse.steps.figures import main as figures
from muse.steps.paper import main as paper
from muse.steps.tables import main as tables

ROOT = Path(__file__).parents[2]


def results() -> Results:
    """Two datasets, two dimensions, two systems, one model."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder))
        return Results.read(Path(folder))


def write(folder: Path) -> None:
    """The same as files below `folder`, as a run leaves them in results/."""
    for name, value in _json().items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(value))
    for name, rows in _csv().items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("w", newline="") as out:
            writer = csv.DictWriter(out, rows[0])
            writer.writeheader()
            writer.writerows(rows)


def run_in(folder: Path) -> None:
    """What the rules of the paper leave in `folder`: results, figures, tables, claims and all that the paper reads."""
    write(folder / "results")
    for name in ("paper", "config"):
        shutil.copytree(ROOT / name, folder / name)
    config = load({"scale": "smoke", "profiles": {"count": 10}}, ROOT / "config")
    for step in ("paper", "figures", "claims"):
        place = folder / f"work/config/{step}.yaml"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(yaml.safe_dump(config))
    talk = conversation(0)
    write_jsonl(folder / "data/splits/test.jsonl", [talk])
    (folder / "data/catalog/images").mkdir(parents=True)
    for name in {talk.profile.target_item, *(image for turn in talk.turns for image in turn.images)}:
        Image.new("RGB", (8, 8), "navy").save(folder / f"data/catalog/images/{name}.jpg")
    drawn = rule_graph({"catalog": set(), "index": {"catalog"}}, {"catalog": "catalog", "index": "catalog"})
    save(drawn, folder / "results/rule_graph", "rule_graph")
    with contextlib.chdir(folder):
        _step(figures, "--results results --drawn paper/figures --output results/figures")
        _step(
            claims,
            "--config work/config/claims.yaml --claims config/claims.yaml"
            " --json results/claims.json --markdown results/claims.md",
        )
        _step(tables, "--results results --claims results/claims.json --output results/tables")
        _step(paper, "--source paper/main.typ --output results/paper.pdf")


def _step(step: click.Command, arguments: str) -> None:
    done = CliRunner().invoke(step, arguments.split(), catch_exceptions=False)
    assert done.exit_code == 0, done.output


def _json() -> dict[str, Any]:
    dimensions = ["naturalness", "logical_coherence"]
    systems = {"system A": 4.0, "system B": 3.0}
    comparison = {
        "model": "idefics3", "run": "seed1", "condition": "full", "against": "idefics3/base/full",
        "measure": "recall_at_1", "difference": 0.4, "low": 0.3, "high": 0.5, "p": 0.001, "p_holm": 0.002,
    }  # fmt: skip
    blank = comparison | {"against": "idefics3/seed1/blank", "difference": 0.3, "low": 0.2, "high": 0.4}
    agreement = {name: _estimate(0.5) for name in ("alpha_nominal", "alpha_ordinal", "alpha_interval")}
    agreement |= {"icc_1k": _undefined("too few"), "leave_one_out_rho": _estimate(0.6)}
    tested = {"first": "system A", "second": "system B", "p": 0.01, "p_raw": 0.01}
    compared = {
        "pairs": [
            {"first": "system A", "second": "system B", "difference": _estimate(1.0)}
            | {"cliffs_delta": 0.5, "hedges_g": 0.9, "detectable_difference": 0.25}
        ],
        "mixed_model": {"pairs": [tested]},
        "cumulative_link": {"reason": "the scores separate systems completely"},
        "rank_test": {"test": "Wilcoxon", "p": 0.01, "pairs": [tested | {"p": 0.02}]},
    }
    analysis = {
        "ratings": 120,
        "power": 0.8,
        "missing": 2,
        "raters": 4,
        "units": 20,
        "means": [
            {"system": system, "dimension": dimension} | _estimate(score)
            for system, score in systems.items()
            for dimension in dimensions
        ],
        "agreement": dict.fromkeys(dimensions, agreement),
        "comparison": dict.fromkeys(dimensions, compared),
    }
    agreement_of_fed = {**analysis["agreement"], "Overall": agreement | {"alpha_ordinal": _estimate(0.3407)}}
    pairs = [[4.0, 4.0], [4.0, 4.0], [3.5, 3.0], [2.0, 3.0]]
    against = {"spearman": _estimate(0.5), "kendall": _estimate(0.4), "pairs": pairs}
    difference = [{"dimension": name} | _estimate(0.25) for name in ("naturalness", "image_text_consistency")]
    measures = {f"distinct_{n}": _estimate(0.2 * n) for n in range(1, 5)}
    measures |= {"self_bleu": _estimate(0.3), "mtld": _estimate(60.0)}
    text = {"at_reference": {"distinct_2": 0.4, "distinct_3": 0.6}, "measures": measures}
    text |= {"duplicates": {"exact_share": 0.0, "near_share": 0.0}, "repeated_utterances": 0.01}
    text |= {"top_opening": {"share": 0.01, "text": "a b c d"}, "tokens": 9000, "blocks": 9}
    return {
        "dataset/statistics.json": {
            "writers": {"offline/muse-offline-1": 10},
            "scripted": 10,
            "catalog": {"items": 40, "categories": 4},
            "all": _counts(10),
            "splits": {"train": _counts(8), "validation": _counts(3), "test": _counts(4)},
        },
        "dataset/comparison.json": [
            {
                "dataset": "INSPIRED",
                "file": "dev.tsv",
                "computed": {
                    "dialogues": 99,
                    "utterances": 3538,
                    "utterances_per_dialogue": {"mean": 35.7},
                    "tokens_per_utterance": 9.04,
                    "vocabulary": 2971,
                    "items": 336,
                    "images": 0,
                },
                "published": {"dialogues": 1001, "utterances": 35811},
            },
            {
                "dataset": "ReDial",
                "file": None,
                "computed": None,
                "published": {"dialogues": 10006, "utterances": None},
            },
        ],
        "dataset/generation.json": {
            "rewriter": {
                "rewritten_share": 0.4,
                "refused_share": 0.01,
                "before": {"distinct_2": 0.3, "distinct_3": 0.5, "words_per_utterance": 10.0},
                "after": {"distinct_2": 0.31, "distinct_3": 0.52, "words_per_utterance": 10.5},
            }
        },
        "dataset/retrieval.json": {
            method: {"by_kind": {"a picture": found, "all attributes": found}, "queries": "true attributes"} | found
            for method, share in (("hybrid", 0.9), ("words", 0.5), ("text vectors", 0.4))
            for found in [{"n": 9, "recall@8": _estimate(share), "mrr": _estimate(share - 0.1)}]
        },
        "dataset/digests.json": {"items": "a" * 64, "conversations": "b" * 64, "release": "d" * 64},
        "dataset/leakage.json": {
            "checks": {
                name: {"crossing": 0, "pairs": 0} for name in ("target item", "persona", "near-duplicate scenario")
            },
            "conversations": {"train": 8, "validation": 3, "test": 4},
            "groups": {"count": 9, "largest": 2},
        },
        "quality/text.json": {
            "datasets": {"INSPIRED": text, "muse": text},
            "differences": {
                "rewriter": [
                    {"measure": name} | _estimate(value) for name, value in (("mtld", 2.0), ("distinct_2", 0.2))
                ],
                "opening": [],
            },
            "looks": {"likeness": _estimate(0.9), "true": {"colour": _estimate(0.95), "pattern": _estimate(0.9)}},
            "scenarios": {"nearest_neighbour": _estimate(0.4)},
            "settings": {"block_tokens": 1000, "reference_tokens": 5000},
        },
        "quality/ratings.json": {
            "source": "simulated raters",
            "scale": {"lowest": 1, "highest": 5},
            "dimensions": dimensions,
            "systems": list(systems),
            "failed_attention": ["rater 1"],
            "all": analysis,
            "attentive": analysis | {"means": [mean | _estimate(mean["value"] + 0.1) for mean in analysis["means"]]},
        },
        "quality/ratings_truth.json": {
            "source": "simulated raters",
            "means": [
                {"system": system, "dimension": dimension, "mean": score + 0.05}
                for system, score in systems.items()
                for dimension in dimensions
            ],
        },
        "quality/fed.json": {
            "available": True,
            "source": "human (FED)",
            "dimensions": dimensions,
            "systems": list(systems),
            "analysis": analysis | {"agreement": agreement_of_fed},
        },
        "quality/judge.json": {
            "source": "scripted heuristic",
            "judges": {
                "offline/muse-offline-1": {
                    "scripted": True,
                    "means": [{"dataset": "muse", "dimension": "naturalness"} | _estimate(4.0)],
                    "differences": {"rewriter": difference, "opening": difference, "pictures": difference},
                    "pairwise": {"strengths": {"muse": _estimate(1.0), "INSPIRED": _estimate(-1.0)}, "pairs": 9}
                    | {"first_wins": _estimate(0.6), "same_in_both_orders": _estimate(0.8)},
                    "length_bias": {"naturalness": _estimate(0.1)},
                    "self_consistency": {
                        "naturalness": {"all_equal_share": _estimate(0.7)},
                        "logical_coherence": {"reason": "judged once only"},
                    },
                }
            },
            "self_preference": {"reason": "one judge only"},
        },
        "quality/judge_against_raters.json": {
            "source": "simulated raters and simulated judge",
            "judges": {
                "simulated judge": {"naturalness": against, "logical_coherence": {"reason": "no conversation has both"}}
            },
        },
        "llm/usage.json": {
            "profiles": {"calls": 30, "prompt_tokens": 3000, "completion_tokens": 300, "cost_usd": 0.5},
            "converse": {"calls": 0, "prompt_tokens": 0, "completion_tokens": 0, "cost_usd": 0.0},
            "describe": {"calls": 10, "prompt_tokens": 1000, "completion_tokens": 100, "cost_usd": 0.25},
        },
        "llm/judge_usage.json": {
            "judge": {"calls": 5, "prompt_tokens": 500, "completion_tokens": 50, "cost_usd": 0.0},
        },
        "finetune/summary.json": {
            "candidates": 10,
            "examples": {"recommend": 6, "respond": 20},
            "recommendation": [{"model": "idefics3"}],
            "comparisons": [comparison, blank],
        },
    }


def _csv() -> dict[str, Sequence[dict[str, Any]]]:
    return {
        "finetune/recommendation.csv": [
            _row("idefics3", run, condition, measure, mean)
            for run, condition, mean in (("base", "full", 0.1), ("seed1", "full", 0.5), ("seed1", "blank", 0.2))
            for measure in ("recall_at_1", "mrr")
        ]
        + [_row("popularity", "baseline", "full", "recall_at_1", 0.15)],
        "finetune/response.csv": [
            _row("idefics3", "seed1", "full", "rouge_l", 40.0, spread=5.0),
            _row("idefics3", "seed1", "full", "corpus_bleu", 2.5) | {"low": None, "high": None},
        ],
        "finetune/losses.csv": [
            {"model": "idefics3", "run": run, "step": step, "training": training, "validation": validation}
            for run, step, training, validation in (
                ("base", 10, 5.0, None),
                ("seed1", 10, 4.0, None),
                ("seed1", 20, 3.0, 3.5),
            )
        ],
    }


def _counts(conversations: int) -> dict[str, Any]:
    one = conversations - 1
    return {
        "conversations": conversations,
        "utterances": 12 * conversations,
        "utterances_per_conversation": {"mean": 12.0},
        "tokens": 100 * conversations,
        "tokens_per_utterance": {"mean": 8.333},
        "vocabulary": 50,
        "actions": {"accept": conversations, "recommend": 3 * conversations, "reject": 2 * conversations},
        "openings": {"text": conversations},
        "reached": {"retrieved": 1, "revealed": one},
        "rewritten_utterances": 4,
        "recommendations_per_conversation": {"mean": 3.0},
        "items": {"mentioned": 9, "not_in_catalog": 0},
        "images": {"shown": 11, "recommended_without": 0},
        "review": {"reviewed": conversations, "fits_context": conversations},
        "categories": {"Shirts": one, "Dresses": 1},
        "scenario_groups": {"Attend": conversations - 2, "Sports": 2},
        "shape": {
            "lengths": {"2": 1, "3": one},
            "steps_by_place": [
                {"chit-chat > recommend": one, "chit-chat > chit-chat": 1},
                {"recommend > accept": one, "chit-chat > end": 1},
                {"accept > end": one},
            ],
        },
    }


def _estimate(value: float) -> dict[str, Any]:
    return {"value": value, "low": value - 0.1, "high": value + 0.1, "n": 9, "reason": None}


def _undefined(reason: str) -> dict[str, Any]:
    return {"value": None, "low": None, "high": None, "n": 0, "reason": reason}


def _row(model: str, run: str, condition: str, measure: str, mean: float, spread: float = 0.05) -> dict[str, Any]:
    return {
        "model": model, "run": run, "condition": condition, "measure": measure,
        "n": 20, "mean": mean, "low": mean - spread, "high": mean + spread,
    }  # fmt: skip
