# Shared by all rules: the checked configuration, and what makes a rule's inputs complete.
from pathlib import Path

import grimp
import yaml
from snakemake.exceptions import WorkflowError

from muse import config as muse_config
from muse.core.errors import MuseError
from muse.core.files import write_text

try:
    CONFIG = muse_config.load(overrides=config)
except MuseError as error:
    raise WorkflowError(str(error)) from None

_IMPORTS = grimp.build_graph("muse", cache_dir=".grimp_cache")


def step_config(step, *sections):
    """The file with just these sections of the configuration: an input of the step's rule.

    Written only when its content changes, so a changed value reruns the rules that read it and no others.
    """
    path = Path("work/config") / f"{step}.yaml"
    text = yaml.safe_dump({section: CONFIG[section] for section in ("scale", *sections)}, sort_keys=True)
    if not path.exists() or path.read_text() != text:
        write_text(path, text)
    return str(path)


def sources(step):
    """Source files of a step: its module, all it imports, and the templates beside them. Inputs of its rule."""
    module = f"muse.steps.{step}"
    modules = {module} | _IMPORTS.find_upstream_modules(module)
    found = []
    for name in modules:
        path = Path("src", *name.split("."))
        found.append(path / "__init__.py" if path.is_dir() else path.with_suffix(".py"))
        if path.is_dir():
            found += path.glob("*.jinja")
    return sorted(map(str, found))
