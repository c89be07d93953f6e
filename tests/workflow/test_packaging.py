"""What is installed: one set of pins, for pip and for conda, each with its reason in the README."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import yaml

from workflow.dag import ROOT


def _names(file: str) -> set[str]:
    lines = (line.split("#")[0].strip() for line in (ROOT / file).read_text().splitlines())
    return {re.split(r"[=<>\[ ]", line)[0].lower().replace("_", "-") for line in lines if line}


def test_conda_installs_the_very_pins_of_the_lock() -> None:
    dependencies = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]
    (pip,) = (entry["pip"] for entry in dependencies if isinstance(entry, dict))
    assert pip == ["-r requirements.lock", "-e ."]
    assert not any("==" in str(entry) for entry in dependencies), "a second place for a pin"


def test_locks_pin_everything_asked_for_exactly_once() -> None:
    for asked, lock in (("requirements.in", "requirements.lock"), ("requirements-test.in", "requirements-test.lock")):
        pins = [line for line in (ROOT / lock).read_text().splitlines() if not line.startswith("#")]
        assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[^\s=+]+", pin) for pin in pins), "an address or a local build"
        assert _names(asked) <= _names(lock)
    assert _names("requirements.lock").isdisjoint(_names("requirements-test.lock"))


def test_the_readme_says_why_each_dependency_is_there() -> None:
    readme = (ROOT / "README.md").read_text().replace("_", "-")
    assert {name for name in _names("requirements.in") if f"| `{name}` |" not in readme} == set()


def test_no_file_names_this_machine_or_a_registry() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    words = ["/work" + "/main", "/opt" + "/pypi", "pypi" + ".org", "deb.debian" + ".org", "/root" + "/"]
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.suffix in {".npz", ".png", ".jpg"} or not path.is_file():
            continue
        text = Path(path).read_text(encoding="utf-8", errors="replace")
        assert not [word for word in words if word in text], name
