"""What the Snakefile needs of Python: the checked configuration, and what makes a rule's inputs complete."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import grimp
import yaml

from muse import config
from muse.core.files import write_text

BESIDE = ("jinja", "yaml", "css", "js")  # files that a module may read from its own folder


class Workflow:
    """One run's configuration and source graph. Paths are relative to the repository's root."""

    def __init__(self, overrides: Mapping[str, Any] | None = None) -> None:
        self.config = config.load(overrides)

    @cached_property
    def _imports(self) -> grimp.ImportGraph:
        return grimp.build_graph("muse", cache_dir="work/grimp")

    def step_config(self, step: str, *sections: str) -> str:
        """The file with just these sections of the configuration: an input of the step's rule.

        Written only when its content changes, so a changed value reruns the rules that read it and no others.
        """
        path = Path("work/config") / f"{step}.yaml"
        text = yaml.safe_dump({name: self.config[name] for name in sections}, sort_keys=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            write_text(path, text)
        return str(path)

    def sources(self, step: str) -> list[str]:
        """Source files of a step: its module, all that it imports, and templates, word lists, assets beside them.

        The offline model finds its tasks when it is asked, so a step that can plug it in depends on all of it.
        """
        entry = f"muse.steps.{step}"
        names = {entry} | self._imports.find_upstream_modules(entry)
        if any(name.startswith("muse.offline.") for name in names):
            offline = self._imports.find_descendants("muse.offline")
            names |= offline | set().union(*map(self._imports.find_upstream_modules, offline))
        found: set[Path] = set()
        for name in names:
            path = Path("src", *name.split("."))
            module = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
            found |= {module, *(file for kind in BESIDE for file in module.parent.glob(f"*.{kind}"))}
        return sorted(map(str, found))
