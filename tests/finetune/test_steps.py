"""The two steps that gather scored runs into tables."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
import support
import yaml
from click.testing import CliRunner
from stubs import scored, section, training

from muse.config import merge
from muse.core.files import read_json, write_json, write_jsonl
from muse.steps import finetune_more, finetune_summary

ITEMS = [support.item(n) for n in range(8)]
TESTED = [
    example.model_copy(update={"candidates": ("i0", "i1", "i2")}) if example.task == "recommend" else example
    for example in training(8)
]


@pytest.fixture
def given(tmp_path: Path) -> list[str]:
    """The options of both steps: a base, two seeds, a share, and one seed without pictures."""
    finetune = merge(section("finetune", "smoke"), {"evaluation": {"bertscore": None, "resamples": 999}})
    (tmp_path / "config.yaml").write_text(yaml.safe_dump({"seed": 1, "finetune": finetune}))
    (tmp_path / "examples").mkdir()
    write_jsonl(tmp_path / "examples/test.jsonl", TESTED)
    write_jsonl(tmp_path / "items.jsonl", ITEMS)
    write_json(tmp_path / "truth.json", {item.item_id: {"colour": "red", "garment": "shirt"} for item in ITEMS})
    runs = {
        "base": scored(TESTED, "base", "full", 6, "Hello."),
        "seed1": [*scored(TESTED, "seed1", "full", 1, "A red shirt."), *scored(TESTED, "seed1", "blank", 3, "Hello.")],
        "seed2": scored(TESTED, "seed2", "full", 2, "Hello."),
        "seed1-share10": scored(TESTED, "seed1-share10", "full", 4, "Hello."),
    }
    options = ["--config", str(tmp_path / "config.yaml"), "--examples", str(tmp_path / "examples")]
    options += ["--catalog", str(tmp_path / "items.jsonl"), "--truth", str(tmp_path / "truth.json")]
    for name, records in runs.items():
        write_jsonl(tmp_path / f"{name}.jsonl", records)
        options += ["--scores", str(tmp_path / f"{name}.jsonl")]
    return options


def test_seeds_and_learning_curve(given: list[str], tmp_path: Path) -> None:
    out = ["--seeds", str(tmp_path / "seeds.csv"), "--curve", str(tmp_path / "curve.csv")]
    CliRunner().invoke(finetune_more.main, [*given, *out], catch_exceptions=False)
    seeds = pd.read_csv(tmp_path / "seeds.csv").set_index(["condition", "measure"])
    assert seeds.loc[("full", "mrr"), "mean"] == pytest.approx(0.75)
    assert seeds.loc[("full", "mrr"), "seeds"] == 2
    assert seeds.loc[("full", "mrr"), "low"] < 0.75 < seeds.loc[("full", "mrr"), "high"]
    curve = pd.read_csv(tmp_path / "curve.csv").query("measure == 'mrr' and model == 'm'")
    assert list(curve["share"]) == [0.0, 0.1, 1.0]
    assert list(curve["mean"]) == pytest.approx([1 / 6, 1 / 4, 1.0])


def test_summary_tells_gains_from_losses(given: list[str], tmp_path: Path) -> None:
    names = ("recommendation", "response", "comparisons")
    out = [part for name in names for part in (f"--{name}", str(tmp_path / f"{name}.csv"))]
    out += ["--summary", str(tmp_path / "summary.json")]
    CliRunner().invoke(finetune_summary.main, [*given, *out], catch_exceptions=False)
    compared = pd.read_csv(tmp_path / "comparisons.csv").query("run == 'seed1' and measure == 'recall_at_1'")
    assert dict(zip(compared["against"], compared["gain"], strict=True)) == {"m/base/full": 1, "m/seed1/blank": 1}
    summary = read_json(tmp_path / "summary.json")
    assert summary["examples"] == {"recommend": 8, "respond": 16}
    assert summary["bertscore"] is None
    assert {row["model"] for row in summary["response"]} == {"m", "reference"}
