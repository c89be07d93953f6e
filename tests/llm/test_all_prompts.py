"""Every prompt of the pipeline: named as its task, of typed inputs, each of which stands in a section."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from jinja2 import Environment, meta
from pydantic import BaseModel

import muse
from muse.llm.prompt import Prompt
from muse.offline.request import BadRequestError, Request
from muse.offline.tasks import answer
from workflow.dag import ROOT

PACKAGES = ("catalog", "profiles", "dialogue", "optimize", "quality")


def found() -> Iterator[tuple[Prompt[Any], ModuleType]]:
    """Each prompt with the module that makes it."""
    for package in PACKAGES:
        for name in pkgutil.walk_packages([f"{muse.__path__[0]}/{package}"], f"muse.{package}."):
            module = importlib.import_module(name.name)
            yield from ((value, module) for value in vars(module).values() if isinstance(value, Prompt))


FOUND = list(found())
PROMPTS = {prompt.name: prompt for prompt, _ in FOUND}


def test_each_template_is_a_prompt() -> None:
    templates = {path for path in (ROOT / "src/muse").rglob("*.jinja") if "\nTask: " in path.read_text()}
    assert {prompt.template for prompt in PROMPTS.values()} == templates


@pytest.mark.parametrize("name", sorted(PROMPTS))
def test_a_prompt_is_typed_and_its_inputs_stand_in_sections(name: str) -> None:
    source = PROMPTS[name].source
    assert re.search(r"block system %}\s*Task: (\w+)\n", source)[1] == name
    wanted = meta.find_undeclared_variables(Environment().parse(source))
    fields = [
        set(kind.model_fields)
        for prompt, module in FOUND if prompt.name == name
        for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, BaseModel)
    ]  # fmt: skip
    assert any(wanted <= each for each in fields)
    user = source.partition("block user")[2]
    assert "{{" not in re.sub(r"<([a-z_]+)>.*?</\1>", "", user, flags=re.DOTALL)


@pytest.mark.parametrize("name", sorted(PROMPTS))
def test_the_offline_model_knows_the_task(name: str) -> None:
    with pytest.raises(BadRequestError, match=r"has no|no picture"):
        answer(Request(name, {}, {}, random=None))
