"""The whole DAG in seconds: a stand-in for `muse` makes each output from a digest of its arguments and inputs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from workflow.dag import ROOT

# Jobs run in bash, which reads BASH_ENV first. An argument with a slash is a path: an input where it exists, else an
# output: a folder where it has no suffix. Two runs with the same arguments and inputs make the same bytes.
MUSE = r"""
muse() {
  local path digest shard inputs=()
  [[ $1 == gather-* ]] || shard=$(grep -oE '[0-9]+-of-[0-9]+' <<< "$*" | head -n 1 || true)
  sleep "${SLOW:-0}"
  for path in "$@"; do [[ $path == */* && -f $path ]] && inputs+=("$path"); done
  digest=$({ echo "$@"; cat /dev/null "${inputs[@]}"; } | cksum | cut -d' ' -f1)
  for path in "$@" "work/usage/$1${shard:+-$shard}.json"; do
    [[ $path == */* && ! -e $path ]] || continue
    mkdir -p "$(dirname "$path")"
    case $path in
      *.json | *.jsonl) echo "{\"digest\": $digest}" > "$path" ;;
      *.*) echo "$digest" > "$path" ;;
      *) mkdir "$path"; echo "$digest" > "$path/part" ;;
    esac
  done
}
"""


class Folder:
    """A clean clone of this repository in which the stand-in plays `muse`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        (path.parent / "muse.sh").write_text(MUSE)
        self.environment = {
            "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
            "HOME": str(path.parent),
            "BASH_ENV": str(path.parent / "muse.sh"),
            "PYTHONPATH": str(path / "src"),  # the clone's own sources, whatever is installed
        }

    @classmethod
    def clone(cls, path: Path, source: Path = ROOT) -> Folder:
        subprocess.run(["git", "clone", "-q", str(source), str(path)], check=True)
        (path / ".venv").symlink_to(Path(sys.prefix))
        return cls(path)

    def copy(self, path: Path) -> Folder:
        """A copy with all dates as they are."""
        shutil.copytree(self.path, path, symlinks=True)
        return Folder(path)

    def start(self, *command: str, slow: float = 0.0) -> subprocess.Popen[str]:
        """Begin in a process group of its own; each job takes `slow` seconds more. Both streams in `stdout`."""
        environment = self.environment | {"SLOW": str(slow)}
        heeding = ("env", "--default-signal=INT", *command)  # a test in the background is deaf to Ctrl-C
        return subprocess.Popen(
            heeding, cwd=self.path, env=environment, stdout=-1, stderr=-2, text=True, start_new_session=True
        )

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """What a person would type; both streams in `stdout`."""
        return subprocess.run(
            command, cwd=self.path, env=self.environment, stdout=-1, stderr=subprocess.STDOUT, text=True, check=False
        )

    def done(self, *command: str) -> str:
        """The same, where it has to work."""
        ended = self.run(*command)
        assert ended.returncode == 0, ended.stdout[-4000:]
        return ended.stdout

    def commit(self, words: str) -> None:
        """Commit all that git tracks, and dvc.lock."""
        self.done("git", "add", "-u")
        self.done("git", "add", "dvc.lock")
        self.done("git", "-c", "user.name=test", "-c", "user.email=test", "commit", "-q", "-m", words)

    def planned(self, *options: str) -> set[str]:
        """The rules that Snakemake would run."""
        lines = self.done("snakemake", "-n", *options).splitlines()
        return {line.split()[1].rstrip(":") for line in lines if line.startswith(("rule ", "localrule "))}

    def set(self, old: str, new: str, file: str = "config/config.yaml") -> None:
        """Edit a file; the text has to be there."""
        path = self.path / file
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new, 1))
