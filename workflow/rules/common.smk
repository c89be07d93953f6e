# Shared by all rules: the checked configuration, and the helpers that make a rule's inputs complete.
import os
import sys

from snakemake.exceptions import WorkflowError

from muse.core.errors import MuseError
from muse.workflow import Plan, check_outputs  # not `Workflow`: Snakefiles share Snakemake's own globals

try:
    MUSE = Plan(overrides=config)
except MuseError as error:
    raise WorkflowError(str(error)) from None

scattergather:
    shards=MUSE.config["shards"],




def lasting(outputs):
    """Those that are versioned: what lies in work/ is not there after a pull, and need not be.

    Plain names: with the rule's own files only that rule would do, and an import could not take its place.
    """
    return [str(path) for path in outputs if not str(path).startswith("work/")]


step_config, sources = MUSE.step_config, MUSE.sources

# `muse` stands beside the interpreter that runs snakemake, whether or not its environment is activated.
os.environ["PATH"] = os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"]


onstart:
    try:
        MUSE.start()
    except MuseError as error:
        raise WorkflowError(str(error)) from None
