from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
import support

from muse.quality import dialogues


def test_before_rewriting_takes_the_original_text_where_there_is_one() -> None:
    record = support.conversation()
    turns = (record.turns[0].model_copy(update={"original_text": "Hi."}), *record.turns[1:])
    changed = record.model_copy(update={"turns": turns})
    before, after = dialogues.before_rewriting(changed), dialogues.released(changed)
    assert before.utterances[0].text == "Hi."
    assert after.utterances[0].text == record.turns[0].text
    assert before.utterances[1:] == after.utterances[1:]
    assert (before.dataset, after.dataset) == ("muse before rewriting", "muse")


@pytest.mark.parametrize("count", [1, 7, 10, 29])
def test_strata_keep_their_shares(count: int, random: np.random.Generator) -> None:
    population = [
        dialogues.Dialogue(f"d{at}", "x", "w", "rare" if at % 5 == 0 else "common", "", ()) for at in range(30)
    ]
    chosen = dialogues.stratified(population, count, random)
    strata = Counter(dialogue.stratum for dialogue in chosen)
    assert len({dialogue.dialogue_id for dialogue in chosen}) == count
    assert abs(strata["rare"] - count / 5) < 1
    assert chosen == sorted(chosen, key=population.index)


def test_a_small_population_is_taken_whole(random: np.random.Generator) -> None:
    population = [dialogues.released(support.conversation(number)) for number in range(3)]
    assert dialogues.stratified(population, 200, random) == population
