"""A small dataset in hostile dress, shared by the tests of release and site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner
from support import catalog, conversation, profile

from muse.config import load
from muse.core.files import write_json, write_jsonl
from muse.core.records import Conversation, Item, Reason
from muse.dataset.comparison import compare
from muse.dataset.readers import muse
from muse.dataset.settings import SplitSettings
from muse.dataset.splits import SPLITS, leakage
from muse.dataset.statistics import statistics_of
from muse.steps import site

ROOT = Path(__file__).parents[2]
SCRIPT = "<img src=x onerror=window.taken=1><script>window.taken=1</script>"
SLASHED = "a/b/../2"
ARABIC = "قميص قطني أزرق"
JUDGED = """conversation_id,dataset,judge,scripted,dimension,repeat,score,reason
c000001,muse,offline/judge,true,logical_coherence,0,4,"so, so"
c000001,muse,offline/judge,true,logical_coherence,1,3,
c000001,muse before rewriting,offline/judge,true,logical_coherence,0,1,
"""
LONG = " ".join(f"word{n}" for n in range(5000))


def hostile(folder: Path) -> tuple[list[Item], list[Conversation]]:
    """Eight items and twelve conversations: markup, slashes, right-to-left text, missing pictures and items."""
    items = catalog(folder)
    items[1] = items[1].model_copy(update={"title": SCRIPT})
    items[2] = items[2].model_copy(update={"item_id": SLASHED})
    items[3] = items[3].model_copy(update={"title": ARABIC, "image": "missing.jpg"})
    targets = ["i1", SLASHED, "i3", "gone", *(f"i{4 + n % 4}" for n in range(8))]
    made = [conversation(number, target) for number, target in enumerate(targets)]
    made[0] = said(made[0], 2, text=LONG)
    made[1] = said(made[1], 0, text=f"{ARABIC} <b>bold</b>\u2028next", original_text="before")
    made[4] = grouped(made[4].model_copy(update={"review": None, "reached": "revealed"}), "Sports")
    return items, made


def said(one: Conversation, place: int, **changes: Any) -> Conversation:
    turns = list(one.turns)
    turns[place] = turns[place].model_copy(update=changes)
    return one.model_copy(update={"turns": tuple(turns)})


def grouped(one: Conversation, group: str) -> Conversation:
    changed = one.profile.model_copy(update={"reason": Reason(group=group, text="Running")})
    return one.model_copy(update={"profile": changed})


def write_all(folder: Path) -> dict[str, Path]:
    """Every file that the steps `release` and `site` read; paths by the name of their option."""
    items, made = hostile(folder / "images")
    splits = {"train": made[:8], "validation": made[8:10], "test": made[10:]}
    for name in SPLITS:
        write_jsonl(folder / "splits" / f"{name}.jsonl", splits[name])
    write_jsonl(folder / "described.jsonl", items)
    write_jsonl(folder / "profiles.jsonl", [*(one.profile for one in made), profile(99)])
    write_json(folder / "statistics.json", statistics_of(splits, items))
    settings = SplitSettings(validation=0.1, test=0.1, near_duplicate=0.99)
    write_json(folder / "leakage.json", leakage(splits, settings))
    others = {"inspired": None, "redial": None, "mmconv": None, "pearl": None}
    write_json(folder / "comparison.json", compare(map(muse, made), "MUSE test", True, others))
    write_json(folder / "generation.json", {"rejected": {"optimize/low-score": 3}})
    (folder / "judge.csv").write_text(JUDGED)
    for name in SPLITS:
        lines = [json.dumps(example(task, name)) for task in ("recommend", "respond", "chat")]
        path = folder / "examples" / f"{name}.jsonl"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(lines) + "\n")
    settings_file = configured(folder / "config.yaml")
    return {
        "config": settings_file,
        "splits": folder / "splits",
        "catalog": folder / "described.jsonl",
        "images": folder / "images",
        "profiles": folder / "profiles.jsonl",
        "examples": folder / "examples",
        "statistics": folder / "statistics.json",
        "leakage": folder / "leakage.json",
        "comparison": folder / "comparison.json",
        "generation": folder / "generation.json",
        "judge": folder / "judge.csv",
    }


def configured(path: Path, **changes: Any) -> Path:
    """The project's own sections `catalog` and `dataset`, small, with changes to `dataset`."""
    values = load({"scale": "smoke"}, ROOT / "config")
    dataset = {**values["dataset"], "site": {"picture_px": 64, "shard": 5}, **changes}
    catalog = {**values["catalog"], "image_size_px": 64}
    path.write_text(yaml.safe_dump({"dataset": dataset, "catalog": catalog}))
    return path


def write_site(files: dict[str, Path], folder: Path) -> str:
    """The pages of these files; what the step says on stderr."""
    names = ("config", "splits", "catalog", "images", "statistics", "leakage", "comparison", "generation", "judge")
    arguments = [*options(files, *names), "--output", str(folder)]
    return CliRunner().invoke(site.main, arguments, catch_exceptions=False).stderr


def example(task: str, split: str) -> dict[str, Any]:
    return {
        "example_id": f"{task}-{split}",
        "task": task,
        "split": split,
        "conversation_id": "c000000",
        "target": "i1",
        "item_id": "i1",
        "dialogue": [{"speaker": "user", "action": "chit-chat", "text": "Hello"}],
        "text": "Something light",
        "candidates": ["i1", "i2"],
        "shown": ["i2"],
    }


def options(files: dict[str, Path], *names: str) -> list[str]:
    return [part for name in names for part in (f"--{name}", str(files[name]))]
