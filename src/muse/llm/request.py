"""One request: what makes it the same request, and the body that is sent."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from muse.llm.images import Picture

VERSION = 1
"""Part of every key: raise it when the way that requests are built changes what a model is asked."""


@dataclass(frozen=True)
class Message:
    """A message's role, its text, and the labelled pictures that follow the text."""

    role: str
    text: str
    pictures: Sequence[tuple[str, Picture]] = ()

    def known(self) -> dict[str, Any]:
        """The message with its pictures by digest."""
        shown = [[label, picture.digest] for label, picture in self.pictures]
        return {"role": self.role, "text": self.text, "pictures": shown}

    def sent(self) -> dict[str, Any]:
        """The message as the protocol has it, pictures as data URLs."""
        if not self.pictures:
            return {"role": self.role, "content": self.text}
        parts: list[dict[str, Any]] = [{"type": "text", "text": self.text}]
        for label, picture in self.pictures:
            parts.append({"type": "text", "text": f"Image: {label}"})
            parts.append({"type": "image_url", "image_url": {"url": picture.url}})
        return {"role": self.role, "content": parts}


@dataclass(frozen=True)
class Request:
    """A chat completion that somebody asked for: `stage`, `record`, `turn` and `attempt` say for whom."""

    endpoint: str
    model: str
    parameters: dict[str, Any]
    messages: tuple[Message, ...]
    response_format: dict[str, Any] | None
    stage: str
    record: str
    turn: int
    attempt: int

    def known(self) -> dict[str, Any]:
        """All that makes two requests the same."""
        return {
            "version": VERSION,
            "endpoint": self.endpoint,
            "model": self.model,
            "parameters": self.parameters,
            "messages": [message.known() for message in self.messages],
            "response_format": self.response_format,
            "stage": self.stage,
            "record": self.record,
            "turn": self.turn,
            "attempt": self.attempt,
        }

    def key(self) -> str:
        """The key of `known()`."""
        return key_of(self.known())

    def body(self) -> dict[str, Any]:
        """The body of the HTTP request."""
        body = {"model": self.model, "messages": [message.sent() for message in self.messages], **self.parameters}
        if self.response_format is not None:
            body["response_format"] = self.response_format
        return body

    def most_prompt_tokens(self) -> int:
        """A safe guess of its tokens: one for every two characters, a thousand for a picture."""
        pictures = sum(len(message.pictures) for message in self.messages)
        return sum(len(message.text) for message in self.messages) // 2 + 1000 * pictures

    def place(self) -> str:
        """For whom it was asked, in words."""
        return f"stage {self.stage}, record {self.record}, turn {self.turn}, attempt {self.attempt}"


def key_of(known: Mapping[str, Any]) -> str:
    """Hex SHA-256 of the canonical JSON of what makes a request the same."""
    canonical = json.dumps(known, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
