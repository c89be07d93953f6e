"""What a stage will take, told from its first records that cost something."""

from __future__ import annotations

import asyncio

import pytest

from muse.llm.forecast import SAMPLE, Forecast, Tally, paying, tallied
from muse.llm.pool import for_each


def spent(cost_usd: float) -> Tally:
    return Tally(calls=3, tokens=2000, cost_usd=cost_usd, seconds=12.0)


def test_the_first_records_tell_whoever_ends_first() -> None:
    forecast = Forecast(records=110, concurrency=4)
    early = [*range(11, 40), *range(1, SAMPLE)]
    assert [forecast.ended(number, spent(9.0)) for number in early] == [None] * len(early)
    # by hand: (9 * 9 + 0.5) / 10 = 8.15 a record, 100 left; 300 calls; 0.2 million tokens; 100 * 12 / 4 s = 5 minutes
    assert forecast.ended(0, spent(0.5)) == (
        "forecast from 10 records: about $815.00 for the 100 left (300 calls, 0.20 million tokens, 5 minutes)"
    )
    assert all(forecast.ended(number, spent(9.0)) is None for number in range(40, 110))
    assert forecast.cost_usd == 108 * 9.0 + 0.5


def test_records_that_the_store_answers_are_passed_over() -> None:
    forecast = Forecast(records=100, concurrency=1)
    told = [forecast.ended(number, spent(0.0 if number < 25 else 0.1)) for number in range(100)]
    (spoken,) = (number for number, each in enumerate(told) if each)
    assert spoken == 29
    assert "from 5 records: about $7.00 for the 70 left" in str(told[29])


@pytest.mark.parametrize(("records", "cost"), [(100, 0.0), (SAMPLE, 1.0)])
def test_what_costs_nothing_or_is_nearly_over_needs_no_forecast(records: int, cost: float) -> None:
    forecast = Forecast(records, 1)
    assert not any(forecast.ended(number, spent(cost)) for number in range(records))


def test_each_record_has_its_own_tally_with_that_of_its_tasks() -> None:
    async def work(cost: float) -> Tally:
        async def call() -> None:
            await asyncio.sleep(0.001)
            paying().add(100, cost)

        with tallied() as tally:
            await asyncio.gather(call(), call())
        return tally

    async def run() -> list[Tally]:
        return await asyncio.gather(*map(work, [1.0, 2.0, 3.0]))

    tallies = asyncio.run(run())
    assert [(each.calls, each.tokens, each.cost_usd) for each in tallies] == [
        (2, 200, 2.0),
        (2, 200, 4.0),
        (2, 200, 6.0),
    ]
    paying().add(1, 1.0)
    assert paying() == Tally()


def test_a_pool_prints_the_forecast_and_what_was_paid(capsys: pytest.CaptureFixture[str]) -> None:
    async def worker(number: int) -> int:
        paying().add(50, 0.25)
        return number

    asyncio.run(for_each([(str(number), number) for number in range(30)], worker, stage="chat", concurrency=2))
    printed = capsys.readouterr().err
    assert "chat: forecast from 10 records: about $5.00 for the 20 left (20 calls" in printed
    assert "$7.50" in printed
