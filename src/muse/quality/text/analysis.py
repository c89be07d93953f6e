"""The text statistics whole: every dataset, and our dialogues in their versions and kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from muse.core.records import Conversation
from muse.core.seeding import generator
from muse.quality import dialogues, estimate
from muse.quality.dialogues import Dialogue
from muse.quality.estimate import Estimate, Floats, Vectors
from muse.quality.settings import QualitySettings
from muse.quality.text import differences, looks, resemblance, scenarios, statistics

STAGE = "text-statistics"
Encode = Callable[[list[str]], Vectors]


def analyse(
    conversations: Sequence[Conversation],
    dropped: Sequence[Conversation],
    others: Sequence[Dialogue],
    seen: Mapping[str, str],
    truth: looks.Truth,
    encode: Encode,
    settings: QualitySettings,
    seed: int,
) -> dict[str, Any]:
    """What `muse text-statistics` writes, but for what is absent.

    `dropped` are those that the reviewer dropped, `seen` each item's visual description, `encode` gives unit vectors.
    """
    text, resampling = settings.text, settings.resampling
    after = [dialogues.released(record) for record in conversations]
    before = [dialogues.before_rewriting(record) for record in conversations]
    reviewed = [dialogues.released_as(record, dialogues.DROPPED) for record in dropped]
    kinds: dict[str, list[Dialogue]] = {"multimodal": [], "text": []}
    for dialogue, record in zip(after, conversations, strict=True):
        kinds[record.opening].append(dialogue)
    likely, alike = _likeness(after, before, reviewed, kinds, seen, encode, settings, seed)
    pairs = {
        "rewriter": (after, before),
        "reviewer": (after, reviewed),
        "opening": (kinds["multimodal"], kinds["text"]),
    }
    found = {}
    for name, (one, other) in pairs.items():
        paired = name == "rewriter"
        measure = differences.paired if paired else differences.between
        said = [looks.recommendations(side) for side in (one, other)]
        found[name] = [
            *measure(one, other, text, resampling, seed),
            *(
                resemblance.paired(one, other, text, resampling, seed)
                if paired
                else resemblance.between(one, other, encode, text, resampling, seed)
            ),
            *looks.true_share_difference(said[0], said[1], truth, resampling, seed, paired=paired),
            {"measure": "likeness"} | alike[name].model_dump(),
        ]
    events = [dialogue.scenario for dialogue in after if dialogue.scenario][: text.encoded_sample]
    return {
        "settings": statistics.settings_record(text),
        "datasets": {
            name: statistics.describe(group, text, resampling, seed)
            for name, group in dialogues.by_dataset([*after, *before, *others]).items()
        },
        "reviewed": {"kept": len(after), "dropped": len(reviewed)},
        "differences": found,
        "scenarios": scenarios.diversity(encode(events), resampling, seed),
        "looks": {
            "true": looks.true_share(looks.recommendations(after), truth, resampling, seed),
            "likeness": likely.model_dump(),
        },
    }


def _likeness(
    after: Sequence[Dialogue],
    before: Sequence[Dialogue],
    dropped: Sequence[Dialogue],
    kinds: Mapping[str, Sequence[Dialogue]],
    seen: Mapping[str, str],
    encode: Encode,
    settings: QualitySettings,
    seed: int,
) -> tuple[Estimate, dict[str, Estimate]]:
    """The mean likeness of words and pictures on a sample of recommendations, and its differences."""

    def random(name: str) -> np.random.Generator:
        return generator(seed, STAGE, name)

    resampling, most = settings.resampling, settings.text.encoded_sample
    said, said_before = looks.recommendations(after), looks.recommendations(before)
    known = [place for place, (_, _, item) in enumerate(said) if seen.get(item)]
    # One of a dialogue: those of the same dialogue are no independent sample.
    picked = {said[known[at]][0]: known[at] for at in random("encoded").permutation(len(known))}
    places = list(picked.values())[:most]
    lost = list({entry[0]: entry for entry in looks.recommendations(dropped) if seen.get(entry[2])}.values())[:most]
    words = encode([said[place][1] for place in places] + [spoken for _, spoken, _ in lost])
    visible = encode([seen[said[place][2]] for place in places] + [seen[item] for _, _, item in lost])
    count, all_reviewed = len(places), looks.likeness(words, visible)
    own = looks.likeness(words[:count], visible[:count])
    old = looks.likeness(encode([said_before[place][1] for place in places]), visible[:count])
    of_kind = {kind: {dialogue.dialogue_id for dialogue in group} for kind, group in kinds.items()}
    one, other = (
        own[np.array([said[place][0] in of_kind[kind] for place in places], bool)] for kind in ("multimodal", "text")
    )

    def mean(values: Floats, name: str) -> Estimate:
        return estimate.mean(values, random(name), resampling.draws, resampling.confidence)

    def difference(a: Floats, b: Floats, name: str) -> Estimate:
        kept = a[np.isfinite(a)], b[np.isfinite(b)]
        return estimate.difference(*kept, random(name), resampling.draws, resampling.confidence)

    return mean(own, "likeness"), {
        "rewriter": mean(own - old, "likeness/rewriter"),
        "reviewer": difference(all_reviewed[:count], all_reviewed[count:], "likeness/reviewer"),
        "opening": difference(one, other, "likeness/opening"),
    }
