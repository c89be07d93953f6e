"""One limit for many processes: it holds to the cent, whoever is killed and wherever a line is torn."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from muse.core.errors import MuseError
from muse.llm.budget import Budget


def spend(ledger: Path, counted: multiprocessing.Queue[int]) -> None:
    """Calls that may cost 3 cents and do cost 2, until the budget says no."""
    budget, calls = Budget(ledger, 2.0, 0.0), 0
    try:
        while True:
            budget.promise(0.03, "here", None)
            budget.settle(0.03, 0.02, None)
            calls += 1
    except MuseError:
        counted.put(calls)


def test_processes_share_a_limit_and_use_it_up(tmp_path: Path) -> None:
    counted: multiprocessing.Queue[int] = multiprocessing.Queue()
    spenders = [multiprocessing.Process(target=spend, args=(tmp_path / "spent", counted)) for _ in range(3)]
    for spender in spenders:
        spender.start()
    calls = sum(counted.get(timeout=30) for _ in spenders)
    for spender in spenders:
        spender.join()
    # 98 calls cost 1.96, and a 99th may take it to 1.99; fewer by what others had promised at that moment
    assert 96 <= calls <= 99
    with pytest.raises(MuseError, match=r"\((1\.9[2-8])00 spent or under way, 0\.1000 for the next call\)"):
        Budget(tmp_path / "spent", 2.0, 0.0).promise(0.1, "here", None)


def promise_and_die(ledger: Path) -> None:
    Budget(ledger, 1.0, 0.0).promise(0.6, "here", None)
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_a_killed_process_had_promised_counts_as_paid(tmp_path: Path) -> None:
    killed = multiprocessing.Process(target=promise_and_die, args=(tmp_path / "spent",))
    killed.start()
    killed.join()
    budget = Budget(tmp_path / "spent", 1.0, 0.0)
    with pytest.raises(MuseError, match=r"0\.6000 spent"):
        budget.promise(0.5, "here", None)
    budget.promise(0.4, "here", None)


def test_a_torn_line_is_none_and_spoils_no_other(tmp_path: Path) -> None:
    Budget(tmp_path / "spent", 1.0, 0.25)
    with (tmp_path / "spent").open("ab") as ledger:
        ledger.write(b"+0.5000")
    Budget(tmp_path / "spent", 1.0, 0.0).promise(0.5, "here", None)
    with pytest.raises(MuseError, match=r"0\.7500 spent"):
        Budget(tmp_path / "spent", 1.0, 0.0).promise(0.5, "here", None)


def test_what_the_store_holds_is_paid_once(tmp_path: Path) -> None:
    Budget(tmp_path / "spent", 1.0, 0.75)
    budget = Budget(tmp_path / "spent", 1.0, 0.75)
    budget.promise(0.25, "here", None)
    budget.settle(0.25, 0.125, None)
    budget.promise(0.125, "here", None)
    with pytest.raises(MuseError, match=r"llm\.max_cost_usd of 1 would be passed"):
        budget.promise(0.001, "here", None)


def test_a_call_in_a_batch_is_paid_once_by_whichever_run_fetches_its_answer(tmp_path: Path) -> None:
    key = "a" * 64
    Budget(tmp_path / "spent", 1.0, 0.0).promise(0.6, "here", key)  # and is killed
    for _ in range(2):  # fetched, and fetched again, as a refusal is, by later runs
        budget = Budget(tmp_path / "spent", 1.0, 0.0)
        budget.promise(0.6, "here", key)
        budget.settle(0.6, 0.3, key)
    with pytest.raises(MuseError, match=r"0\.3000 spent"):
        Budget(tmp_path / "spent", 1.0, 0.0).promise(0.8, "here", "b" * 64)
