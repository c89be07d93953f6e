"""The client against a real server that fails in every way, and against its own store."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Annotated

import pytest
from PIL import Image
from pydantic import BaseModel, Field

from llm.faulty import Server, serving
from muse.core.errors import MuseError, RecordRejected
from muse.llm.client import Client
from muse.llm.prompt import Prompt
from muse.llm.settings import EndpointSettings, LlmSettings, PriceSettings, RetrySettings, RoleSettings

KEY = "sk-a-secret-that-must-not-leak"


class Inputs(BaseModel):
    text: str


class Answer(BaseModel):
    words: str


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_LLM_KEY", KEY)


@pytest.fixture
def prompt(tmp_path: Path) -> Prompt[Answer]:
    path = tmp_path / "say.jinja"
    path.write_text("{% block system %}Task: say{% endblock %}{% block user %}<text>{{ text }}</text>{% endblock %}")
    return Prompt("say", path, Answer)


def settings(server: Server, tmp_path: Path, **changes: object) -> LlmSettings:
    endpoint = EndpointSettings(
        base_url=server.url,
        key_env="TEST_LLM_KEY",
        timeout_s=0.5,
        max_concurrency=16,
        requests_per_minute=None,
        tokens_per_minute=None,
        structured_output="schema",
        max_image_px=64,
        batch=None,
        prices={"m": PriceSettings(input_usd_per_million=10.0, output_usd_per_million=100.0)},
    )
    base = LlmSettings(
        mode="live",
        store=str(tmp_path / "store"),
        format_retries=2,
        concurrency=16,
        max_cost_usd=None,
        retry=RetrySettings(attempts=4, first_wait_s=0.01, longest_wait_s=0.05),
        endpoints={"here": endpoint},
        roles={"user": RoleSettings(endpoint="here", model="m", temperature=0.5, max_tokens=10)},
    )
    return base.model_copy(update=changes)


def ask(how: LlmSettings, prompt: Prompt[Answer], *records: str, images: dict[str, Path] | None = None) -> list[str]:
    async def run() -> list[str]:
        client = Client(how, seed=7, stage="test", transports={})
        asked = (client.ask("user", prompt, Inputs(text="hi"), record=r, turn=1, images=images) for r in records)
        return [answer.words for answer in await asyncio.gather(*asked)]

    return asyncio.run(run())


@pytest.mark.parametrize(
    "fault",
    ["status:429", "status:500", "status:503", "status:408", "truncated:", "reset:", "raw:{]", "raw:{}",
     'raw:{"choices": []}', "slow:0.8"],
)  # fmt: skip
def test_what_can_pass_is_tried_again(fault: str, prompt: Prompt[Answer], tmp_path: Path) -> None:
    with serving(fault) as server:
        assert ask(settings(server, tmp_path), prompt, "r1") == ["yes"]
        assert len(server.calls) == 2


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
def test_what_cannot_pass_is_asked_once_and_rejects_the_record(
    status: int, prompt: Prompt[Answer], tmp_path: Path
) -> None:
    with serving(f"status:{status}") as server:
        with pytest.raises(RecordRejected, match="record r1, turn 1") as caught:
            ask(settings(server, tmp_path), prompt, "r1")
        assert caught.value.reason == f"status-{status}"
        assert len(server.calls) == 1


def test_retry_after_is_honoured(prompt: Prompt[Answer], tmp_path: Path) -> None:
    with serving("status:429,0.4") as server:
        assert ask(settings(server, tmp_path), prompt, "r1") == ["yes"]
        first, second = (at for _, _, at in server.calls)
        assert second - first >= 0.4


def test_retries_end(prompt: Prompt[Answer], tmp_path: Path) -> None:
    with serving(*["status:500"] * 9) as server:
        with pytest.raises(RecordRejected, match="failed 4 times"):
            ask(settings(server, tmp_path), prompt, "r1")
        assert len(server.calls) == 4


def test_when_nearly_all_first_calls_fail_the_run_stops_and_says_why(prompt: Prompt[Answer], tmp_path: Path) -> None:
    async def run(how: LlmSettings) -> None:
        client = Client(how, seed=7, stage="test", transports={})
        for number in range(100):
            try:
                await client.ask("user", prompt, Inputs(text="hi"), record=f"r{number}")
            except RecordRejected:
                continue

    with serving(*["status:401"] * 100) as server:
        with pytest.raises(MuseError, match=r"18 of the first 18 calls failed, the last with status-401") as caught:
            asyncio.run(run(settings(server, tmp_path)))
        assert len(server.calls) == 18
    assert KEY not in str(caught.value)


def test_an_answer_that_does_not_fit_is_shown_to_the_model(prompt: Prompt[Answer], tmp_path: Path) -> None:
    with serving('good:{"word": 1}', 'good:Sure! ```json\n{"words": "fine"}\n```') as server:
        assert ask(settings(server, tmp_path), prompt, "r1") == ["fine"]
        told = server.calls[1][0]["messages"]
        assert told[2] == {"role": "assistant", "content": '{"word": 1}'}
        assert "words: Field required" in told[3]["content"]


@pytest.mark.parametrize("text", ['Sure:\n```json\n{"words": "a\\nb"}\n```', '{"words": "a\nb"}'])
def test_words_around_the_json_and_raw_line_ends_in_it_are_read(
    text: str, prompt: Prompt[Answer], tmp_path: Path
) -> None:
    with serving(f"good:{text}") as server:
        assert ask(settings(server, tmp_path, format_retries=0), prompt, "r0") == ["a\nb"]


@pytest.mark.parametrize("text", ['{"words":' * 5000 + "}", '{"words": "a}', '{"words": "\\ud800"}'])
def test_what_no_reader_takes_for_json_rejects_the_record(text: str, prompt: Prompt[Answer], tmp_path: Path) -> None:
    with serving(f"good:{text}") as server, pytest.raises(RecordRejected) as caught:
        ask(settings(server, tmp_path, format_retries=0), prompt, "r0")
    assert caught.value.reason == "unusable-answer"


def test_an_answer_that_never_fits_rejects_the_record(prompt: Prompt[Answer], tmp_path: Path) -> None:
    with serving(*["good:no"] * 5) as server:
        with pytest.raises(RecordRejected) as caught:
            ask(settings(server, tmp_path), prompt, "r1")
        assert caught.value.reason == "unusable-answer"
        assert len(server.calls) == 3


def test_a_picture_is_sent_scaled_as_a_data_url(prompt: Prompt[Answer], tmp_path: Path) -> None:
    Image.new("RGB", (200, 100), "red").save(tmp_path / "big.png")
    with serving() as server:
        ask(settings(server, tmp_path), prompt, "r1", images={"the item": tmp_path / "big.png"})
        parts = server.calls[0][0]["messages"][1]["content"]
    assert parts[1] == {"type": "text", "text": "Image: the item"}
    assert parts[2]["image_url"]["url"].startswith("data:image/jpeg;base64,")


class Bounded(BaseModel):
    words: Annotated[str, Field(min_length=1, max_length=5)]
    mark: Annotated[int, Field(ge=0, le=2)]


def test_a_model_of_text_alone_gets_no_pictures_and_its_server_a_schema_of_its_own_form(
    prompt: Prompt[Answer], tmp_path: Path
) -> None:
    Image.new("RGB", (20, 10), "red").save(tmp_path / "item.png")
    bounded = Prompt("say", prompt.template, Bounded)
    with serving('good:{"words": "too long a text", "mark": 1}', 'good:{"words": "yes", "mark": 2}') as server:
        how = settings(server, tmp_path)
        endpoint = how.endpoints["here"].model_copy(update={"max_image_px": None, "structured_output": "object"})
        how = how.model_copy(update={"endpoints": {"here": endpoint}})
        assert ask(how, bounded, "r1", images={"the item": tmp_path / "item.png"}) == ["yes"]
        sent = server.calls[0][0]
        assert len(server.calls) == 2  # the bound holds all the same
    assert sent["messages"][1]["content"] == "<text>hi</text>"
    assert sent["response_format"]["type"] == "json_object"
    assert sent["response_format"]["schema"]["properties"] == {
        "words": {"title": "Words", "type": "string", "minLength": 1},
        "mark": {"enum": [0, 1, 2]},
    }


def test_an_answer_cut_off_at_max_tokens_is_said_to_be(prompt: Prompt[Answer], tmp_path: Path) -> None:
    with serving('good:{"words": "half an ans') as server, pytest.raises(RecordRejected) as caught:
        ask(settings(server, tmp_path, format_retries=0), prompt, "r1")
    assert "it was cut off at max_tokens, 10" in caught.value.message


def test_record_asks_once_and_replay_needs_neither_server_nor_key(
    prompt: Prompt[Answer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving('good:{"words": "a"}', "status:500", 'good:{"words": "b"}') as server:
        recording = settings(server, tmp_path, mode="record")
        first = ask(recording, prompt, "r1") + ask(recording, prompt, "r2")
        assert ask(recording, prompt, "r1", "r2") == first == ["a", "b"]
        assert len(server.calls) == 3
    monkeypatch.delenv("TEST_LLM_KEY")
    replaying = settings(server, tmp_path, mode="replay")
    assert ask(replaying, prompt, "r2", "r1") == ["b", "a"]
    with pytest.raises(MuseError, match=r"no stored answer for stage test, record r3, turn 1, attempt 0"):
        ask(replaying, prompt, "r3")


def refusal(**said: object) -> str:
    message = {"role": "assistant", "content": None, **said}
    finish = "content_filter" if not said.get("refusal") else "stop"
    return json.dumps({"choices": [{"index": 0, "message": message, "finish_reason": finish}]})


@pytest.mark.parametrize(
    ("refused", "reason"),
    [
        ("status:400", "status-400"),
        ('error:{"error": {"message": "flagged", "code": "content_filter"}}', "refusal"),
        ("raw:" + refusal(refusal="I can't help with that."), "refusal"),
        ("raw:" + refusal(), "refusal"),
        ("raw:" + refusal(content='{"words": "half an ans'), "refusal"),
    ],
)
def test_errors_and_refusals_are_asked_once_and_never_stored(
    refused: str, reason: str, prompt: Prompt[Answer], tmp_path: Path
) -> None:
    with serving(refused) as server:
        recording = settings(server, tmp_path, mode="record")
        with pytest.raises(RecordRejected, match="record r1, turn 1") as caught:
            ask(recording, prompt, "r1")
        assert caught.value.reason == reason
        assert len(server.calls) == 1
        assert ask(recording, prompt, "r1") == ["yes"]


def test_the_budget_is_never_passed_and_the_run_goes_on_when_it_is_raised(
    prompt: Prompt[Answer], tmp_path: Path
) -> None:
    # a call costs 100 * 10 + 10 * 100 = 2,000 millionths; at most (13 // 2 + 8) * 10 + 10 * 100 is set aside for it
    with serving() as server:
        tight = settings(server, tmp_path, mode="record", max_cost_usd=0.005)
        for record in ("r1", "r2"):
            ask(tight, prompt, record)
        with pytest.raises(MuseError, match=r"max_cost_usd of 0\.005 would be passed"):
            ask(tight, prompt, "r3")
        assert len(server.calls) == 2
        raised = settings(server, tmp_path, mode="record", max_cost_usd=1.0)
        assert ask(raised, prompt, "r1", "r2", "r3") == ["yes"] * 3
        assert len(server.calls) == 3


def test_the_budget_learns_how_a_server_counts(prompt: Prompt[Answer], tmp_path: Path) -> None:
    # the prompt's 21 characters are 10 tokens at the most, 100 by the server's count: a cent is left, and too little
    with serving() as server:
        tight = settings(server, tmp_path, max_cost_usd=0.0036)
        with pytest.raises(MuseError, match=r"0\.0020 spent or under way, 0\.0020 for the next call"):
            asyncio.run(twice(tight, prompt))
        assert len(server.calls) == 1


async def twice(how: LlmSettings, prompt: Prompt[Answer]) -> None:
    client = Client(how, seed=7, stage="test", transports={})
    for record in ("r1", "r2"):
        await client.ask("user", prompt, Inputs(text="hi"), record=record)


def test_clients_that_store_nothing_share_the_budget_too(prompt: Prompt[Answer], tmp_path: Path) -> None:
    with serving() as server:
        tight = settings(server, tmp_path, max_cost_usd=0.005)
        ask(tight, prompt, "r1")
        ask(tight, prompt, "r1")
        with pytest.raises(MuseError, match=r"0\.0040 spent"):
            ask(tight, prompt, "r1")
        assert len(server.calls) == 2


def test_a_missing_key_names_its_variable(
    prompt: Prompt[Answer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TEST_LLM_KEY")
    with serving() as server, pytest.raises(MuseError, match=r"TEST_LLM_KEY \(export TEST_LLM_KEY"):
        ask(settings(server, tmp_path), prompt, "r1")


def test_the_key_is_sent_and_stays_out_of_store_and_errors(prompt: Prompt[Answer], tmp_path: Path) -> None:
    with serving("good:", "status:400") as server:
        recording = settings(server, tmp_path, mode="record")
        ask(recording, prompt, "r1")
        with pytest.raises(RecordRejected) as caught:
            ask(recording, prompt, "r2")
        assert server.calls[0][1]["authorization"] == f"Bearer {KEY}"
    written = b"".join(path.read_bytes() for path in (tmp_path / "store").iterdir())
    assert KEY.encode() not in written
    assert KEY not in repr(caught.value) + str(caught.value)
