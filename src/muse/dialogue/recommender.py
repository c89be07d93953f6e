"""The assistant: talks, turns what was said into a search, chooses, recommends from the picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, Field

from muse.core.records import Item
from muse.dialogue.policy import Subject
from muse.dialogue.views import Shown, Utterance, item_lines
from muse.llm.client import Client
from muse.llm.prompt import Prompt

_HERE = Path(__file__).parent


class Query(BaseModel):
    """A search for the catalog."""

    query: str = Field(min_length=1)


class Choice(BaseModel):
    """The chosen candidate, counted from 1."""

    number: int = Field(ge=1)


class _Chat(BaseModel):
    history: list[str]


class _ItemChat(_Chat):
    item: list[str]
    earlier: list[str]
    subject: Subject


class _Query(_Chat):
    last_query: str


class _Choose(_Chat):
    query: str
    candidates: list[str]


class _Recommend(_Chat):
    item: list[str]
    query: str


CHAT = Prompt("assistant_chat", _HERE / "assistant_chat.jinja", Utterance)
CLARIFY = Prompt("assistant_clarify", _HERE / "assistant_clarify.jinja", Utterance)
ITEM_CHAT = Prompt("assistant_item_chat", _HERE / "assistant_item_chat.jinja", Utterance)
QUERY = Prompt("assistant_query", _HERE / "assistant_query.jinja", Query)
CHOOSE = Prompt("assistant_choose", _HERE / "assistant_choose.jinja", Choice)
RECOMMEND = Prompt("assistant_recommend", _HERE / "assistant_recommend.jinja", Utterance)
PROMPTS = (CHAT, CLARIFY, ITEM_CHAT, QUERY, CHOOSE, RECOMMEND)


class Recommender:
    """The assistant in one conversation. It knows what was said and what the catalog shows, not the profile."""

    def __init__(self, client: Client, record: str) -> None:
        self._client, self._record = client, record

    async def _say(
        self, prompt: Prompt[Utterance], inputs: BaseModel, turn: int, images: Mapping[str, Path] | None = None
    ) -> str:
        said = await self._client.ask("recommender", prompt, inputs, record=self._record, turn=turn, images=images)
        return said.text

    async def chat(self, history: list[str], own: Path | None) -> str:
        """Chit-chat: the first word of the talk, or a reply; `own` is the picture that the user showed last."""
        images = {"the shopper's item": own} if own else None
        return await self._say(CHAT, _Chat(history=history), len(history), images)

    async def clarify(self, history: list[str]) -> str:
        """One question before the first recommendation."""
        return await self._say(CLARIFY, _Chat(history=history), len(history))

    async def item_chat(self, history: list[str], shown: Shown, subject: Subject, earlier: Shown | None) -> str:
        """A reply about the shown item."""
        inputs = _ItemChat(
            history=history,
            item=item_lines(shown.item),
            earlier=item_lines(earlier.item) if earlier else [],
            subject=subject,
        )
        pictures = {"shown item": shown.picture} | ({"earlier item": earlier.picture} if earlier else {})
        return await self._say(ITEM_CHAT, inputs, len(history), pictures)

    async def query(self, history: list[str], last_query: str) -> str:
        """What the user needs by now, merged with the last query."""
        inputs = _Query(history=history, last_query=last_query)
        answer = await self._client.ask("recommender", QUERY, inputs, record=self._record, turn=len(history))
        return answer.query

    async def choose(self, history: list[str], query: str, candidates: Sequence[Item]) -> Item:
        """The candidate that fits best; the search's first where the model names one that isn't there."""
        lines = [f"{number}. " + " | ".join(item_lines(item, seen=True)) for number, item in enumerate(candidates, 1)]
        inputs = _Choose(history=history, query=query, candidates=lines)
        answer = await self._client.ask("recommender", CHOOSE, inputs, record=self._record, turn=len(history))
        return candidates[answer.number - 1 if answer.number <= len(candidates) else 0]

    async def recommend(self, history: list[str], shown: Shown, query: str) -> str:
        """Two or three sentences for the item."""
        inputs = _Recommend(history=history, item=item_lines(shown.item), query=query)
        return await self._say(RECOMMEND, inputs, len(history), {"shown item": shown.picture})
