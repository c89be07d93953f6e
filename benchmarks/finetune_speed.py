"""How fast is training? Tokens a second, peak memory and utilisation, beside TRL's own way on the same model and rows.

    python benchmarks/finetune_speed.py --device cuda --width 1536 --layers 28 --steps 30 [--table speed.json]
    nice python benchmarks/finetune_speed.py --device cpu --width 128 --layers 4 --steps 10

Both arms train LoRA on an untrained model of the architecture, in a process each, `--steps` steps after three that
are not counted. `theirs` is what TRL's example script sft_vlm.py does: messages and images in a Dataset, SFTTrainer
with its own settings. Utilisation is model FLOPs (4 for each weight and token: forward, and backward without the
gradients of frozen weights) over `--peak-tflops`, the device's dense rate (an H100 has 989 in bfloat16); 0 leaves it
out.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import click
import torch
from PIL import Image
from transformers import TrainerCallback

from muse import config
from muse.core.files import write_json
from muse.finetune import small
from muse.finetune.checkpoint import Checkpoint, prepare
from muse.finetune.likelihood import Trainer
from muse.finetune.settings import FinetuneSettings
from muse.finetune.sft import lora_config, sft_config

SKIPPED = 3
TEXT = "the red dress with long sleeves and a floral pattern comes in cotton, for a garden party in June"
WORDS = TEXT.split()


class Clock(TrainerCallback):
    """Time and tokens from the end of the skipped steps on."""

    def __init__(self) -> None:
        self.before, self.tokens, self.started, self.cpu = 0, 0, 0.0, 0.0

    def on_step_end(self, args: Any, state: Any, control: Any, **more: Any) -> None:
        if state.global_step == SKIPPED:
            self.before, self.started, self.cpu = state.num_input_tokens_seen, time.perf_counter(), time.process_time()
        self.tokens = state.num_input_tokens_seen


def settings(options: dict[str, Any]) -> FinetuneSettings:
    section = config.load()["finetune"]
    size = {"width": options["width"], "layers": options["layers"], "heads": max(2, options["width"] // 64)}
    size["feed_forward"] = 3 * options["width"]
    changes = {
        "device": options["device"],
        "precision": "bfloat16" if options["device"] == "cuda" else "float32",
        "size": size,
        "training": {"steps": SKIPPED + options["steps"], "batch_size": options["batch"], "checkpoints": 1},
    }
    return FinetuneSettings.model_validate(config.merge(section, changes))


def rows(count: int, image_px: int) -> list[dict[str, Any]]:
    """Prompts of about 60 words, answers of about 30, each with a picture."""
    return [
        {
            "prompt": [{"role": "user", "content": " ".join(WORDS[(n + k) % len(WORDS)] for k in range(60))}],
            "completion": [{"role": "assistant", "content": " ".join(WORDS[(n * k) % len(WORDS)] for k in range(30))}],
            "images": [Image.new("RGB", (image_px, image_px), (n % 255, 90, 160))],
        }
        for n in range(count)
    ]


def arm(name: str, options: dict[str, Any]) -> dict[str, Any]:
    """One arm, in this process."""
    from datasets import Dataset
    from peft import LoraConfig
    from trl import SFTConfig, SFTTrainer

    given = settings(options)
    prepare(given)
    words = small.tokenizer(options["architecture"], [" ".join(WORDS)] * 9, given.size)
    made = Checkpoint(
        small.model(options["architecture"], words, given.size, given.image_size_px, seed=1).to(given.device),
        small.processor(options["architecture"], words, given.size, given.image_size_px),
    )
    if given.precision == "bfloat16":
        made.model.to(torch.bfloat16)
    weights = sum(weight.numel() for weight in made.model.parameters())
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        ours = sft_config(given, given.training, 1, Path(folder), (options["batch"], 1), validated=False)
        theirs = SFTConfig(
            output_dir=folder,
            max_steps=ours.max_steps,
            per_device_train_batch_size=options["batch"],
            max_length=None,
            bf16=given.precision == "bfloat16",
            use_cpu=given.device == "cpu",
            report_to=[],
            save_strategy="no",
        )
        args = ours if name == "ours" else theirs
        args.disable_tqdm, args.save_strategy, args.include_num_input_tokens_seen = True, "no", "non_padding"
        trainer = (Trainer if name == "ours" else SFTTrainer)(
            model=made.model,
            processing_class=made.processor,
            train_dataset=Dataset.from_list(rows(4 * options["batch"], given.image_size_px)),
            peft_config=lora_config(made.model, given.lora)
            if name == "ours"
            else LoraConfig(target_modules="all-linear"),
            args=args,
            callbacks=[clock],
        )
        trainer.train()
    spent, tokens = time.perf_counter() - clock.started, clock.tokens - clock.before
    gpu = given.device == "cuda"
    peak = torch.cuda.max_memory_allocated() if gpu else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    rate = tokens / spent
    found = {"arm": name, "architecture": options["architecture"], "weights": weights, "tokens_per_s": rate}
    found |= {"cpu_s": time.process_time() - clock.cpu, "wall_s": spent, "peak_gib": peak / 2**30}
    found["device"] = torch.cuda.get_device_name() if gpu else "CPU, one thread"
    if options["peak_tflops"]:
        found["utilisation"] = 4 * weights * rate / (options["peak_tflops"] * 1e12)
    return found


@click.command()
@click.option("--architecture", multiple=True, default=("qwen2-vl", "llava-onevision", "idefics3"))
@click.option("--device", type=click.Choice(["cpu", "cuda"]), default="cpu")
@click.option("--width", default=128, help="Of the language and the vision model.")
@click.option("--layers", default=4)
@click.option("--batch", default=16)
@click.option("--steps", default=10)
@click.option("--peak-tflops", default=0.0, help="The device's dense rate.")
@click.option("--table", type=click.Path(path_type=Path), help="Write the numbers as JSON.")
@click.option("--arm", "only", hidden=True)
def main(architecture: tuple[str, ...], only: str | None, table: Path | None, **options: Any) -> None:
    if only:
        click.echo(json.dumps(arm(only, options | {"architecture": architecture[0]})))
        return
    found = []
    for model in architecture:
        for name in ("ours", "theirs"):
            command = [sys.executable, __file__, "--architecture", model, "--arm", name]
            command += [part for key, value in options.items() for part in (f"--{key.replace('_', '-')}", str(value))]
            out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            found.append(json.loads(out.splitlines()[-1]))
            click.echo(found[-1])
    if table:
        write_json(table, found)


if __name__ == "__main__":
    main()
