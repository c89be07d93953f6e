"""What is measured: dialogues of any dataset, ours or imported, in one plain form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from muse.core.records import Conversation
from muse.core.text import tokens

MUSE, BEFORE, BLIND = "muse", "muse before rewriting", "muse without pictures"
DROPPED = "muse dropped by the reviewer"


@dataclass(frozen=True)
class Utterance:
    """What was said by whom, about which items, with which pictures (item ids)."""

    speaker: str
    text: str
    items: tuple[str, ...] = ()
    images: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dialogue:
    """One dialogue of a dataset. `writer` is the model that wrote it, "human" for people; `stratum` is for sampling."""

    dialogue_id: str
    dataset: str
    writer: str
    stratum: str
    scenario: str
    utterances: tuple[Utterance, ...]


def released(conversation: Conversation) -> Dialogue:
    """The conversation as it stands in the dataset."""
    return released_as(conversation, MUSE)


def before_rewriting(conversation: Conversation) -> Dialogue:
    """The same conversation in the words it had before the rewriter."""
    return _dialogue(conversation, BEFORE, original=True)


def released_as(conversation: Conversation, dataset: str) -> Dialogue:
    """A conversation of another dataset in our format."""
    return _dialogue(conversation, dataset, original=False)


def without_pictures(dialogue: Dialogue) -> Dialogue:
    """The same words, no pictures shown: what a judge makes of the text alone."""
    return replace(
        dialogue,
        dataset=BLIND,
        utterances=tuple(replace(utterance, images=()) for utterance in dialogue.utterances),
    )


def _dialogue(conversation: Conversation, dataset: str, *, original: bool) -> Dialogue:
    return Dialogue(
        dialogue_id=conversation.conversation_id,
        dataset=dataset,
        writer=conversation.provenance.writer,
        stratum=f"{conversation.opening}/{conversation.reached}",
        scenario=conversation.profile.scenario,
        utterances=tuple(
            Utterance(
                speaker=turn.speaker,
                text=turn.original_text if original and turn.original_text is not None else turn.text,
                items=turn.items,
                images=turn.images,
            )
            for turn in conversation.turns
        ),
    )


def texts_of(dialogue: Dialogue) -> list[str]:
    """What is said in it, in order."""
    return [utterance.text for utterance in dialogue.utterances]


def length(dialogue: Dialogue) -> int:
    """Tokens of all its utterances."""
    return sum(len(tokens(text)) for text in texts_of(dialogue))


def stratified(dialogues: Sequence[Dialogue], count: int, random: np.random.Generator) -> list[Dialogue]:
    """`count` dialogues, each stratum in proportion (largest remainder), in the order given; all where there are fewer.

    A stratum's draw depends on the generator and on the dialogues' order alone.
    """
    if len(dialogues) <= count:
        return list(dialogues)
    strata: dict[str, list[int]] = {}
    for index, dialogue in enumerate(dialogues):
        strata.setdefault(dialogue.stratum, []).append(index)
    names = sorted(strata)
    exact = np.array([len(strata[name]) * count / len(dialogues) for name in names])
    shares = np.floor(exact).astype(int)
    for place in np.argsort(shares - exact, kind="stable")[: count - shares.sum()]:
        shares[place] += 1
    chosen = [
        index
        for name, share in zip(names, shares, strict=True)
        for index in random.choice(strata[name], size=share, replace=False)
    ]
    return [dialogues[index] for index in sorted(chosen)]


def by_dataset(dialogues: Iterable[Dialogue]) -> dict[str, list[Dialogue]]:
    """Dialogues by the dataset they belong to, in the order of first appearance."""
    groups: dict[str, list[Dialogue]] = {}
    for dialogue in dialogues:
        groups.setdefault(dialogue.dataset, []).append(dialogue)
    return groups
