"""`muse`: help for every step without importing it, and errors of one line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from muse import steps
from muse.cli import muse

MUSE = str(Path(sys.executable).parent / "muse")
NAMES = sorted(path.stem.replace("_", "-") for path in Path(steps.__path__[0]).glob("[a-z]*.py"))


def test_help_lists_every_step_with_its_first_line_and_imports_none() -> None:
    script = "import sys; from click.testing import CliRunner; from muse.cli import muse; "
    script += "print(CliRunner().invoke(muse, ['--help']).output); print([m for m in sys.modules if m == 'torch'])"
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert shown.rstrip().endswith("[]")
    for name in NAMES:
        assert f"  {name} " in shown or f"  {name}\n" in shown


@pytest.mark.parametrize("name", NAMES)
def test_every_step_has_its_help(name: str) -> None:
    shown = CliRunner().invoke(muse, [name, "--help"])
    assert shown.exit_code == 0
    assert "Usage: " in shown.output


def test_an_error_for_a_person_is_one_line_and_exit_status_2(tmp_path: Path) -> None:
    config = tmp_path / "catalog.yaml"
    config.write_text(yaml.safe_dump({"seed": 1}))
    command = [MUSE, "catalog", "--config", str(config)]
    for option in ("items", "images", "truth", "quarantine"):
        command += [f"--{option}", str(tmp_path / option)]
    failed = subprocess.run(command, capture_output=True, text=True, check=False)
    assert failed.returncode == 2
    assert failed.stderr.splitlines() == [
        f"error: {config}: no section 'catalog' (declare 'catalog' in the rule's step_config(...))"
    ]


def test_verify_fails_when_a_result_is_broken(tmp_path: Path) -> None:
    claim = {
        "id": "n", "sentence": "There are five.", "where": "Table 1", "found": "r.json#n", "relation": "equals",
        "expected": 5, "tolerance": 0, "why": "deterministic", "scales": ["smoke"],
    }  # fmt: skip
    (tmp_path / "claims.yaml").write_text(yaml.safe_dump([claim]))
    (tmp_path / "config.yaml").write_text("scale: smoke\n")

    def verify(found: int) -> subprocess.CompletedProcess[str]:
        (tmp_path / "r.json").write_text(json.dumps({"n": found}))
        command = [MUSE, "verify", "--claims", "claims.yaml", "--config", "config.yaml"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    held, broken = verify(5), verify(4)
    assert held.returncode == 0
    assert "1 of 1 claims hold at scale smoke" in held.stdout
    assert broken.returncode == 1
    assert "0 of 1 claims hold at scale smoke; not: n" in broken.stdout
    assert "There are five.  5         4      FAIL" in broken.stdout
