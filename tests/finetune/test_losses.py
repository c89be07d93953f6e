"""Losses of all runs in one table."""

from __future__ import annotations

from muse.finetune.losses import table


def test_a_row_a_step_and_the_first_note_of_a_step_stays() -> None:
    noted = [
        {"step": 20.0, "loss": 4.0, "learning_rate": 0.1},
        {"step": 20.0, "eval_loss": 5.0},
        {"step": 21.0, "eval_loss": 4.5},
        {"step": 20.0, "eval_loss": 9.0},
    ]
    assert table([("idefics3", "seed1", noted), ("qwen2-vl", "base", [])]) == [
        {"model": "idefics3", "run": "seed1", "step": 20, "training": 4.0, "validation": 5.0},
        {"model": "idefics3", "run": "seed1", "step": 21, "training": None, "validation": 4.5},
    ]
