"""The tarball for an archive with a DOI: the source of a commit, what a run of it made, digests to compare with.

    muse-artifact-<version>/
        ..                    the source, as `git archive` gives it
        MANIFEST.json         what run this was, and what is in each folder of `archived/`
        SHA256SUMS            of every file in the tarball
        archived/
            SHA256SUMS        of everything the run made, by its place in the working folder
            answers.gz        a recorded run's response store, packed (`muse llm import`)
            data/ results/    the release and the results

The same commit and the same run give the same bytes: names sorted, the commit's time on every file, no owner.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from muse.artifact.digests import PARTS, files, made
from muse.core.errors import MuseError
from muse.core.files import read_json, replacing
from muse.llm.store import Store

SHIPPED = ("release", *(part for part, place in PARTS.items() if place.startswith("results/")))


@dataclass(frozen=True)
class Member:
    """One file of the tarball: its place below the top folder, and its bytes or, of a link, its target."""

    path: str
    data: bytes
    executable: bool = False
    target: str | None = None


def write(root: Path, output: Path, name: str, config: Mapping[str, Any]) -> None:
    """Write the tarball `output`, whose only top folder is `name`, of a run in `root` with this configuration.

    MuseError where tracked files were changed since the last commit, or where a part of the run is missing.
    """
    _unchanged(root)
    missing = [part for part in SHIPPED if part not in made(root)]
    if missing:
        raise MuseError(f"not made yet: {', '.join(missing)}", where=root, remedy="make reproduce")
    commit, seconds = _git(root, "log", "-1", "--format=%H %ct").split()
    sums = []
    with (
        replacing(output) as temporary,
        temporary.open("wb") as raw,
        gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for member in _members(root, commit, config):
            _add(tar, name, member, int(seconds))
            if member.target is None:
                sums.append(f"{hashlib.sha256(member.data).hexdigest()}  {member.path}\n")
        _add(tar, name, Member("SHA256SUMS", "".join(sums).encode()), int(seconds))


def _members(root: Path, commit: str, config: Mapping[str, Any]) -> Iterator[Member]:
    yield from sorted(_source(root), key=lambda member: member.path)
    shipped: dict[str, dict[str, int]] = {}
    for part in SHIPPED:
        sizes = []
        for _, path in files(root, [part]):
            data = (root / path).read_bytes()
            sizes.append(len(data))
            yield Member(f"archived/{path}", data)
        shipped[PARTS[part]] = {"files": len(sizes), "bytes": sum(sizes)}
    answers = _answers(root / config["llm"]["store"])
    if answers is not None:
        yield Member("archived/answers.gz", answers)
    listed = "".join(f"{digest}  {path}\n" for digest, path in files(root, made(root)))
    yield Member("archived/SHA256SUMS", listed.encode())
    verdicts = [decision["verdict"] for decision in read_json(root / PARTS["claims"])]
    manifest = {
        "commit": commit,
        "scale": config["scale"],
        "seed": config["seed"],
        "models": {role: f"{model['endpoint']}/{model['model']}" for role, model in config["llm"]["roles"].items()},
        "claims": {verdict: verdicts.count(verdict) for verdict in sorted(set(verdicts))},
        "archived": shipped,
    }
    yield Member("MANIFEST.json", (json.dumps(manifest, indent=2, sort_keys=True) + "\n").encode())


def _source(root: Path) -> Iterator[Member]:
    """Every file of the last commit."""
    archived = subprocess.run(["git", "archive", "HEAD"], cwd=root, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archived)) as tar:
        for entry in tar:
            if entry.issym():
                yield Member(entry.name, b"", target=entry.linkname)
            elif entry.isfile():
                data = tar.extractfile(entry)
                yield Member(entry.name, data.read() if data else b"", executable=bool(entry.mode & 0o100))


def _answers(store: Path) -> bytes | None:
    """The packed response store, or None where nothing was recorded."""
    kept = Store(store)
    if not len(kept):
        return None
    packed = store / ".archive.gz"
    try:
        kept.pack(packed)
        return packed.read_bytes()
    finally:
        packed.unlink(missing_ok=True)


def _add(tar: tarfile.TarFile, name: str, member: Member, seconds: int) -> None:
    entry = tarfile.TarInfo(f"{name}/{member.path}")
    entry.mtime, entry.mode, entry.size = seconds, 0o755 if member.executable else 0o644, len(member.data)
    if member.target is not None:
        entry.type, entry.linkname, entry.size = tarfile.SYMTYPE, member.target, 0
    tar.addfile(entry, io.BytesIO(member.data))


def _unchanged(root: Path) -> None:
    try:
        changed = _git(root, "status", "--porcelain", "--untracked-files=no")
    except subprocess.CalledProcessError:
        raise MuseError("not a git repository", where=root, remedy="make the archive in a clone") from None
    if changed:
        raise MuseError(f"changed since the last commit:\n{changed}", where=root, remedy="commit the changes")


def _git(root: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=True).stdout.rstrip()
