"""Conversations to examples of the two tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from muse.core.records import Conversation, Split, Turn
from muse.core.seeding import generator
from muse.finetune.candidates import Candidates
from muse.finetune.records import Example, Utterance, wishes
from muse.finetune.settings import LimitSettings


def chosen(conversations: Sequence[Conversation], limit: int, seed: int, split: Split) -> list[Conversation]:
    """At most `limit` conversations of a split, drawn by seed, in the order of the split."""
    if len(conversations) <= limit:
        return list(conversations)
    drawn = generator(seed, "finetune-conversations", split).choice(len(conversations), size=limit, replace=False)
    return [conversations[place] for place in sorted(drawn)]


def recommendation(conversation: Conversation, split: Split, candidates: Candidates | None) -> Example | None:
    """The dialogue up to the turn that recommends the target, to be ranked against candidates not shown before.

    Without `candidates` it can be learned from but not ranked. None where the target was never recommended or
    nothing was said before.
    """
    target = conversation.profile.target_item
    for number, turn in enumerate(conversation.turns):
        if turn.speaker == "assistant" and turn.action == "recommend" and target in turn.items:
            before = conversation.turns[:number]
            said = _said(before)
            text = " ".join(wishes(said))
            if not text:
                return None
            shown = _shown(before)
            return Example(
                example_id=f"{conversation.conversation_id}-recommend",
                task="recommend",
                split=split,
                conversation_id=conversation.conversation_id,
                target=target,
                item_id=target,
                dialogue=said,
                text=text,
                candidates=candidates.around(target, exclude=shown) if candidates else (),
                shown=shown,
            )
    return None


def responses(conversation: Conversation, split: Split) -> Iterator[Example]:
    """Each of the assistant's turns that recommends one item, with the dialogue before it."""
    for number, turn in enumerate(conversation.turns):
        if turn.speaker == "assistant" and turn.action == "recommend" and turn.items and turn.text:
            yield Example(
                example_id=f"{conversation.conversation_id}-respond-{number:02d}",
                task="respond",
                split=split,
                conversation_id=conversation.conversation_id,
                target=conversation.profile.target_item,
                item_id=turn.items[-1],
                dialogue=_said(conversation.turns[:number]),
                text=turn.text,
                candidates=(),
                shown=_shown(conversation.turns[:number]),
            )


def examples(
    conversations: Sequence[Conversation], split: Split, limits: LimitSettings, seed: int, candidates: Candidates | None
) -> list[Example]:
    """The examples of both tasks from at most so many conversations of a split, and so many replies of each."""
    made: list[Example] = []
    limit = {"train": limits.train, "validation": limits.validation, "test": limits.test}[split]
    for conversation in chosen(conversations, limit, seed, split):
        ranked = recommendation(conversation, split, candidates)
        made += [ranked] if ranked else []
        replies = list(responses(conversation, split))
        draws = generator(seed, "finetune-replies", conversation.conversation_id)
        made += [replies[place] for place in sorted(draws.permutation(len(replies))[: limits.replies])]
    return made


def _said(turns: Sequence[Turn]) -> tuple[Utterance, ...]:
    return tuple(Utterance(speaker=turn.speaker, action=turn.action, text=turn.text) for turn in turns)


def _shown(turns: Sequence[Turn]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for turn in turns for item in turn.items))
