"""The manager leads one conversation by its plan, from the opening to the acceptance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from muse.core.errors import RecordRejected
from muse.core.records import Conversation, Item, Profile, Reached, Turn
from muse.core.seeding import generator
from muse.dialogue import companion, recommender, user
from muse.dialogue.policy import Plan, Subject, draw_opening, draw_plan
from muse.dialogue.settings import DialogueSettings
from muse.dialogue.views import Shown, history_lines
from muse.llm.client import Client
from muse.llm.provenance import provenance
from muse.llm.spent import Spent, counted

STAGE = "converse"
PROMPTS = (*user.PROMPTS, *recommender.PROMPTS, *companion.PROMPTS)


@dataclass(frozen=True)
class World:
    """What all conversations share. `search` finds items by text."""

    client: Client
    settings: DialogueSettings
    seed: int
    catalog: Mapping[str, Item]
    images: Path
    search: companion.Search

    def show(self, item_id: str) -> Shown:
        """An item with its picture; RecordRejected where the catalog has none of this id."""
        if item_id not in self.catalog:
            raise RecordRejected("unknown-item", f"the catalog has no item {item_id!r}")
        item = self.catalog[item_id]
        return Shown(item, self.images / item.image)


async def converse(world: World, profile: Profile) -> Conversation:
    """The conversation of one profile. Raises RecordRejected where it can't be had."""
    record = "c" + profile.profile_id.removeprefix("p")
    target = world.show(profile.target_item)
    random = generator(world.seed, STAGE, record)
    opening = draw_opening(world.settings, random)
    own: Shown | None = None
    with counted() as spent:
        if opening == "multimodal":
            own = await companion.find_companion(
                world.client, profile, target, world.search, world.settings.companion_candidates, record
            )
            opening = "multimodal" if own else "text"
        talk = _Talk(world, profile, record, target, draw_plan(world.settings, opening, random), spent)
        reached = await talk.run(own)
    return Conversation(
        conversation_id=record,
        profile=profile,
        opening=opening,
        reached=reached,
        turns=tuple(talk.turns),
        review=None,
        provenance=provenance(world.client, ("user", "recommender"), ("manager",), PROMPTS),
    )


class _Talk:
    """A conversation under way."""

    def __init__(self, world: World, profile: Profile, record: str, target: Shown, plan: Plan, spent: Spent) -> None:
        self._world, self._target, self._plan, self._spent = world, target, plan, spent
        self._user = user.User(world.client, profile, record)
        self._assistant = recommender.Recommender(world.client, record)
        self._query = ""
        self._shown: list[Shown] = []
        self._own: Shown | None = None
        self.turns: list[Turn] = []

    async def run(self, own: Shown | None) -> Reached:
        """All rounds; how the target was reached."""
        self._own = own
        await self._chit_chat(own)
        if self._plan.clarify:
            self._add("assistant", "chit-chat", await self._assistant.clarify(self._history))
            self._add("user", "chit-chat", await self._user.chat(self._history, self._plan.chat_rounds + 1, None))
        await self._recommend()
        for number in range(2, self._plan.max_rounds + 1):
            if self._at_target:
                break
            if number in self._plan.item_chats:
                await self._item_chat("impression")
                continue
            await self._decide(number)
        if self._at_target:
            self._add("user", "accept", await self._user.accept(self._history, self._shown[-1]), self._shown[-1])
            return "revealed" if self._revealed else "retrieved"
        difference = await self._user.difference(self._history, self._shown[-1], self._target)
        words = await self._user.leave(self._history, self._shown[-1], difference)
        self._add("user", "reject", words, self._shown[-1])
        return "not reached"

    @property
    def _history(self) -> list[str]:
        return history_lines(self.turns)

    @property
    def _at_target(self) -> bool:
        return self._shown[-1].item.item_id == self._target.item.item_id

    _revealed = False

    async def _chit_chat(self, own: Shown | None) -> None:
        for number in range(1, self._plan.chat_rounds + 1):
            seen = own if number == 2 else None
            words = await self._assistant.chat(self._history, seen.picture if seen else None)
            self._add("assistant", "chit-chat", words, *([seen] if seen else []), pictures=False)
            brought = own if number == 1 else None
            words = await self._user.chat(self._history, number, brought)
            self._add("user", "chit-chat", words, *([brought] if brought else []))

    async def _item_chat(self, subject: Subject) -> None:
        shown, earlier = self._shown[-1], self._shown[-2] if subject == "compare" else None
        about = [earlier, shown] if earlier else [shown]
        words = await self._user.item_chat(self._history, shown, subject, earlier)
        self._add("user", "chit-chat", words, *about, pictures=False)
        words = await self._assistant.item_chat(self._history, shown, subject, earlier)
        self._add("assistant", "chit-chat", words, *about, pictures=False)

    async def _decide(self, number: int) -> None:
        subject = self._plan.questions.get(number)
        if subject and (subject != "compare" or len(self._shown) > 1):
            await self._item_chat(subject)
        shown = self._shown[-1]
        difference = await self._user.difference(self._history, shown, self._target)
        turned = number == self._plan.change_of_mind
        words = await self._user.reject(self._history, shown, difference, change_of_mind=turned)
        self._add("user", "reject", words, shown, pictures=False)
        if number == self._plan.max_rounds and self._world.settings.reveal_target:
            self._revealed = True
            await self._show(self._target, query=None)
        else:
            await self._recommend()

    async def _recommend(self) -> None:
        self._query = await self._assistant.query(self._history, self._query)
        top_k = self._world.settings.top_k
        known = frozenset(shown.item.item_id for shown in [*self._shown, *([self._own] if self._own else [])])
        hits = self._world.search(self._query, top_k, frozenset())
        found = [hit for hit in hits if hit.item.item_id not in known] or self._world.search(self._query, top_k, known)
        if not found:
            raise RecordRejected("nothing-to-recommend", f"nothing left in the catalog after {len(self._shown)} items")
        chosen = await self._assistant.choose(self._history, self._query, [hit.item for hit in found])
        await self._show(self._world.show(chosen.item_id), query=self._query)

    async def _show(self, shown: Shown, query: str | None) -> None:
        words = await self._assistant.recommend(self._history, shown, self._query)
        self._add("assistant", "recommend", words, shown, query=query)
        self._shown.append(shown)

    def _add(
        self,
        speaker: str,
        action: str,
        text: str,
        *about: Shown,
        pictures: bool = True,
        query: str | None = None,
    ) -> None:
        words = " ".join(text.split())
        if not words:
            raise RecordRejected("empty-utterance", f"utterance {len(self.turns) + 1} ({speaker}, {action})")
        ids = tuple(shown.item.item_id for shown in about)
        self.turns.append(
            Turn.model_validate(
                {
                    "speaker": speaker,
                    "action": action,
                    "text": words,
                    "items": ids,
                    "images": ids if pictures else (),
                    "query": query,
                    "original_text": None,
                    "cost": self._spent.take(),
                }
            )
        )
