"""What TRL's trainer and PEFT are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from muse.finetune.settings import FinetuneSettings, LoraSettings, TrainingSettings

_EYES = ("visual", "vision_tower", "vision_model")  # of Qwen2-VL, LLaVA-OneVision, Idefics3


def sft_config(
    settings: FinetuneSettings,
    run: TrainingSettings,
    seed: int,
    folder: Path,
    split: tuple[int, int],
    *,
    validated: bool,
) -> Any:
    """The trainer's own configuration of a run; `split` is the examples at once and how often in a step."""
    from trl import SFTConfig

    every = max(1, -(-run.steps // run.checkpoints))
    evaluated: dict[str, Any] = {}
    if validated:
        evaluated = {"eval_strategy": "steps", "eval_steps": every, "load_best_model_at_end": True}
    return SFTConfig(
        output_dir=str(folder),
        max_steps=run.steps,
        per_device_train_batch_size=split[0],
        per_device_eval_batch_size=split[0],
        gradient_accumulation_steps=split[1],
        learning_rate=run.learning_rate,
        lr_scheduler_type="cosine",
        warmup_steps=int(run.warmup_share * run.steps),
        weight_decay=run.weight_decay,
        adam_beta2=0.98,
        bf16=settings.precision == "bfloat16",
        gradient_checkpointing=settings.gradient_checkpointing,
        use_cpu=settings.device == "cpu",
        max_length=None,
        logging_steps=every,
        save_strategy="steps",
        save_steps=every,
        save_total_limit=2,
        seed=seed,
        train_sampling_strategy="sequential",  # train.order has drawn the order
        dataloader_pin_memory=settings.device == "cuda",
        remove_unused_columns=False,
        report_to=[],
        disable_tqdm=False,
        **evaluated,
    )


def lora_config(model: Any, lora: LoraSettings) -> Any:
    """LoRA on the linear layers of language model and connector; not on the output layer nor on those in `lora.whole`.

    The vision tower is frozen: trained with the rest it came to show the same whatever the picture (docs/finetune.md).
    """
    import torch
    from peft import LoraConfig

    output = model.get_output_embeddings()
    linear = [
        name
        for name, module in model.named_modules()
        if isinstance(module, torch.nn.Linear)
        and module is not output
        and not {*lora.whole, *_EYES} & set(name.split("."))
    ]
    return LoraConfig(
        r=lora.rank,
        lora_alpha=lora.alpha,
        lora_dropout=lora.dropout,
        target_modules=linear,
        modules_to_save=list(lora.whole) or None,
        ensure_weight_tying=bool(lora.whole),
        task_type="CAUSAL_LM",
    )
