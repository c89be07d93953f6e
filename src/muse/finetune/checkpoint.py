"""A model with its processor, from a folder or the hub, checked before hours are lost."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from muse.core.errors import MuseError
from muse.finetune.settings import FinetuneSettings
from muse.finetune.small import image_only


@dataclass
class Checkpoint:
    """A multimodal model and the processor that feeds it."""

    model: Any
    processor: Any

    @property
    def tokenizer(self) -> Any:
        """The processor's tokenizer."""
        return self.processor.tokenizer

    def length(self, text: str) -> int:
        """Tokens of a text."""
        return len(self.tokenizer(text, add_special_tokens=False)["input_ids"])

    def frame_tokens(self, picture: Any) -> int:
        """Tokens of a picture and the chat's frame around an empty prompt and an empty answer."""
        messages = [
            {"role": "user", "content": [{"type": "image"}, {"type": "text", "text": ""}]},
            {"role": "assistant", "content": [{"type": "text", "text": ""}]},
        ]
        text = self.processor.apply_chat_template(messages)
        return len(self.processor(images=[[picture]], text=[text])["input_ids"][0])

    def save(self, folder: Path) -> None:
        """Weights, configuration, tokenizer and processor in one folder that `load` (or transformers) reads."""
        self.model.save_pretrained(folder)
        self.processor.save_pretrained(folder)


def prepare(settings: FinetuneSettings, processes: int = 1) -> None:
    """Fix the thread count and check that what the configuration asks for is there: a GPU for each process."""
    import torch
    from transformers.utils import logging

    logging.set_verbosity_error()
    logging.disable_progress_bar()
    torch.set_num_threads(settings.threads)
    gpus = torch.cuda.device_count()
    if settings.device == "cuda" and gpus < processes:
        raise MuseError(
            f"finetune.device is cuda for {processes} processes, but torch sees {gpus} GPUs",
            where="config/config.yaml",
            remedy="set finetune.device to cpu, or install a torch with CUDA on a machine with a GPU",
        )


def load(source: str | Path, settings: FinetuneSettings) -> Checkpoint:
    """The image-text-to-text model and processor of a folder or hub name.

    A folder without weights or processor, a text-only model, a processor without image part: MuseErrors.
    """
    import torch
    from transformers import AutoConfig, AutoModelForImageTextToText
    from transformers.models.auto.modeling_auto import MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING

    remedy = "give finetune.models.<name>.checkpoint a folder or hub name of an image-text-to-text model"
    try:
        config = AutoConfig.from_pretrained(str(source))
    except (OSError, ValueError) as error:
        raise MuseError(f"no model configuration: {_first_line(error)}", where=source, remedy=remedy) from None
    if type(config) not in MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING:
        raise MuseError(f"{config.model_type} is no image-text-to-text model", where=source, remedy=remedy)
    processor = load_processor(source)
    dtype = {"float32": torch.float32, "bfloat16": torch.bfloat16}[settings.precision]
    try:
        model = AutoModelForImageTextToText.from_pretrained(str(source), dtype=dtype)
    except (OSError, ValueError) as error:
        raise MuseError(f"no weights: {_first_line(error)}", where=source, remedy=remedy) from None
    loaded = Checkpoint(model.to(settings.device), processor)
    try:
        loaded.frame_tokens(Image.new("RGB", (settings.image_size_px, settings.image_size_px)))
    except (AttributeError, ImportError, KeyError, TypeError, ValueError) as error:
        problem = f"the processor takes no chat with a picture: {_first_line(error)}"
        raise MuseError(problem, where=source, remedy="give it a chat template that shows pictures") from None
    return loaded


def load_processor(source: str | Path) -> Any:
    """The checkpoint's processor; without torchvision, its image-only variant on Pillow."""
    from transformers import AutoProcessor, ProcessorMixin
    from transformers.utils import is_torchvision_available

    remedy = (
        "put its files (tokenizer, preprocessor_config.json) beside the weights; one that takes videos too may need"
        " torchvision"
    )
    try:
        found = AutoProcessor.from_pretrained(str(source)) if is_torchvision_available() else _on_pillow(source)
    except (OSError, ValueError, ImportError, KeyError, AttributeError, TypeError) as error:
        raise MuseError(f"no processor: {_first_line(error)}", where=source, remedy=remedy) from None
    if not isinstance(found, ProcessorMixin) or getattr(found, "image_processor", None) is None:
        raise MuseError("the processor takes text only", where=source, remedy=remedy)
    return found


def _on_pillow(source: str | Path) -> Any:
    import transformers
    from transformers.utils import cached_file

    file = None
    for name in ("processor_config.json", "preprocessor_config.json"):
        file = file or cached_file(str(source), name, _raise_exceptions_for_missing_entries=False)
    if file is None:
        raise OSError("neither processor_config.json nor preprocessor_config.json is there")
    kind = getattr(transformers, json.loads(Path(file).read_text(encoding="utf-8"))["processor_class"])
    return image_only(kind).from_pretrained(str(source))


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
