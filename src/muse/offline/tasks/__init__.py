"""The tasks the offline model can do: one function a prompt, from a Request to the answer's fields."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from typing import Any

from muse.offline.request import BadRequestError, Request

Task = Callable[[Request], dict[str, Any]]
_TASKS: dict[str, Task] = {}


def task(name: str) -> Callable[[Task], Task]:
    """Register the function that answers the prompt of this name."""

    def register(function: Task) -> Task:
        _TASKS[name] = function
        return function

    return register


def answer(request: Request) -> dict[str, Any]:
    """The answer to a request, by the function registered for its task."""
    if request.task not in _TASKS:
        for module in pkgutil.iter_modules(__path__):
            importlib.import_module(f"{__name__}.{module.name}")
    if request.task not in _TASKS:
        raise BadRequestError(f"unknown task {request.task!r}; known: {', '.join(sorted(_TASKS))}")
    return _TASKS[request.task](request)
