"""What the offline model gets to see of a chat request: the task, the marked sections, the pictures."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

_SECTION = re.compile(r"<([a-z_]+)>\n?(.*?)\n?</\1>", re.DOTALL)
_TASK = re.compile(r"\ATask: ([a-z_]+)")


class BadRequestError(Exception):
    """The request cannot be answered; becomes an API error of status 400."""


@dataclass(frozen=True)
class Request:
    """A parsed chat request.

    `sections` maps a section's name to its text (the first where a name repeats), `pictures` an image's label to
    its encoded bytes. `random` is seeded by the whole request, so the same request gets the same answer.
    """

    task: str
    sections: Mapping[str, str]
    pictures: Mapping[str, bytes]
    random: np.random.Generator

    def section(self, name: str) -> str:
        """A section's text; BadRequestError where the prompt has none."""
        try:
            return self.sections[name]
        except KeyError:
            raise BadRequestError(f"task {self.task}: the prompt has no <{name}> section") from None


def parse(body: Mapping[str, Any]) -> Request:
    """Read a chat-completions body. Raises BadRequestError with the reason."""
    try:
        texts, pictures = _split(body["messages"])
    except (KeyError, TypeError, ValueError) as error:
        raise BadRequestError(f"malformed messages: {error!r}") from None
    task = _TASK.match(texts[0]) if texts else None
    if task is None:
        raise BadRequestError(
            "the first message does not begin with 'Task: <name>': here are answers to this pipeline's prompts alone"
        )
    sections: dict[str, str] = {}
    for name, text in _SECTION.findall("\n".join(texts[1:])):
        sections.setdefault(name, text)
    canonical = json.dumps(body, sort_keys=True, ensure_ascii=False).encode()
    seed = int.from_bytes(hashlib.sha256(canonical).digest()[:16], "big")
    return Request(task.group(1), sections, pictures, np.random.Generator(np.random.PCG64(seed)))


def _split(messages: list[dict[str, Any]]) -> tuple[list[str], dict[str, bytes]]:
    texts: list[str] = []
    pictures: dict[str, bytes] = {}
    for message in messages:
        content: Any = message["content"]
        parts: Any = [{"type": "text", "text": content}] if isinstance(content, str) else content
        label = ""
        for part in parts:
            if part["type"] == "text":
                text = part["text"]
                if not isinstance(text, str):
                    raise TypeError(f"a text part of type {type(text).__name__}")
                label = text.removeprefix("Image: ") if text.startswith("Image: ") else ""
                texts.append(text)
            else:
                head, _, data = part["image_url"]["url"].partition(",")
                if not head.startswith("data:image/"):
                    raise ValueError("images must be data URLs")
                pictures[label or f"image {len(pictures) + 1}"] = base64.b64decode(data, validate=True)
    return texts, pictures
