"""Faults on demand: at their rates, the same for the same seed, whatever the order of the requests."""

from __future__ import annotations

import json

import pytest

from muse.core.errors import MuseError
from muse.offline.api import Api
from muse.offline.faults import KINDS, Faults, spoil
from offline.said import sent

CHAT = "/v1/chat/completions"


def faults(seed: int = 1, **rates: float) -> Faults:
    return Faults({kind.replace("_", "-"): rate for kind, rate in rates.items()}, seed, 0.01, 2.0)


def test_each_kind_comes_at_its_rate() -> None:
    made = Faults(dict.fromkeys(KINDS, 0.05), 1, 0.01, 2.0)
    drawn = [made.next(b"%d" % number) for number in range(4000)]
    for kind in KINDS:  # 200 expected, standard deviation 14
        assert 140 < drawn.count(kind) < 260
        assert made.made[kind] == drawn.count(kind)
    assert 1450 < drawn.count(None) < 1750  # 1600 expected, standard deviation 31


def test_luck_hangs_on_seed_request_and_how_often_it_came() -> None:
    def draw(made: Faults, order: list[int]) -> dict[int, list[str | None]]:
        found: dict[int, list[str | None]] = {}
        for number in order:
            found.setdefault(number, []).append(made.next(b"%d" % number))
        return found

    forwards = draw(faults(reset=0.5), [*range(100)] * 2)
    assert draw(faults(reset=0.5), [*reversed(range(100))] * 2) == forwards
    assert draw(faults(2, reset=0.5), [*range(100)] * 2) != forwards
    assert any(first != second for first, second in forwards.values())


def test_a_kind_that_is_none_and_rates_above_one_are_refused() -> None:
    with pytest.raises(MuseError, match=r"unknown fault 'flood' \(one of 429, "):
        faults(flood=0.1)
    with pytest.raises(MuseError, match="at most 1"):
        faults(reset=0.6, hang=0.6)
    with pytest.raises(MuseError, match="at most 1"):
        faults(reset=-0.1)


@pytest.mark.parametrize(
    ("kind", "status", "retry_after"),
    [("429", 429, None), ("429-retry-after", 429, "2"), ("500", 500, None), ("503", 503, None)],
)
def test_a_status_is_an_api_error(kind: str, status: int, retry_after: str | None) -> None:
    response = Api(Faults({kind: 1.0}, 1, 0.01, 2.0)).respond("POST", CHAT, sent())
    assert (response.status, response.headers.get("retry-after")) == (status, retry_after)
    assert json.loads(response.content)["error"]["message"] == f"a fault on demand: {kind}"


def test_faults_of_the_content_leave_the_rest_of_the_completion() -> None:
    whole = json.loads(Api().respond("POST", CHAT, sent()).content)
    content = whole["choices"][0]["message"]["content"]
    spoiled = {kind: json.loads(Api(Faults({kind: 1.0}, 1, 0.01, 2.0)).respond("POST", CHAT, sent()).content)
               for kind in ("malformed", "wrong-schema", "empty-choices", "refusal")}  # fmt: skip
    assert spoiled["empty-choices"] == {**whole, "choices": []}
    said = {kind: made["choices"][0]["message"] for kind, made in spoiled.items() if made["choices"]}
    assert content.startswith(said["malformed"]["content"])
    with pytest.raises(ValueError, match="Unterminated"):
        json.loads(said["malformed"]["content"])
    assert "words" not in json.loads(said["wrong-schema"]["content"])
    assert said["refusal"]["content"] is None
    assert said["refusal"]["refusal"]
    assert all(made["usage"] == whole["usage"] for made in spoiled.values())
    assert spoil(whole, "slow") == whole


def test_models_are_listed_whatever_befalls_the_chat() -> None:
    assert Api(faults(reset=1.0)).respond("GET", "/v1/models", b"").fault is None
