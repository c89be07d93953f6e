import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from datasets import load_dataset

from dataset import material
from muse.core.files import read_jsonl, sha256_tree, write_jsonl
from muse.core.records import Conversation, Item, Profile
from muse.dataset.release.features import CONVERSATIONS, ITEMS, PROFILES, TASK
from muse.dataset.release.schema import row_schema
from muse.finetune.records import Example
from muse.steps import dataset, release

INPUTS = ("config", "splits", "catalog", "images", "profiles", "examples", "statistics", "leakage")


def write(files: dict[str, Path], folder: Path) -> str:
    arguments = [*material.options(files, *INPUTS), "--output", str(folder)]
    result = CliRunner().invoke(release.main, arguments, catch_exceptions=False)
    return result.stderr


@pytest.fixture(scope="module")
def written(files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release") / "release"
    write(files, folder)
    return folder


def test_no_field_of_a_record_is_left_out_of_the_columns() -> None:
    def names(schema: dict[str, Any]) -> set[str]:
        return set(schema["properties"])

    schema = Conversation.model_json_schema()
    inner = schema["$defs"]
    assert set(CONVERSATIONS) == names(schema) | {"mentioned_items", "images"}
    assert set(CONVERSATIONS["turns"].feature) == names(inner["Turn"])
    assert set(CONVERSATIONS["review"]) == names(inner["Review"])
    assert set(CONVERSATIONS["provenance"]) == names(inner["Provenance"])
    assert set(PROFILES) == names(Profile.model_json_schema()) == set(CONVERSATIONS["profile"])
    assert set(PROFILES["persona"]) == names(inner["Persona"])
    assert set(ITEMS) == names(Item.model_json_schema())
    assert set(TASK) == names(Example.model_json_schema()) - {"task", "split"}


def test_load_dataset_reads_it_as_a_user_would_call_it(written: Path, tmp_path: Path) -> None:
    loaded = load_dataset(str(written), "conversations", cache_dir=str(tmp_path))
    assert {name: len(rows) for name, rows in loaded.items()} == {"train": 8, "validation": 2, "test": 2}
    first = loaded["train"][0]
    assert first["mentioned_items"] == ["i0", "i1"]
    assert [picture.size for picture in first["images"]] == [(64, 64), (64, 64)]
    assert first["turns"][2]["text"] == material.LONG
    assert first["profile"]["persona"]["name"] == "Ana Marsh 0"
    assert loaded["train"][2]["images"][1] is None
    assert loaded["train"][4]["review"] is None
    items = load_dataset(str(written), "items", split="full", cache_dir=str(tmp_path))
    assert items["title"][1] == material.SCRIPT
    assert items["image"][3] is None
    assert load_dataset(str(written), "profiles", split="full", cache_dir=str(tmp_path)).num_rows == 13
    assert load_dataset(str(written), "task-respond", split="test", cache_dir=str(tmp_path))["candidates"] == [
        ["i1", "i2"]
    ]


def test_it_streams(written: Path) -> None:
    # In a process of its own: `datasets` may leave a reader's thread behind when a stream is given up.
    code = (
        "import sys, os; from datasets import load_dataset\n"
        "rows = list(load_dataset(sys.argv[1], 'items', split='full', streaming=True))\n"
        "print(len(rows), rows[0]['image'].size, flush=True); os._exit(0)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code, str(written)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "HF_HUB_OFFLINE": "1"},
    )
    assert shown.stdout == "8 (64, 64)\n"


def test_the_same_input_gives_the_same_bytes_and_missing_pictures_are_told(
    files: dict[str, Path], written: Path, tmp_path: Path
) -> None:
    told = write(files, tmp_path / "again")
    assert sha256_tree(tmp_path / "again") == sha256_tree(written)
    assert [line.split("item ")[1].split(":")[0] for line in told.splitlines()] == ["'gone'", "'i3'"]


def test_the_card_has_every_section_of_the_template_and_the_run_s_numbers(written: Path) -> None:
    import huggingface_hub

    template = Path(huggingface_hub.__file__).parent / "templates" / "datasetcard_template.md"
    body = template.read_text().split("---\n", 2)[2]
    wanted = [line.replace(" [optional]", "") for line in body.splitlines() if line.startswith("##")]
    card = (written / "README.md").read_text()
    headings = [line for line in card.splitlines() if line.startswith("##")]
    assert headings == wanted
    assert "<" not in card.split("```")[-1]
    assert "12 of 12 conversations were written by" in card
    assert "In 1 of 12 conversations search never" in card
    datasheet = (written / "DATASHEET.md").read_text()
    assert "2 pictures are missing" in datasheet
    assert "the catalog has 8 items in 2 categories" in datasheet
    assert "a gender (female 12) and an age (mean\n34.0, 34 to 34)" in datasheet
    assert "CC0" not in (written / "LICENCES.md").read_text()
    assert "license: apache-2.0\n" in card


def test_an_imported_dataset_does_not_claim_to_be_made_here(files: dict[str, Path], tmp_path: Path) -> None:
    items = [item.model_copy(update={"source": "import"}) for item in read_jsonl(files["catalog"], Item)]
    write_jsonl(tmp_path / "items.jsonl", items)
    write({**files, "catalog": tmp_path / "items.jsonl"}, tmp_path / "release")
    card = (tmp_path / "release" / "README.md").read_text()
    assert "were imported from a folder in the format" in card
    assert "User, recommender" not in card
    # Pictures and texts of others do not stand under the licence of ours.
    assert "license: other\nlicense_name: see-licences-md\nlicense_link: LICENCES.md\n" in card
    assert "| as the imported release says |" in (tmp_path / "release" / "LICENCES.md").read_text()
    described = json.loads((tmp_path / "release" / "croissant.json").read_text())
    assert described["rai:dataCollection"].startswith("Imported")
    assert described["license"] == "LICENCES.md"


def test_croissant_is_valid_and_loads_the_records(written: Path) -> None:
    import mlcroissant

    described = mlcroissant.Dataset(str(written / "croissant.json"))
    assert not described.metadata.ctx.issues.errors
    assert not described.metadata.ctx.issues.warnings
    assert described.metadata.data_biases
    rows = list(described.records("conversations/train"))
    assert [row["conversations/train/conversation_id"] for row in rows] == [b"c%06d" % n for n in range(8)]
    turns = rows[0]["conversations/train/turns"]
    assert [turn["conversations/train/turns/speaker"] for turn in turns[:2]] == [b"user", b"assistant"]
    assert rows[0]["conversations/train/images"][0].size == (64, 64)
    items = list(described.records("items/full"))
    assert items[2]["items/full/item_id"] == material.SLASHED.encode()


SCHEMAS = ("conversations", "items", "profiles", "task-recommend", "task-respond")


@pytest.mark.parametrize("config", SCHEMAS)
def test_the_schema_beside_the_data_validates_every_row_as_it_is_loaded(
    written: Path, config: str, tmp_path: Path
) -> None:
    schema = json.loads((written / "schema" / f"{config}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["version"] == "1.0.0"
    loaded = load_dataset(str(written), config, cache_dir=str(tmp_path))
    stored = [row for split in loaded for row in pq.read_table(written / config / f"{split}.parquet").to_pylist()]
    for row in [*(row for rows in loaded.values() for row in rows), *stored]:
        jsonschema.validate(row, schema)
        for column in row:
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate({name: value for name, value in row.items() if name != column}, schema)
        with pytest.raises(jsonschema.ValidationError, match="unexpected"):
            jsonschema.validate({**row, "more": 1}, schema)


def test_the_schema_refuses_values_that_a_record_refuses(written: Path) -> None:
    schema = json.loads((written / "schema" / "conversations.schema.json").read_text())
    row = pq.read_table(written / "conversations" / "train.parquet").to_pylist()[0]
    row["turns"][0]["action"] = "sing"
    row["profile"]["provenance"]["prompts"] = {"name": "sha256"}
    said = {error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(row)}
    assert len(said) == 2
    assert any("'sing' is not one of" in each for each in said)


def test_a_column_of_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(TypeError, match="no schema for"):
        row_schema("c", "1.0.0", {"column": object()}, None)  # type: ignore[arg-type]


def test_a_dry_run_says_what_would_be_pushed_and_pushes_nothing(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.HfApi", lambda **_: pytest.fail("the hub was asked"))
    (written / ".mark").touch()
    arguments = ["push", "--release", str(written), "--repository", "me/muse", "--token-env", "ABSENT"]
    shown = CliRunner().invoke(dataset.main, [*arguments, "--dry-run"], catch_exceptions=False).output
    (written / ".mark").unlink()
    assert "conversations/train.parquet" in shown
    assert ".mark" not in shown
    assert shown.endswith("dry run: nothing was uploaded\n")


def test_pushing_needs_a_token_and_hides_it(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    hub = SimpleNamespace(
        create_repo=lambda *names, **how: asked.append((names, how)), upload_folder=lambda **how: asked.append(how)
    )
    monkeypatch.setattr("huggingface_hub.HfApi", lambda token: asked.append(token) or hub)
    arguments = ["push", "--release", str(written), "--repository", "me/muse", "--token-env", "MUSE_TEST_TOKEN"]
    monkeypatch.delenv("MUSE_TEST_TOKEN", raising=False)
    refused = CliRunner().invoke(dataset.main, arguments)
    assert str(refused.exception).startswith("MUSE_TEST_TOKEN is not set")
    assert asked == []
    monkeypatch.setenv("MUSE_TEST_TOKEN", "secret-value")
    shown = CliRunner().invoke(dataset.main, arguments, catch_exceptions=False).output
    assert asked[0] == "secret-value"
    assert asked[1][1]["private"]
    assert asked[2]["folder_path"] == written
    assert "secret-value" not in shown
