"""A prompt: a versioned Jinja template beside the agent that uses it, with a typed answer."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from jinja2 import Environment, StrictUndefined, Template
from pydantic import BaseModel

from muse.core import escape

A = TypeVar("A", bound=BaseModel)

_JINJA = Environment(
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    autoescape=False,
    finalize=lambda value: escape.prompt(value) if isinstance(value, str) else value,
)


@dataclass(frozen=True)
class Prompt(Generic[A]):
    """A task for a model.

    `template` has two Jinja blocks, `system` and `user`. The system block's first line is `Task: <name>`; in the
    user block every input stands in a section `<section>..</section>`, so that any reader, the offline model
    included, finds it. Outside text cannot close a section: every string is escaped on its way in.
    """

    name: str
    template: Path
    answer: type[A]

    @cached_property
    def source(self) -> str:
        """The template's text."""
        return self.template.read_text(encoding="utf-8")

    @cached_property
    def digest(self) -> str:
        """First 12 hex digits of the SHA-256 of the template and the answer's schema: part of a record's provenance."""
        return hashlib.sha256((self.source + repr(self.response_format)).encode()).hexdigest()[:12]

    @cached_property
    def response_format(self) -> dict[str, Any]:
        """The answer's JSON Schema, as the `response_format` of a request."""
        schema = {"name": self.name, "schema": self.answer.model_json_schema(), "strict": True}
        return {"type": "json_schema", "json_schema": schema}

    @cached_property
    def _compiled(self) -> Template:
        return _JINJA.from_string(self.source)

    def render(self, inputs: BaseModel) -> tuple[str, str]:
        """The system and the user message for these inputs (a typed model whose fields the template names)."""
        fields = {name: getattr(inputs, name) for name in type(inputs).model_fields}
        context = self._compiled.new_context(fields)
        parts = ["".join(self._compiled.blocks[block](context)).strip() for block in ("system", "user")]
        return parts[0], parts[1]
