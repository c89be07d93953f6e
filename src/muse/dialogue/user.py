"""The user: talks about the scenario, finds and voices what is wrong with an item, accepts the right one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field

from muse.core.records import Profile
from muse.dialogue.policy import Subject
from muse.dialogue.views import Shown, Situation, Utterance, item_lines, situation
from muse.llm.client import Client
from muse.llm.prompt import Prompt

_HERE = Path(__file__).parent

Aspect = Literal["kind", "colour", "pattern", "detail", "material", "price", "style"]


class Difference(BaseModel):
    """One difference between the shown and the wanted item."""

    aspect: Aspect
    shown: str = Field(min_length=1)
    wanted: str = Field(min_length=1)

    def lines(self) -> list[str]:
        """As lines for a prompt."""
        return [f"Aspect: {self.aspect}", f"Shown: {self.shown}", f"Wanted: {self.wanted}"]


class _Chat(Situation):
    own: list[str]
    round: int


class _ItemChat(Situation):
    item: list[str]
    earlier: list[str]
    subject: Subject


class _Pair(Situation):
    shown: list[str]
    wanted: list[str]


class _Accept(Situation):
    item: list[str]


class _Leave(_Accept):
    difference: list[str]


class _Reject(_Leave):
    change_of_mind: Literal["yes", "no"]


CHAT = Prompt("user_chat", _HERE / "user_chat.jinja", Utterance)
ITEM_CHAT = Prompt("user_item_chat", _HERE / "user_item_chat.jinja", Utterance)
DIFFERENCE = Prompt("user_difference", _HERE / "user_difference.jinja", Difference)
REJECT = Prompt("user_reject", _HERE / "user_reject.jinja", Utterance)
ACCEPT = Prompt("user_accept", _HERE / "user_accept.jinja", Utterance)
LEAVE = Prompt("user_leave", _HERE / "user_leave.jinja", Utterance)
PROMPTS = (CHAT, ITEM_CHAT, DIFFERENCE, REJECT, ACCEPT, LEAVE)


class User:
    """The simulated shopper of one profile. Every method takes the history and gives the next utterance."""

    def __init__(self, client: Client, profile: Profile, record: str) -> None:
        self._client, self._profile, self._record = client, profile, record

    def _situation(self, history: list[str]) -> dict[str, object]:
        return situation(self._profile, history).model_dump()

    async def _say(
        self, prompt: Prompt[Utterance], inputs: BaseModel, turn: int, images: Mapping[str, Path] | None = None
    ) -> str:
        said = await self._client.ask("user", prompt, inputs, record=self._record, turn=turn, images=images)
        return said.text

    async def chat(self, history: list[str], number: int, own: Shown | None) -> str:
        """Chit-chat about the scenario, round `number` of it; `own` is a companion item to show."""
        inputs = _Chat(**self._situation(history), own=item_lines(own.item) if own else [], round=number)
        return await self._say(CHAT, inputs, len(history), {"your own item": own.picture} if own else None)

    async def item_chat(self, history: list[str], shown: Shown, subject: Subject, earlier: Shown | None) -> str:
        """Chit-chat about the shown item, or a question about it."""
        inputs = _ItemChat(
            **self._situation(history),
            item=item_lines(shown.item),
            earlier=item_lines(earlier.item) if earlier else [],
            subject=subject,
        )
        pictures = {"shown item": shown.picture} | ({"earlier item": earlier.picture} if earlier else {})
        return await self._say(ITEM_CHAT, inputs, len(history), pictures)

    async def difference(self, history: list[str], shown: Shown, target: Shown) -> Difference:
        """The difference between the shown and the target item that matters most now."""
        inputs = _Pair(**self._situation(history), shown=item_lines(shown.item), wanted=item_lines(target.item))
        images = {"shown item": shown.picture, "wanted item": target.picture}
        return await self._client.ask(
            "manager", DIFFERENCE, inputs, record=self._record, turn=len(history), images=images
        )

    async def reject(self, history: list[str], shown: Shown, difference: Difference, *, change_of_mind: bool) -> str:
        """Turn the shown item down and say what would be better."""
        inputs = _Reject(
            **self._situation(history),
            item=item_lines(shown.item),
            difference=difference.lines(),
            change_of_mind="yes" if change_of_mind else "no",
        )
        return await self._say(REJECT, inputs, len(history), {"shown item": shown.picture})

    async def accept(self, history: list[str], shown: Shown) -> str:
        """Take the shown item."""
        inputs = _Accept(**self._situation(history), item=item_lines(shown.item))
        return await self._say(ACCEPT, inputs, len(history), {"shown item": shown.picture})

    async def leave(self, history: list[str], shown: Shown, difference: Difference) -> str:
        """End without buying."""
        inputs = _Leave(**self._situation(history), item=item_lines(shown.item), difference=difference.lines())
        return await self._say(LEAVE, inputs, len(history), {"shown item": shown.picture})
