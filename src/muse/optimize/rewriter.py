"""The rewriter and its checker: every utterance said anew, kept only where the meaning did not move."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field

from muse.core.records import Turn
from muse.llm.client import Client
from muse.llm.prompt import Prompt
from muse.llm.spent import NOTHING, counted

_HERE = Path(__file__).parent


class Rewritten(BaseModel):
    """An utterance said anew."""

    text: str = Field(min_length=1)


class Verdict(BaseModel):
    """Whether two utterances say the same."""

    same_meaning: bool
    reason: str


class _Rewrite(BaseModel):
    history: list[str]
    speaker: str
    style: Literal["plain", "colloquial"]
    utterance: str


class _Check(BaseModel):
    original: str
    rewritten: str


REWRITE = Prompt("rewrite_utterance", _HERE / "rewrite_utterance.jinja", Rewritten)
CHECK = Prompt("check_rewrite", _HERE / "check_rewrite.jinja", Verdict)
PROMPTS = (REWRITE, CHECK)


async def rewrite(
    client: Client, turn: Turn, history: list[str], *, colloquial: bool, record: str, number: int
) -> Turn:
    """The turn with its text said anew, or as it was where the checker says that the meaning moved.

    `original_text` keeps the text before an accepted rewrite, `refused_text` a rewrite that was not accepted; what
    both models took is added to the turn's cost.
    """
    with counted() as spent:
        made = await _rewrite(client, turn, history, colloquial=colloquial, record=record, number=number)
    return made.model_copy(update={"cost": (turn.cost or NOTHING) + spent.take()})


async def _rewrite(
    client: Client, turn: Turn, history: list[str], *, colloquial: bool, record: str, number: int
) -> Turn:
    style: Literal["plain", "colloquial"] = "colloquial" if colloquial else "plain"
    ask = _Rewrite(history=history, speaker=turn.speaker, style=style, utterance=turn.text)
    text = " ".join((await client.ask("rewriter", REWRITE, ask, record=record, turn=number)).text.split())
    if not text or text == turn.text:
        return turn.model_copy(update={"colloquial": colloquial})
    pair = _Check(original=turn.text, rewritten=text)
    verdict = await client.ask("checker", CHECK, pair, record=record, turn=number)
    changes: dict[str, object] = {"colloquial": colloquial}
    if verdict.same_meaning:
        changes |= {"text": text, "original_text": turn.text}
    else:
        changes |= {"refused_text": text}
    return turn.model_copy(update=changes)
