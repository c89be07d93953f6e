"""What went wrong with a call: it may pass, or it stays for this record."""

from __future__ import annotations

from dataclasses import dataclass

import httpx2
import openai

NO_KEY = "none"
"""What is sent to a server that asks for no key."""


@dataclass(frozen=True)
class Passing:
    """A failure that may pass: try again. `overload` asks for less at once, `after_s` is the server's own wish."""

    reason: str
    overload: bool = False
    after_s: float | None = None


@dataclass(frozen=True)
class Lasting:
    """A failure that stays for this request: its record is rejected with `reason`."""

    reason: str
    detail: str


class UnreadableReplyError(Exception):
    """A reply of status 200 that holds no chat completion."""


def keyless(text: str, key: str) -> str:
    """What a server said, without the key that it may have quoted."""
    return text if key == NO_KEY else text.replace(key, "[key]")


def classify(error: Exception, key: str) -> Passing | Lasting | None:
    """The kind of a failed call, whose detail does without the key; None for an error that is no endpoint's (a bug)."""
    if isinstance(error, openai.APIStatusError):
        return by_status(error.status_code, error.code, keyless(_message(error), key), _retry_after(error.response))
    if isinstance(error, openai.APITimeoutError | httpx2.TimeoutException):
        return Passing("timeout", overload=True)
    if isinstance(error, openai.APIConnectionError | httpx2.TransportError):
        return Passing("connection")
    if isinstance(error, UnreadableReplyError):
        return Passing("unreadable-reply")
    return None


def by_status(status: int, code: str | None, message: str, after_s: float | None = None) -> Passing | Lasting:
    """The kind of a call that an API error answered."""
    if status in {429, 503, 529}:
        return Passing(f"status-{status}", overload=True, after_s=after_s)
    if status in {408, 409, 425} or status >= 500:
        return Passing(f"status-{status}")
    return Lasting("refusal" if code == "content_filter" else f"status-{status}", message[:300])


def _message(error: openai.APIStatusError) -> str:
    """What the server said; never the request, whose headers hold the key."""
    message = error.body.get("message") if isinstance(error.body, dict) else None
    return str(message or error.response.reason_phrase)


def _retry_after(response: httpx2.Response) -> float | None:
    """Seconds from `retry-after-ms` or `retry-after`; a date, or nothing readable, is None."""
    for header, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            return max(0.0, float(response.headers[header]) * unit)
        except (KeyError, ValueError):
            continue
    return None
