"""The offline model's protocol: what it answers, what it refuses, and that equal requests get equal bytes."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muse.offline.api import Api
from offline.said import FORMAT, SCHEMA, body, sent

CHAT = "/v1/chat/completions"


def post(content: bytes) -> tuple[int, Any]:
    response = Api().respond("POST", CHAT, content)
    return response.status, json.loads(response.content)


def test_the_same_request_gets_the_same_bytes_and_another_seed_others() -> None:
    first = Api().respond("POST", CHAT, sent(seed=1)).content
    assert first == Api().respond("POST", CHAT, sent(seed=1)).content
    assert first != Api().respond("POST", CHAT, sent(seed=2)).content
    # a digest of these bytes as they were before there was a server: they must never change
    assert hashlib.sha256(first).hexdigest()[:16] == "8ae9e044487495e0"


def test_usage_counts_a_quarter_of_the_characters() -> None:
    _, answered = post(sent())
    prompt = sum(len(json.dumps(message)) for message in body()["messages"]) // 4
    content = answered["choices"][0]["message"]["content"]
    assert answered["usage"] == {
        "prompt_tokens": prompt,
        "completion_tokens": len(content) // 4,
        "total_tokens": prompt + len(content) // 4,
    }


def events(content: bytes) -> list[Any]:
    lines = [line.removeprefix("data: ") for line in content.decode().split("\n\n") if line]
    assert lines.pop() == "[DONE]"
    return [json.loads(line) for line in lines]


def test_a_stream_spells_the_same_answer() -> None:
    _, whole = post(sent("a longer text that does not fit into one event"))
    asked = sent("a longer text that does not fit into one event", stream=True, stream_options={"include_usage": True})
    response = Api().respond("POST", CHAT, asked)
    *said, counted = events(response.content)
    deltas = [event["choices"][0]["delta"] for event in said]
    assert len(response.parts) > 4
    assert "".join(delta.get("content", "") for delta in deltas) == whole["choices"][0]["message"]["content"]
    assert deltas[0]["role"] == "assistant"
    assert [event["choices"][0]["finish_reason"] for event in said] == [None] * (len(said) - 1) + ["stop"]
    assert (counted["choices"], counted["usage"]) == ([], whole["usage"])
    unasked = events(Api().respond("POST", CHAT, sent(stream=True)).content)
    assert not any("usage" in event for event in unasked)


def test_an_answer_fits_the_schema_it_was_asked_for_or_is_refused() -> None:
    status, answered = post(sent(response_format=FORMAT))
    assert (status, set(json.loads(answered["choices"][0]["message"]["content"]))) == (200, {"words"})
    other = {"type": "json_schema", "json_schema": {"name": "n", "schema": {**SCHEMA, "required": ["number"]}}}
    status, refused = post(sent(response_format=other))
    assert (status, refused["error"]["param"]) == (400, "response_format")
    assert "'number' is a required property" in refused["error"]["message"]
    none = {"type": "json_schema", "json_schema": {"name": "n", "schema": {"type": "thing"}}}
    assert "not a JSON schema" in post(sent(response_format=none))[1]["error"]["message"]
    assert post(sent(response_format={"type": "text"}))[0] == 200


@pytest.mark.parametrize(
    ("content", "status", "param", "message"),
    [
        (b"{]", 400, None, "not JSON"),
        (b"[1]", 400, None, "no JSON object"),
        (b"{}", 400, "model", "Field required"),
        (sent(model="gpt-9"), 404, "model", "there is muse-offline-1"),
        (sent(messages=[]), 400, "messages", "at least 1"),
        (sent(messages=[3]), 400, None, "malformed messages"),
        (sent(messages=[{"role": "user", "content": [{"type": "text", "text": 7}]}]), 400, None, "malformed messages"),
        (sent(messages=[{"role": "user", "content": "hi"}]), 400, None, "Task: <name>"),
        (sent(messages=[{"role": "user", "content": "Task: sing"}]), 400, None, "unknown task 'sing'; known: "),
        (sent(messages=[{"role": "user", "content": "Task: say"}]), 400, None, "no <text> section"),
        (sent(temperature="hot"), 400, "temperature", "valid number"),
        (sent(temperature=3), 400, "temperature", "less than or equal to 2"),
        (sent(max_tokens=0), 400, "max_tokens", "greater than or equal to 1"),
        (sent(n=2), 400, "n", "Input should be 1"),
        (sent(stream="yes"), 400, "stream", "valid boolean"),
        (sent(tools=[{"type": "function"}]), 400, "tools", "at most 0"),
        (sent(response_format={"type": "xml"}), 400, "response_format", "does not match any"),
    ],
)  # fmt: skip
def test_a_bad_request_gets_an_api_error_that_says_what(
    content: bytes, status: int, param: str | None, message: str
) -> None:
    got, refused = post(content)
    assert (got, refused["error"]["param"], refused["error"]["type"]) == (status, param, "invalid_request_error")
    assert message in refused["error"]["message"]


@pytest.mark.parametrize("url", ["data:image/png;base64,aGk=", "https://example.org/a.png", "data:image/png;base64,%"])
def test_a_picture_that_is_none_gets_an_api_error(url: str) -> None:
    sections = "<title>A shirt</title><category>Shirts</category>"
    parts = [{"type": "text", "text": sections}, {"type": "image_url", "image_url": {"url": url}}]
    messages = [{"role": "system", "content": "Task: describe_item"}, {"role": "user", "content": parts}]
    status, refused = post(sent(messages=messages))
    assert status == 400
    assert any(word in refused["error"]["message"] for word in ("picture", "image", "base64"))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(
    name=st.sampled_from(["model", "messages", "temperature", "stream", "stream_options", "response_format", "seed"]),
    value=values,
)
def test_whatever_stands_in_a_body_the_answer_is_an_answer_or_an_api_error(name: str, value: Any) -> None:
    response = Api().respond("POST", CHAT, sent(**{name: value}))
    assert response.status == 200 or "message" in json.loads(response.content)["error"]


@given(message=values)
def test_whatever_stands_in_a_message_the_answer_is_an_api_error(message: Any) -> None:
    messages = [{"role": "system", "content": "Task: say"}, {"role": "user", "content": message}]
    status, refused = post(sent(messages=messages))
    assert status == 400
    assert refused["error"]["message"]


def test_models_and_paths() -> None:
    listed = json.loads(Api().respond("GET", "/v1/models", b"").content)
    assert [model["id"] for model in listed["data"]] == ["muse-offline-1"]
    assert json.loads(Api().respond("GET", "/v1/models/muse-offline-1", b"").content)["id"] == "muse-offline-1"
    assert Api().respond("GET", "/v1/models/other", b"").status == 404
    assert Api().respond("GET", CHAT, b"").status == 405
    assert Api().respond("POST", "/v1/embeddings", b"").status == 404
