"""The optimizer over one conversation: rewrite each utterance, review the whole, drop what is not good enough."""

from __future__ import annotations

from collections.abc import Mapping

from muse.core.errors import RecordRejected
from muse.core.records import Conversation, Item
from muse.core.seeding import generator
from muse.dialogue.views import history_lines
from muse.llm.client import Client
from muse.llm.provenance import joined, provenance
from muse.optimize import reviewer, rewriter
from muse.optimize.settings import OptimizerSettings

STAGE = "optimize"
PROMPTS = (*rewriter.PROMPTS, *reviewer.PROMPTS)


async def optimize(
    client: Client, settings: OptimizerSettings, seed: int, conversation: Conversation, catalog: Mapping[str, Item]
) -> Conversation:
    """The rewritten and reviewed conversation.

    Raises RecordRejected("review-below-threshold" | "items-do-not-fit"), the conversation with it, where it is dropped.
    """
    record = conversation.conversation_id
    random = generator(seed, STAGE, record)
    for item_id in conversation.mentioned_items:
        if item_id not in catalog:
            raise RecordRejected("unknown-item", f"the catalog has no item {item_id!r}")
    turns = list(conversation.turns)
    for number, turn in enumerate(turns):
        colloquial = bool(random.random() < settings.colloquial_share)
        history = history_lines(turns[:number])
        turns[number] = await rewriter.rewrite(
            client, turn, history, colloquial=colloquial, record=record, number=number
        )
    here = provenance(client, ("rewriter",), ("checker", "reviewer"), PROMPTS)
    rewritten = conversation.model_copy(
        update={"turns": tuple(turns), "provenance": joined(conversation.provenance, here)}
    )
    verdict = await reviewer.review(client, rewritten, catalog)
    reviewed = rewritten.model_copy(update={"review": verdict})
    if verdict.total < settings.min_review_total:
        scores = f"{verdict.content_quality} + {verdict.logical_fluency} + {verdict.user_consistency}"
        short = f"{scores} < {settings.min_review_total}"
        raise RecordRejected("review-below-threshold", short, finished=reviewed)
    if not verdict.fits_context:
        raise RecordRejected("items-do-not-fit", "the recommended items do not fit the context", finished=reviewed)
    return reviewed
