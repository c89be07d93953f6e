"""Conversations to examples of the two tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from muse.core.records import Conversation, Split, Turn
from muse.core.seeding import generator
from muse.finetune.candidates import Candidates
from muse.finetune.records import Example, Utterance
from muse.finetune.settings import LimitSettings
from muse.finetune.wishes import Wishes


def recommendation(conversation: Conversation, split: Split, wishes: Wishes) -> Example | None:
    """The dialogue up to the turn that recommends the target, to learn from.

    None where the target was never recommended or nothing was said before.
    """
    target = conversation.profile.target_item
    for number, turn in enumerate(conversation.turns):
        if turn.speaker == "assistant" and turn.action == "recommend" and target in turn.items:
            before = conversation.turns[:number]
            said = _said(before)
            text = " ".join(wishes.said(said))
            if not text:
                return None
            return Example(
                example_id=f"{conversation.conversation_id}-recommend",
                task="recommend",
                split=split,
                conversation_id=conversation.conversation_id,
                target=target,
                item_id=target,
                dialogue=said,
                text=text,
                candidates=(),
                shown=_shown(before),
            )
    return None


def ranked(example: Example, candidates: Candidates) -> Example:
    """A recommendation with what it is ranked against: candidates not shown before."""
    return example.model_copy(update={"candidates": candidates.around(example.target, exclude=example.shown)})


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
    conversations: Sequence[Conversation],
    split: Split,
    limits: LimitSettings,
    seed: int,
    wishes: Wishes,
    candidates: Candidates | None,
) -> list[Example]:
    """The examples of both tasks, in the order of the split: a recommendation and so many replies of a conversation.

    Of the conversations whose wishes tell the target from others (of all, where none does: a guess is better than no
    example) at most the split's limit are taken, drawn by seed. Without `candidates` the recommendations can be learned
    from but not ranked.
    """
    found = {one.conversation_id: one for each in conversations if (one := recommendation(each, split, wishes))}
    telling = {name for name, one in found.items() if wishes.tell(one.text, one.target)} or found.keys()
    useful = [conversation for conversation in conversations if conversation.conversation_id in telling]
    limit = min(len(useful), {"train": limits.train, "validation": limits.validation, "test": limits.test}[split])
    drawn = generator(seed, "finetune-conversations", split).choice(len(useful), size=limit, replace=False)
    made: list[Example] = []
    for conversation in (useful[place] for place in sorted(drawn)):
        one = found[conversation.conversation_id]
        made.append(ranked(one, candidates) if candidates else one)
        replies = list(responses(conversation, split))
        draws = generator(seed, "finetune-replies", conversation.conversation_id)
        made += [replies[place] for place in sorted(draws.permutation(len(replies))[: limits.replies])]
    return made


def _said(turns: Sequence[Turn]) -> tuple[Utterance, ...]:
    return tuple(Utterance(speaker=turn.speaker, action=turn.action, text=turn.text) for turn in turns)


def _shown(turns: Sequence[Turn]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for turn in turns for item in turn.items))
