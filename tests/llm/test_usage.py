"""What calls take: counted by role, written by steps, printed as a table."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from llm.faulty import serving
from llm.test_client import Answer, Inputs, settings
from muse.core.errors import MuseError, RecordRejected
from muse.llm.client import Client
from muse.llm.prompt import Prompt
from muse.llm.settings import LlmSettings, PriceSettings
from muse.llm.usage import Usage, cost_usd
from muse.steps import _models, usage


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_LLM_KEY", "sk-test")


@pytest.fixture
def prompt(tmp_path: Path) -> Prompt[Answer]:
    path = tmp_path / "say.jinja"
    path.write_text("{% block system %}Task: say{% endblock %}{% block user %}<text>{{ text }}</text>{% endblock %}")
    return Prompt("say", path, Answer)


def report(how: LlmSettings, prompt: Prompt[Answer], *records: str) -> dict:
    async def run() -> dict:
        client = Client(how, seed=7, stage="test", transports={})
        for record in records:
            try:
                await client.ask("user", prompt, Inputs(text="hi"), record=record)
            except RecordRejected:
                continue
        return client.report()

    return asyncio.run(run())


REFUSED = '{"choices": [{"message": {"content": null, "refusal": "no"}}], "usage": {"prompt_tokens": 7}}'


def test_the_client_counts_what_was_paid_and_why_it_was_tried_again(prompt: Prompt[Answer], tmp_path: Path) -> None:
    script = ["status:429", "raw:{]", "good:nonsense", "good:", "raw:" + REFUSED, *["status:500"] * 4]
    with serving(*script) as server:
        recording = settings(server, tmp_path, mode="record")
        first = report(recording, prompt, "r1", "refused", "failing")
        again = report(recording, prompt, "r1")
    replayed = report(recording.model_copy(update={"mode": "replay"}), prompt, "r1", "refused", "failing")
    made = first["roles"]["user"]
    # r1: two answers of 100 and 10 tokens, and a refusal of 7, at 10 and 100 dollars a million
    counts = {"calls": 3, "reused": 0, "prompt_tokens": 207, "completion_tokens": 20, "cost_usd": 0.00407}
    used = {"calls": 3, "prompt_tokens": 207, "completion_tokens": 20, "cost_usd": 0.00407,
            "retries": {"unusable-answer": 1}}  # fmt: skip
    assert made["paid"] == counts
    assert made["answers"] == {**used, "given_up": {"refusal": 1, "status-500": 1}}
    assert made["times"]["retries"] == {"status-429": 1, "status-500": 3, "unreadable-reply": 1}
    assert 0 < made["times"]["latency_s"]["p50"] <= made["times"]["latency_s"]["p100"]
    nothing = {"calls": 0, "reused": 2, "prompt_tokens": 0, "completion_tokens": 0, "cost_usd": 0.0}
    stored = again["roles"]["user"]
    assert stored["paid"] == nothing
    assert stored["times"] == {"latency_s": {}, "retries": {}}
    assert replayed["roles"]["user"]["answers"] == made["answers"]


def test_latencies_are_percentiles_and_cost_comes_from_sums() -> None:
    made = Usage(PriceSettings(input_usd_per_million=0.1, output_usd_per_million=0.4))
    for number in range(101):
        made.answered(1000, 10, number / 100)
    assert made.report()["times"]["latency_s"] == {"p50": 0.5, "p95": 0.95, "p99": 0.99, "p100": 1.0}
    assert made.cost_usd == pytest.approx(101 * (1000 * 0.1 + 10 * 0.4) / 1e6)
    assert cost_usd(None, 10**6, 10**6) == 0.0


class StepConfig:
    def __init__(self, llm: LlmSettings) -> None:
        self.llm, self.seed = llm, 1


@pytest.mark.parametrize("fails", [False, True])
def test_a_step_leaves_its_counts_even_when_it_fails(
    fails: bool, prompt: Prompt[Answer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    group = click.Group()

    @group.command(name="say")
    @click.option("--said", type=click.Path(path_type=Path))
    def step(said: Path) -> None:
        client = _models.client(StepConfig(settings(server, tmp_path)), "stage")
        asyncio.run(client.ask("user", prompt, Inputs(text="hi"), record="r1"))
        if fails:
            raise MuseError("no disk left")

    with serving() as server:
        for shard in ("1-of-2", "2-of-2"):
            CliRunner().invoke(group, ["say", "--said", f"work/say/{shard}.jsonl"])
    left = json.loads((tmp_path / "work/usage/say-2-of-2.json").read_text())
    assert (left["step"], left["shard"]) == ("say", "2-of-2")
    assert left["clients"][0]["roles"]["user"]["paid"]["calls"] == 1
    header, row, total = CliRunner().invoke(usage.main, []).output.splitlines()
    assert row.split()[:7] == ["say", "user", "2", "0", "200", "20", "0.0040"]
    assert total.split()[:6] == ["all", "2", "0", "200", "20", "0.0040"]
    assert header.startswith("step")
    files = sorted(map(str, (tmp_path / "work/usage").iterdir()))
    assert CliRunner().invoke(usage.main, [*files, "--answers", "a.json", "--times", "t.json"]).exit_code == 0
    assert json.loads((tmp_path / "a.json").read_text()) == {
        "stage": {"calls": 2, "prompt_tokens": 200, "completion_tokens": 20, "cost_usd": 0.004,
                  "retries": {}, "given_up": {}}
    }  # fmt: skip
    times = json.loads((tmp_path / "t.json").read_text())["stage"]
    assert (times["calls"], times["retries"], set(times["latency_s"])) == (2, {}, {"p50", "p95", "p99", "p100"})


def test_no_counts_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(usage.main, [])
    assert isinstance(result.exception, MuseError)
