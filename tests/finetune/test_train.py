"""Training: the same weights on every run, killed or not; adapters alone are trained; memory that runs out."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import torch
from conftest import Shop
from stubs import settings, training

from muse.core.errors import MuseError
from muse.finetune import train as module
from muse.finetune.encode import Rows
from muse.finetune.train import last_complete, order
from muse.finetune.tune import Run, load, part, save, tune

# A fine-tune in a process of its own; it prints the digest of the trained weights and the losses.
PROCESS = """
import json
import sys
from pathlib import Path
sys.path[:0] = {paths!r}
from test_train import digest, fine_tune
from conftest import Shop
import support
items = [support.item(n) for n in range(8)]
shop = Shop(items, Path({images!r}), Path({base!r}))
model, losses = fine_tune(shop, Path(sys.argv[1]), **{changes})
print("digest", digest(model))
print(json.dumps(losses))
"""


def fine_tune(shop: Shop, folder: Path, **changes: Any) -> tuple[Any, list[dict[str, float]]]:
    return tune(
        shop.base,
        training(6),
        training(2),
        shop.catalog,
        shop.images,
        settings(**changes),
        run=Run(seed=1, share=1.0),
        folder=folder,
        fingerprint="test",
    )


def process(shop: Shop, **changes: Any) -> str:
    paths = [str(Path(__file__).parent), str(Path(__file__).parents[1])]
    return PROCESS.format(paths=paths, images=str(shop.images), base=str(shop.base), changes=changes)


def digest(model: Any) -> str:
    total = hashlib.sha256()
    for name, weight in sorted(model.state_dict().items()):
        total.update(name.encode() + weight.numpy().tobytes())
    return total.hexdigest()


def test_adapters_alone_are_trained_and_validation_is_watched(shop: Shop, tmp_path: Path) -> None:
    before = shop.load().model.state_dict()
    model, losses = fine_tune(shop, tmp_path)
    assert [loss["step"] for loss in losses if "eval_loss" in loss] == [2, 4]
    after = {name.replace("base_layer.", ""): w for name, w in model.get_base_model().state_dict().items()}
    for name, weight in before.items():
        assert torch.equal(after[name], weight), name
    adapters = {name: w for name, w in after.items() if "lora_B" in name}
    assert adapters
    assert any(weight.abs().sum() > 0 for weight in adapters.values())
    assert not any("lm_head" in name for name in adapters)


def test_modules_trained_whole_come_back_tied(shop: Shop, tmp_path: Path) -> None:
    model, _ = fine_tune(shop, tmp_path / "work", lora={"whole": ["embed_tokens"]})
    save(model, tmp_path / "adapter")
    names = json.loads((tmp_path / "adapter/adapter_config.json").read_text())["target_modules"]
    assert names == sorted(names)
    loaded = load(shop.base, tmp_path / "adapter", settings()).model
    words = loaded.get_input_embeddings().weight
    assert not torch.equal(words, shop.load().model.get_input_embeddings().weight)
    assert torch.equal(words, loaded.get_output_embeddings().weight)
    tokens = torch.arange(20)[None]
    with torch.inference_mode():
        ours = model.eval()(input_ids=tokens).logits
        assert torch.allclose(loaded.eval()(input_ids=tokens).logits, ours, atol=1e-4)


@pytest.mark.slow
def test_a_killed_run_goes_on_to_the_same_weights(shop: Shop, tmp_path: Path) -> None:
    script = process(shop, training={"steps": 12, "checkpoints": 6})

    def start(folder: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", script, str(tmp_path / folder)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def digest_of(process: subprocess.Popen[str]) -> str:
        out, _ = process.communicate(timeout=300)
        assert process.returncode == 0
        return next(line for line in out.splitlines() if line.startswith("digest"))

    killed = start("killed")
    deadline = time.monotonic() + 200
    while not list((tmp_path / "killed").glob("checkpoint-*/trainer_state.json")):
        assert killed.poll() is None and time.monotonic() < deadline
        time.sleep(0.02)
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    found = last_complete(tmp_path / "killed", "test", 12)
    assert found is not None
    assert json.loads(Path(found, "trainer_state.json").read_text())["global_step"] < 12
    assert digest_of(start("killed")) == digest_of(start("undisturbed"))


@pytest.mark.slow
def test_two_processes_learn_what_one_does_with_twice_the_batch(shop: Shop, tmp_path: Path) -> None:
    script = tmp_path / "tune.py"
    script.write_text(process(shop, processes=2, training={"batch_size": 2}))
    command = [Path(sys.executable).with_name("accelerate"), "launch", "--multi_gpu", "--num_processes", "2"]
    command += ["--main_process_port", "0", script, tmp_path / "two"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    digests = [line for line in done.stdout.splitlines() if line.startswith("digest")]
    assert len(digests) == 2
    assert digests[0] == digests[1]
    _, alone = fine_tune(shop, tmp_path / "one", training={"batch_size": 4})
    losses = json.loads(next(line for line in done.stdout.splitlines() if line.startswith("[{")))
    for ours, theirs in zip(losses, alone, strict=True):
        assert ours == pytest.approx(theirs, rel=1e-3)


def test_every_epoch_sees_each_row_once_in_batches_of_like_size() -> None:
    sizes = [n % 50 for n in range(400)]
    drawn = order(sizes, 8, 100, seed=1)
    assert len(drawn) == 800
    assert sorted(drawn[:400]) == sorted(drawn[400:]) == list(range(400))
    batches = [drawn[start : start + 8] for start in range(0, 400, 8)]
    spread = [max(sizes[n] for n in batch) - min(sizes[n] for n in batch) for batch in batches]
    assert sum(spread) / len(spread) < 8, "of 50: shuffled batches spread over 40"
    assert drawn != order(sizes, 8, 100, seed=2)
    assert order(sizes, 8, 50, seed=1) == drawn[:400]
    assert order([5, 6, 7], 8, 2, seed=1).count(0) >= 5


def test_a_checkpoint_of_the_last_step_is_not_gone_on_from(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    assert last_complete(folder, "one", 20) is None
    for step in (10, 20):
        (folder / f"checkpoint-{step}").mkdir()
        (folder / f"checkpoint-{step}" / "trainer_state.json").write_text("{}")
    assert last_complete(folder, "one", 20) == str(folder / "checkpoint-10")


def test_unfinished_checkpoints_and_those_of_other_runs_are_not_gone_on_from(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    assert last_complete(folder, "one", 20) is None
    for step, text in ((2, "{}"), (10, "{}"), (12, '{"global')):
        (folder / f"checkpoint-{step}").mkdir()
        (folder / f"checkpoint-{step}" / "trainer_state.json").write_text(text)
    (folder / "checkpoint-14").mkdir()
    assert last_complete(folder, "one", 20) == str(folder / "checkpoint-10")
    assert not (folder / "checkpoint-12").exists()
    assert last_complete(folder, "another", 20) is None
    assert not list(folder.glob("checkpoint-*"))


def test_out_of_memory_halves_the_batch(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    tried: list[tuple[int, int]] = []

    def scarce(*given: Any) -> Any:
        tried.append(given[-1])
        if given[-1][0] > 1:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")
        return "model", []

    monkeypatch.setattr(module, "_train", scarce)
    run = settings().training
    rows = Rows([1], dict)
    assert module.train(None, rows, None, settings(), run, seed=1, folder=Path(), fingerprint="") == ("model", [])
    assert tried == [(4, 1), (2, 2), (1, 4)]
    assert "going on with 1 examples at once" in caplog.text
    monkeypatch.setattr(module, "_train", lambda *given: (_ for _ in ()).throw(RuntimeError("out of memory")))
    with pytest.raises(MuseError, match="out of memory with one example a step"):
        module.train(None, rows, None, settings(), run, seed=1, folder=Path(), fingerprint="")


def test_shares_are_nested_and_keep_whole_conversations() -> None:
    examples = training(10)
    small, large = (part(examples, Run(1, share)) for share in (0.3, 0.6))
    assert len({example.conversation_id for example in small}) == 3
    assert {example.example_id for example in small} < {example.example_id for example in large}
    assert len(small) == 9
