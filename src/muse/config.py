"""The one configuration: config/config.yaml, overridden by config/scales/<scale>.yaml, then by the command line.

Each section is declared by its package (`<package>/settings.py`). `load` checks all of it before any job; a step
reads only the sections that its rule declares (`step_sections`), so a changed value reruns exactly what it affects.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import PositiveInt, TypeAdapter, ValidationError

from muse.catalog.settings import CatalogSettings, DescriptionSettings, IndexSettings, RetrievalSettings
from muse.core.errors import MuseError
from muse.core.files import first_problem
from muse.core.settings import Settings
from muse.dataset.settings import DatasetSettings
from muse.dialogue.settings import DialogueSettings
from muse.finetune.settings import FinetuneSettings
from muse.llm.settings import LlmSettings
from muse.optimize.settings import OptimizerSettings
from muse.profiles.settings import ProfilesSettings
from muse.quality.settings import QualitySettings

FOLDER = Path("config")


class Config(Settings):
    """All sections."""

    scale: Literal["smoke", "full", "paper"]
    seed: int
    shards: PositiveInt
    llm: LlmSettings
    catalog: CatalogSettings
    index: IndexSettings
    retrieval: RetrievalSettings
    dataset: DatasetSettings
    description: DescriptionSettings
    profiles: ProfilesSettings
    dialogue: DialogueSettings
    optimizer: OptimizerSettings
    quality: QualitySettings
    finetune: FinetuneSettings


def load(overrides: Mapping[str, Any] | None = None, folder: Path = FOLDER) -> dict[str, Any]:
    """The effective configuration as plain values, validated.

    Precedence, lowest first: config.yaml, scales/<scale>.yaml, `overrides` (nested, as from `--config`).
    """
    overrides = dict(overrides or {})
    base = read_yaml(folder / "config.yaml")
    scale = overrides.get("scale", base.get("scale"))
    scales = sorted(path.stem for path in (folder / "scales").glob("*.yaml"))
    if scale not in scales:
        raise MuseError(f"unknown scale {scale!r}", where=folder / "config.yaml", remedy=f"one of {', '.join(scales)}")
    layers = [base, read_yaml(folder / "scales" / f"{scale}.yaml"), overrides]
    merged: dict[str, Any] = {}
    for layer in layers:
        merged = merge(merged, layer)
    try:
        Config.model_validate(merged)
    except ValidationError as error:
        raise MuseError(
            first_problem(error),
            where=f"{folder / 'config.yaml'} (scale {scale})",
            remedy="give the key a value that fits; workflow/schemas/config.schema.json says what fits",
        ) from None
    return merged


def merge(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """`under` with the values of `over`; mappings are merged, anything else is replaced."""
    merged = dict(under)
    for key, value in over.items():
        old = merged.get(key)
        merged[key] = merge(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return merged


def read_yaml(path: Path) -> dict[str, Any]:
    """A YAML mapping; an empty file is an empty one."""
    try:
        value = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise MuseError("no such file", where=path, remedy="run from the repository's root") from None
    except yaml.YAMLError as error:
        raise MuseError(f"not YAML: {error}", where=path, remedy="correct the file") from None
    if value is not None and not isinstance(value, dict):
        raise MuseError("not a mapping", where=path, remedy="write `section:` and its keys")
    return value or {}


class StepConfig:
    """The sections, or parts of them, that one rule gives its step; what the rule did not declare is an error."""

    def __init__(self, path: Path) -> None:
        self.path, self.sections = path, read_yaml(path)

    def __getattr__(self, name: str) -> Any:
        """The section, typed by `Config`."""
        field = Config.model_fields.get(name)
        if field is None or name not in self.sections:
            raise MuseError(
                f"no section {name!r}",
                where=self.path,
                remedy=f"declare {name!r} in the rule's step_config(...)",
            )
        section = self.sections[name]
        return _part(field.annotation, section) if isinstance(section, dict) else section


def _part(kind: Any, given: Mapping[str, Any]) -> Any:
    """Settings of which a rule may have declared some alone: the others are not there."""
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        if any(problem["type"] != "missing" for problem in error.errors()):
            raise
    values = {}
    for name, value in given.items():
        inner = kind.model_fields[name].annotation
        nested = isinstance(inner, type) and issubclass(inner, Settings)
        values[name] = _part(inner, value) if nested else TypeAdapter(inner).validate_python(value)
    return kind.model_construct(**values)
