"""What the judges get to read: the same sampled conversations in each version, and samples of other datasets."""

from __future__ import annotations

from collections.abc import Sequence

from muse.core.records import Conversation
from muse.core.seeding import generator
from muse.quality import dialogues
from muse.quality.dialogues import Dialogue
from muse.quality.settings import JudgeSettings

STAGE = "judge"


def samples(
    conversations: Sequence[Conversation],
    dropped: Sequence[Conversation],
    others: Sequence[Dialogue],
    settings: JudgeSettings,
    seed: int,
) -> dict[str, list[Dialogue]]:
    """Dialogues to judge, by dataset: a stratified sample as released, the same before rewriting and without pictures.

    Then a sample of those that the reviewer dropped, where there are any, and of each other dataset.
    """
    chosen = dialogues.stratified(
        [dialogues.released(record) for record in conversations],
        settings.sample,
        generator(seed, STAGE, dialogues.MUSE),
    )
    by_id = {record.conversation_id: record for record in conversations}
    found = {
        dialogues.MUSE: chosen,
        dialogues.BEFORE: [dialogues.before_rewriting(by_id[dialogue.dialogue_id]) for dialogue in chosen],
        dialogues.BLIND: [dialogues.without_pictures(dialogue) for dialogue in chosen],
    }
    lost = [dialogues.released_as(record, dialogues.DROPPED) for record in dropped]
    for name, group in dialogues.by_dataset([*lost, *others]).items():
        found[name] = dialogues.stratified(group, settings.sample, generator(seed, STAGE, name))
    return found
