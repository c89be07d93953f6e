"""What the steps share: the type of a path option, and the client with the offline model behind it."""

from __future__ import annotations

from pathlib import Path

import click

from muse.config import StepConfig
from muse.llm.client import Client
from muse.offline.transport import OfflineTransport

FILE = click.Path(path_type=Path)


class ConfigOption(click.ParamType[StepConfig]):
    """A step's configuration file, as written by the workflow for its rule."""

    name = "yaml"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> StepConfig:
        """The sections in the file."""
        return StepConfig(Path(value))


config = click.option("--config", required=True, type=ConfigOption(), help="Sections of the configuration.")


def client(config: StepConfig, stage: str) -> Client:
    """The way to the models for a step (its rule declares the sections `seed` and `llm`)."""
    return Client(config.llm, seed=config.seed, stage=stage, transports={"offline": OfflineTransport()})
