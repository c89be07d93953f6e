"""What the pages say is there: links, commands, versions, the container's commands."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from workflow.dag import ROOT

PAGES = ["README.md", "ARTIFACT.md", "CONTRIBUTING.md", *(str(p.relative_to(ROOT)) for p in ROOT.glob("docs/**/*.md"))]
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def anchors(page: str) -> set[str]:
    """What a heading is called in an address, as GitHub has it."""
    titles = re.findall(r"^#+ (.*)$", page, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_something_that_git_knows(page: str) -> None:
    command = ["git", "ls-files", "-co", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    known = {ROOT / name for name in listed.splitlines()}
    for link in re.findall(r"\]\(([^)]+)\)", (ROOT / page).read_text()):
        if link.startswith("http"):
            continue
        name, _, anchor = link.partition("#")
        target = (ROOT / page).parent.joinpath(name).resolve() if name else ROOT / page
        assert any(path == target or target in path.parents for path in known), f"{page}: {link}"
        if anchor:
            assert anchor in anchors(target.read_text()), f"{page}: {link}"


@pytest.mark.parametrize("page", PAGES)
def test_every_target_and_step_that_a_page_names_is_there(page: str) -> None:
    code = " \n".join(re.findall(r"```.*?```|`[^`]+`", (ROOT / page).read_text(), re.DOTALL))
    assert set(re.findall(r"(?<![\w-])make ([a-z-]+)", code)) <= TARGETS
    steps = {path.stem.replace("_", "-") for path in (ROOT / "src/muse/steps").glob("[a-z]*.py")}
    assert set(re.findall(r"(?<![\w./-])muse ([a-z][a-z-]+)", code)) <= steps


def test_version_and_licence_are_the_same_wherever_they_stand() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    zenodo = json.loads((ROOT / ".zenodo.json").read_text())
    assert project["version"] == citation["version"] == zenodo["version"]
    assert project["license"] == citation["license"] == zenodo["license"]
    assert citation["title"] == zenodo["title"]
    assert [author["name"] for author in citation["authors"]] == [creator["name"] for creator in zenodo["creators"]]


def _packages(path: str) -> set[str]:
    command = re.search(r"apt-get install [^&>;]*", (ROOT / path).read_text().replace("\\\n", " "))
    assert command
    return {word for word in command[0].split()[2:] if not word.startswith("-")}


def test_the_container_installs_what_ci_installs_but_not_what_only_tests_want() -> None:
    assert _packages("Dockerfile") == {"git", "make", "python3", "python3-venv"}
    assert _packages("Dockerfile") < _packages(".ci/run")


def test_the_container_is_pinned_and_calls_what_is_there() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    (base,) = (line for line in lines if line.startswith("ARG BASE="))
    assert re.fullmatch(r"ARG BASE=debian:bookworm-\d{8}-slim@sha256:[0-9a-f]{64}", base)
    assert [line for line in lines if line.startswith("FROM")] == ["FROM ${BASE}"]
    copied = next(line for line in lines if line.startswith("COPY Makefile")).split()[1:-1]
    assert all((ROOT / name).is_file() for name in copied)
    called = set(re.findall(r"(?:make |\"make\", \")([a-z-]+)", "\n".join(lines).replace(" make python3 ", " ")))
    assert called == {"setup", "reproduce"}
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert {".venv/", "work/", ".snakemake/"} <= set(ignored)


def test_the_page_has_its_places_for_times() -> None:
    page = Path(ROOT / "ARTIFACT.md").read_text()
    for scale in ("smoke", "full"):
        assert f"<!-- times {scale} -->\n" in page
        assert f"<!-- /times {scale} -->" in page
