"""The configuration's `dialogue` section."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from muse.core.settings import Settings

Share = Annotated[float, Field(ge=0, le=1)]


class OpeningSettings(Settings):
    """How a conversation of one opening goes: rounds of chit-chat first, at most so many rounds after."""

    chat_rounds: Annotated[int, Field(ge=1)]
    max_rounds: Annotated[int, Field(ge=1)]


class WanderingSettings(Settings):
    """Rates, per conversation, of what real shoppers do besides; all 0 in the authors' preset."""

    change_mind: Share
    ask_price: Share
    ask_size: Share
    ask_care: Share
    compare: Share
    clarify: Share


class DialogueSettings(Settings):
    """The manager's policy. `item_chat` is the chance of chit-chat about the shown item by round."""

    multimodal_share: Share
    text: OpeningSettings
    multimodal: OpeningSettings
    item_chat: dict[int, Share]
    top_k: Annotated[int, Field(ge=1)]
    companion_candidates: Annotated[int, Field(ge=1)]
    reveal_target: bool
    wanderings: WanderingSettings
