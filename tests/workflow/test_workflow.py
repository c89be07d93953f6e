"""Configurations and sources as inputs; one run at a time in a folder."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from muse.core.errors import MuseError
from muse.workflow import Plan, check_outputs, hold
from workflow.dag import ROOT


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the configuration and the sources, to change at will."""
    for part in ("config", "src"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_value_touches_only_the_steps_that_read_its_section(copy: Path) -> None:
    def written(**overrides: object) -> dict[str, bytes]:
        run = Plan(overrides)
        return {
            step: Path(run.step_config(step, *sections)).read_bytes()
            for step, sections in {"catalog": ("seed", "catalog"), "split": ("dataset",)}.items()
        }

    before = written(scale="smoke")
    after = written(scale="smoke", catalog={"rendered": {"items": 7}})
    assert before["split"] == after["split"]
    assert before["catalog"] != after["catalog"]


def test_a_part_of_a_section_is_named_with_dots(copy: Path) -> None:
    models = {"mine-2.5": {"architecture": None, "checkpoint": "m"}}
    path = Plan({"finetune": {"models": models, "threads": 2}}).step_config(
        "base", "seed", "finetune.threads", "finetune.models.mine-2.5"
    )
    given = yaml.safe_load(Path(path).read_text())
    assert given == {"seed": 20241218, "finetune": {"threads": 2, "models": models}}


def test_an_unchanged_configuration_is_not_written_again(copy: Path) -> None:
    path = Path(Plan().step_config("catalog", "catalog"))
    os.utime(path, (1, 1))
    Plan().step_config("catalog", "catalog")
    assert path.stat().st_mtime == 1


def test_an_edit_is_seen_by_the_steps_that_import_it_and_by_no_other(copy: Path) -> None:
    def digests(step: str) -> dict[str, str]:
        return dict(json.loads(Path(Plan().sources(step)).read_text()))

    split, figures = digests("split"), digests("figures")
    source = copy / "src/muse/paper/style.py"
    source.write_text(source.read_text() + "# edited\n")
    assert digests("split") == split
    changed = {path for path, digest in digests("figures").items() if figures[path] != digest}
    assert changed == {"src/muse/paper/style.py"}


def test_a_template_beside_a_module_is_a_source(copy: Path) -> None:
    sources = json.loads(Path(Plan().sources("profiles")).read_text())
    assert "src/muse/profiles/scenario.jinja" in sources
    assert "src/muse/offline/tasks/profiles.py" in sources


def test_a_photo_changed_in_place_is_seen_and_a_mere_new_date_is_not(copy: Path) -> None:
    photos = copy / "photos"
    (photos / "images").mkdir(parents=True)
    (photos / "items.csv").write_text("item_id,image\n")
    (photos / "images/a.jpg").write_bytes(b"one")

    def digests() -> dict[str, str]:
        return dict(json.loads(Path(Plan().contents("photos", Path("photos"))).read_text()))

    before, written = digests(), Path("work/sources/photos.json").stat().st_mtime_ns
    assert set(before) == {"photos/images/a.jpg", "photos/items.csv"}
    os.utime(photos / "images/a.jpg", (1, 1))
    assert digests() == before
    assert Path("work/sources/photos.json").stat().st_mtime_ns == written
    (photos / "images/a.jpg").write_bytes(b"two")
    os.utime(photos / "images/a.jpg", (2, 2))
    after = digests()
    assert {file for file in after if after[file] != before[file]} == {"photos/images/a.jpg"}


def test_what_was_looked_at_before_is_not_read_again(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (copy / "meta.jsonl").write_text("{}\n")
    first = Path(Plan().contents("amazon", Path("meta.jsonl"))).read_bytes()
    monkeypatch.setattr("muse.workflow.sha256_file", lambda path: pytest.fail(f"{path} is read again"))
    assert Path(Plan().contents("amazon", Path("meta.jsonl"))).read_bytes() == first


_HOLDER = "import sys, time; from pathlib import Path; from muse.workflow import hold; "
_HOLDER += "held = hold(Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"


def test_a_second_run_is_told_and_a_killed_one_leaves_no_lock(tmp_path: Path) -> None:
    place = tmp_path / "work/running"
    with subprocess.Popen([sys.executable, "-c", _HOLDER, str(place)], stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == b"held\n"
        with pytest.raises(MuseError, match=rf"another run is at work .*wait for process {first.pid}, or stop it"):
            hold(place)
        first.send_signal(signal.SIGKILL)
        first.wait()
        hold(place).close()


def test_what_a_killed_job_left_half_made_is_no_stray_and_goes_at_the_next_start(copy: Path) -> None:
    folder = Path("data/catalog")
    code = "import os, sys; from pathlib import Path; from muse.core.files import replacing; "
    code += "inside = replacing(Path(sys.argv[1])); path = inside.__enter__(); path.mkdir(); "
    code += "(path / 'half.jpg').write_bytes(b'half'); os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", code, str(folder / "images")], check=False)
    (left,) = folder.glob(".images.*.tmp")
    check_outputs(["data/catalog/items.jsonl"], ["data/catalog"])
    Plan({"scale": "smoke"}).start()
    assert not left.exists()
