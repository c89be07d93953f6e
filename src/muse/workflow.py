"""What the Snakefile needs of Python: the checked configuration, and what makes a rule's inputs complete."""

from __future__ import annotations

import base64
import fcntl
import json
import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import IO, Any

import grimp
import yaml

from muse import config
from muse.core.errors import MuseError
from muse.core.files import remove, sha256_file, temporaries, write_text

RUNNING = Path("work/running")
OUTPUTS = (Path("data"), Path("results"))
METADATA = Path(".snakemake/metadata")
UNFINISHED = Path(".snakemake/incomplete")
DATE_SLACK_S = 2.0  # what archives and file systems round away


class Plan:
    """One run's configuration and source graph. Paths are relative to the repository's root."""

    def __init__(self, overrides: Mapping[str, Any] | None = None) -> None:
        self.config = config.load(overrides)
        self._digests: dict[Path, str] = {}
        self._written: dict[Path, str] = {}

    @cached_property
    def _imports(self) -> grimp.ImportGraph:
        return grimp.build_graph("muse", cache_dir="work/grimp")

    def step_config(self, step: str, *sections: str) -> str:
        """The file with just these sections of the configuration: an input of the step's rule.

        Parts of a section are named with dots, as in `finetune.evaluation.resamples`. Written only when its content
        changes, so a changed value reruns the rules that read it and no others.
        """
        chosen: dict[str, Any] = {}
        for name in sections:
            *above, last = name.split(".", 2)  # below that a name may have dots of its own, as a model's
            given, into = self.config, chosen
            for key in above:
                given, into = given[key], into.setdefault(key, {})
            into[last] = given[last]
        text = yaml.safe_dump(chosen, sort_keys=True)
        return self._write_if_changed(Path("work/config") / f"{step}.yaml", text)

    def sources(self, step: str) -> str:
        """The file with the SHA-256 of each source file of a step: an input of the step's rule.

        Its sources are its module, all that it imports, and what lies beside those: templates, word lists, weights.
        The offline model finds its tasks when it is asked, so a step that plugs it in depends on all of it. Written
        only when its content changes, so an edit reruns the steps that use it, and a mere new date reruns none.
        """
        digests = {str(path): self._digest(path) for path in sorted(self._sources(f"muse.steps.{step}"))}
        return self._write_if_changed(Path("work/sources") / f"{step}.json", json.dumps(digests, indent=1) + "\n")

    def contents(self, name: str, path: Path) -> str:
        """The file with the SHA-256 of what lies outside the project, a file or all of a folder: an input of a rule.

        A file whose size and time are those of the last look is not read again.
        """
        memo = Path("work/sources") / f"{name}.seen.json"
        seen = json.loads(memo.read_text(encoding="utf-8")) if memo.exists() else {}
        found = {}
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                state = file.stat()
                size, time, digest = seen.get(str(file), (None, None, ""))
                if (size, time) != (state.st_size, state.st_mtime_ns):
                    digest = sha256_file(file)
                found[str(file)] = (state.st_size, state.st_mtime_ns, digest)
        self._write_if_changed(memo, json.dumps(found) + "\n")
        digests = {file: digest for file, (_, _, digest) in found.items()}
        return self._write_if_changed(Path("work/sources") / f"{name}.json", json.dumps(digests, indent=1) + "\n")

    def _sources(self, entry: str) -> set[Path]:
        names = {entry} | self._imports.find_upstream_modules(entry)
        if any(name.startswith("muse.offline.") for name in names):
            offline = self._imports.find_descendants("muse.offline")
            names |= offline | set().union(*map(self._imports.find_upstream_modules, offline))
        found: set[Path] = set()
        for name in names:
            path = Path("src", *name.split("."))
            module = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
            found |= {module, *(file for file in module.parent.iterdir() if file.is_file() and file.suffix != ".py")}
        return found

    def _digest(self, path: Path) -> str:
        if path not in self._digests:
            self._digests[path] = sha256_file(path)
        return self._digests[path]

    def _write_if_changed(self, path: Path, text: str) -> str:
        if not _holds(path, text):
            hold(RUNNING).close()  # a run that is at work goes by these files
            write_text(path, text)
        self._written[path] = text
        return str(path)

    def start(self) -> None:
        """Hold the folder for this run, as long as this object lives; see `hold`.

        MuseError too where data or results cannot be written, or another run has rewritten this one's files meanwhile.
        What killed jobs had under way in these two is removed: DVC versions whole folders of them.
        """
        for folder in OUTPUTS:
            if folder.exists() and not os.access(folder, os.W_OK):
                raise MuseError(
                    "cannot be written", where=folder, remedy="give yourself the right, or remount its disk"
                )
        held = hold(RUNNING)
        if lost := next((path for path, text in self._written.items() if not _holds(path, text)), None):
            held.close()
            raise MuseError("written by another run since this one began", where=lost, remedy="start this one again")
        self._held = held
        for path in (path for folder in OUTPUTS for path in temporaries(folder)):
            remove(path)


def hold(path: Path) -> IO[str]:
    """Hold this folder for one run: MuseError where another has it. Freed by the kernel when the process ends.

    It stands in for Snakemake's own lock, which a killed run leaves behind for a person to remove.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    held = path.open("a+", encoding="utf-8")
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        held.seek(0)
        owner = held.read().strip()
        held.close()
        raise MuseError(
            "another run is at work in this folder", where=path, remedy=f"wait for process {owner}, or stop it"
        ) from None
    held.truncate(0)
    held.write(f"{os.getpid()}\n")
    held.flush()
    return held


def check_outputs(outputs: Iterable[str], folders: Iterable[str]) -> None:
    """MuseError where an output is not as a run in this folder left it, or where a folder holds more than outputs.

    Snakemake goes by dates. After `dvc checkout`, a copy or a lost `.snakemake` it can take the files of one
    configuration for those of another, and DVC would record them so. Its metadata say of each output what date it had
    when its job ended: one with another date, or with none, was put there by another hand. And DVC versions whole
    `folders`: what an earlier configuration left in one, as a model since taken out, would be versioned as this one's.
    What a killed job left half made is none of these: the next start removes it.
    """
    paths = {Path(output) for output in outputs}
    for path in sorted(path for path in paths if path.exists()):
        made = _made(path)
        if made is None or abs(_newest(path) - made) > DATE_SLACK_S:
            raise MuseError(
                "not as a run in this folder left it" if made else "made by no run that this folder knows of",
                where=path,
                remedy="`make checkout` takes over what DVC has for this commit; a deleted file is made again; or, if "
                "you know that all outputs belong to this configuration, `snakemake --touch --forceall` says so",
            )
    for folder in map(Path, folders):
        known = paths.union(temporaries(folder))
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            if known.isdisjoint((file, *file.parents)):
                raise MuseError("made by no rule of this configuration", where=file, remedy="delete it or move it away")


def _made(path: Path) -> float | None:
    """The date of this output when its job ended; None: not known. An unfinished one is Snakemake's own business."""
    name = base64.urlsafe_b64encode(str(path).encode()).decode()
    if (UNFINISHED / name).exists():
        return _newest(path)
    try:
        return float(json.loads((METADATA / name).read_bytes())["endtime"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _newest(path: Path) -> float:
    """The latest date of a file, or of a folder and all in it."""
    return max(entry.stat().st_mtime for entry in [path, *(path.rglob("*") if path.is_dir() else [])])


def _holds(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text
