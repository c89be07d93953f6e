"""What the steps share: the type of a path option, and the step's configuration."""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig

FILE = click.Path(path_type=Path)


class ConfigOption(click.ParamType[StepConfig]):
    """A step's configuration file, as written by the workflow for its rule."""

    name = "yaml"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> StepConfig:
        """The sections in the file."""
        return StepConfig(Path(value))


config = click.option("--config", required=True, type=ConfigOption(), help="Sections of the configuration.")
