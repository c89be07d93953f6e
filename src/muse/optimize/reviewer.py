"""The reviewer and the last check: is the conversation good enough, do the items fit it?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, Field

from muse.core.records import Conversation, Item, Review
from muse.dialogue.views import history_lines, item_lines, persona_lines
from muse.llm.client import Client
from muse.llm.prompt import Prompt

_HERE = Path(__file__).parent
Score = Annotated[int, Field(ge=0, le=2)]


class Scores(BaseModel):
    """The reviewer's answer."""

    content_quality: Score
    logical_fluency: Score
    user_consistency: Score


class Fit(BaseModel):
    """The context check's answer."""

    fits: bool
    reason: str


class _Talk(BaseModel):
    persona: list[str]
    scenario: str
    requirements: list[str]
    conversation: list[str]


class _Context(BaseModel):
    persona: list[str]
    reason: str
    scenario: str
    recommended: list[str]
    conversation: list[str]


REVIEW = Prompt("review_conversation", _HERE / "review_conversation.jinja", Scores)
CONTEXT = Prompt("check_context", _HERE / "check_context.jinja", Fit)
PROMPTS = (REVIEW, CONTEXT)


async def review(client: Client, conversation: Conversation, catalog: Mapping[str, Item]) -> Review:
    """The three scores and whether the recommended items fit the context."""
    profile, record = conversation.profile, conversation.conversation_id
    talk = _Talk(
        persona=persona_lines(profile.persona),
        scenario=profile.scenario,
        requirements=list(profile.requirements),
        conversation=history_lines(conversation.turns),
    )
    scores = await client.ask("reviewer", REVIEW, talk, record=record)
    recommended = [turn.items[0] for turn in conversation.turns if turn.action == "recommend"]
    context = _Context(
        persona=talk.persona,
        reason=f"{profile.reason.group}: {profile.reason.text}",
        scenario=profile.scenario,
        recommended=[" | ".join(item_lines(catalog[item], seen=True)) for item in recommended],
        conversation=talk.conversation,
    )
    fit = await client.ask("reviewer", CONTEXT, context, record=record)
    return Review(**scores.model_dump(), fits_context=fit.fits)
