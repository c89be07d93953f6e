"""The paper made once from small results, for the tests that look at all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from paper.small import run_in


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("paper")
    run_in(folder)
    return folder
