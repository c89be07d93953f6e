"""Who wrote a record: the models of the roles that took part, and the digests of what they were asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from muse.core.records import Provenance
from muse.llm.client import Client
from muse.llm.prompt import Prompt

OFFLINE = "offline"


def provenance(
    client: Client, writers: Iterable[str], others: Iterable[str], prompts: Iterable[Prompt[Any]]
) -> Provenance:
    """Of a record that the roles `writers` wrote and `others` judged. Scripted where the offline model took part."""
    settings, writers = client.settings, tuple(writers)
    models = {role: f"{settings.roles[role].endpoint}/{settings.roles[role].model}" for role in (*writers, *others)}
    return Provenance(
        writer=" + ".join(dict.fromkeys(models[role] for role in writers)),
        scripted=any(settings.endpoints[settings.roles[role].endpoint].base_url == OFFLINE for role in models),
        seed=client.seed,
        prompts={prompt.name: prompt.digest for prompt in prompts},
        models=models,
    )


def joined(one: Provenance, other: Provenance) -> Provenance:
    """Of a record that went through two stages."""
    writers = dict.fromkeys([*one.writer.split(" + "), *other.writer.split(" + ")])
    return Provenance(
        writer=" + ".join(writers),
        scripted=one.scripted or other.scripted,
        seed=one.seed,
        prompts=one.prompts | other.prompts,
        models=one.models | other.models,
    )
