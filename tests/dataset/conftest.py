from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dataset import browser, material


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return material.write_all(tmp_path_factory.mktemp("dataset"))


@pytest.fixture(scope="session")
def pages(files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the hostile dataset."""
    folder = tmp_path_factory.mktemp("site") / "site"
    material.write_site(files, folder)
    return folder


@pytest.fixture(scope="module")
def driver() -> Iterator[Any]:
    """Chromium, without a window."""
    with browser.chromium() as started:
        yield started
