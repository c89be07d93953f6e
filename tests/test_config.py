"""The one configuration: layers, and errors that name the file, the key and the remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from muse.config import StepConfig, load, merge
from muse.core.errors import MuseError

CONFIG = Path(__file__).parents[1] / "config"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONFIG, tmp_path / "config"))


@pytest.mark.parametrize("scale", ["smoke", "full", "paper"])
def test_every_scale_is_valid(scale: str) -> None:
    assert load({"scale": scale}, CONFIG)["scale"] == scale


def test_the_command_line_beats_the_scale_beats_the_base(folder: Path) -> None:
    assert load({}, folder)["catalog"]["rendered"]["items"] == 9350
    assert load({"scale": "smoke"}, folder)["catalog"]["rendered"]["items"] == 400
    assert load({"scale": "smoke", "catalog": {"rendered": {"items": 5}}}, folder)["catalog"]["rendered"]["items"] == 5


def test_an_unknown_scale_is_refused_with_the_known_ones(folder: Path) -> None:
    with pytest.raises(MuseError, match=r"config\.yaml: unknown scale 'tiny' \(one of full, paper, smoke\)"):
        load({"scale": "tiny"}, folder)


def _edit(folder: Path, change: dict[str, object], drop: str = "") -> None:
    path = folder / "config.yaml"
    values = merge(yaml.safe_load(path.read_text()), change)
    values.pop(drop, None)
    path.write_text(yaml.safe_dump(values))


def test_a_missing_key_is_named_with_the_file(folder: Path) -> None:
    _edit(folder, {}, drop="seed")
    with pytest.raises(MuseError, match=r"config\.yaml \(scale full\): seed: Field required"):
        load({}, folder)


def test_a_misspelt_key_is_named(folder: Path) -> None:
    _edit(folder, {"catalog": {"imagesize": 1}})
    with pytest.raises(MuseError, match=r"catalog\.imagesize: Extra inputs are not permitted"):
        load({}, folder)


def test_no_shards_are_named(folder: Path) -> None:
    with pytest.raises(MuseError, match="shards: Input should be greater than 0"):
        load({"shards": 0}, folder)


def test_broken_yaml_is_named(folder: Path) -> None:
    (folder / "scales" / "smoke.yaml").write_text("a: [1")
    with pytest.raises(MuseError, match=r"smoke\.yaml: not YAML"):
        load({"scale": "smoke"}, folder)


def test_a_step_reads_only_what_its_rule_declares(tmp_path: Path) -> None:
    path = tmp_path / "step.yaml"
    path.write_text(yaml.safe_dump({"seed": 3, "catalog": load({}, CONFIG)["catalog"]}))
    config = StepConfig(path)
    assert config.seed == 3
    assert config.catalog.rendered.items == 9350
    with pytest.raises(MuseError, match="declare 'llm' in the rule"):
        _ = config.llm


def test_a_rule_may_declare_parts_of_a_section(tmp_path: Path) -> None:
    path = tmp_path / "step.yaml"
    path.write_text(yaml.safe_dump({"finetune": {"threads": 2, "evaluation": {"ridge": 0.5}}}))
    finetune = StepConfig(path).finetune
    assert (finetune.threads, finetune.evaluation.ridge) == (2, 0.5)
    with pytest.raises(AttributeError, match="resamples"):
        _ = finetune.evaluation.resamples
    path.write_text(yaml.safe_dump({"finetune": {"evaluation": {"ridge": -0.5}}}))
    with pytest.raises(ValidationError, match="greater than 0"):
        _ = StepConfig(path).finetune
