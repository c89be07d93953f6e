"""The steps from conversations to counts, on files."""

import json
from pathlib import Path

import yaml
from click.testing import CliRunner
from support import item

from dataset import material
from muse.core.files import read_jsonl, write_jsonl
from muse.core.records import Conversation
from muse.steps import compare, split, statistics


def test_conversations_become_splits_counts_and_a_table(tmp_path: Path) -> None:
    _, made = material.hostile(tmp_path / "images")
    apart = [
        one.model_copy(update={"profile": one.profile.model_copy(update={"scenario": f"a{n} b{n} c{n} d{n}"})})
        for n, one in enumerate(made)
    ]
    write_jsonl(tmp_path / "conversations.jsonl", apart)
    write_jsonl(tmp_path / "items.jsonl", [item(number) for number in range(8)])
    settings = material.configured(tmp_path / "config.yaml", comparison=dict.fromkeys(compare_names()))
    values = yaml.safe_load(settings.read_text()) | {"seed": 3}
    settings.write_text(yaml.safe_dump(values))
    outputs = [
        part for name in ("train", "validation", "test") for part in (f"--{name}", str(tmp_path / f"{name}.jsonl"))
    ]
    arguments = ["--config", str(settings), "--conversations", str(tmp_path / "conversations.jsonl")]
    leakage = ["--leakage", str(tmp_path / "leakage.json")]
    CliRunner().invoke(split.main, [*arguments, *outputs, *leakage], catch_exceptions=False)
    placed = [
        each.conversation_id
        for name in ("train", "validation", "test")
        for each in read_jsonl(tmp_path / f"{name}.jsonl", Conversation)
    ]
    assert sorted(placed) == [one.conversation_id for one in made]
    assert all(
        check["crossing"] == 0 for check in json.loads((tmp_path / "leakage.json").read_text())["checks"].values()
    )

    counts = [
        "--splits",
        str(tmp_path),
        "--catalog",
        str(tmp_path / "items.jsonl"),
        "--output",
        str(tmp_path / "counts"),
    ]
    CliRunner().invoke(statistics.main, counts, catch_exceptions=False)
    assert json.loads((tmp_path / "counts").read_text())["all"]["utterances"] == 96

    CliRunner().invoke(compare.main, [*arguments, "--output", str(tmp_path / "table")], catch_exceptions=False)
    rows = json.loads((tmp_path / "table").read_text())
    assert [row["status"] for row in rows] == ["computed", *["not available here"] * 4, "published only"]
    assert rows[0]["scripted"]


def compare_names() -> tuple[str, ...]:
    return ("inspired", "redial", "mmconv", "pearl")
