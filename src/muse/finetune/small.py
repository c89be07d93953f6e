"""Real architectures at a small size, from configuration: nothing is downloaded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from muse.finetune.settings import Architecture, SizeSettings

_SPECIAL: dict[Architecture, list[str]] = {
    "qwen2-vl": [
        "<|endoftext|>",
        "<|im_start|>",
        "<|im_end|>",
        "<|vision_start|>",
        "<|vision_end|>",
        "<|image_pad|>",
        "<|video_pad|>",
    ],
    "llava-onevision": ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<image>", "<video>"],
    "idefics3": [
        "<|endoftext|>",
        "<|im_start|>",
        "<end_of_utterance>",
        "<image>",
        "<fake_token_around_image>",
        "<global-img>",
    ],
}
_PICTURE: dict[Architecture, str] = {
    "qwen2-vl": "<|vision_start|><|image_pad|><|vision_end|>",
    "llava-onevision": "<image>",
    "idefics3": "<image>",
}
_END: dict[Architecture, str] = {
    "qwen2-vl": "<|im_end|>",
    "llava-onevision": "<|im_end|>",
    "idefics3": "<end_of_utterance>",
}
_TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
    "{% if message['content'] is string %}{{ message['content'] }}{% else %}"
    "{% for part in message['content'] %}"
    "{% if part['type'] == 'image' %}PICTURE{% else %}{{ part['text'] }}{% endif %}"
    "{% endfor %}{% endif %}END\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def image_only(processor: Any) -> Any:
    """The processor class without its video part, which would need torchvision.

    ProcessorMixin takes its parts from `get_attributes`: a part that is not named there is neither asked for nor read.
    """

    class ImageOnly(processor):  # type: ignore[misc]
        @classmethod
        def get_attributes(cls) -> list[str]:
            return [name for name in super().get_attributes() if name != "video_processor"]

    ImageOnly.__name__ = ImageOnly.__qualname__ = processor.__name__
    return ImageOnly


def tokenizer(architecture: Architecture, texts: Iterable[str], size: SizeSettings) -> Any:
    """A byte-level BPE trained on `texts`, with the architecture's special tokens and a chat template."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    special = _SPECIAL[architecture]
    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bpe.decoder = decoders.ByteLevel()
    bpe.train_from_iterator(
        texts,
        trainers.BpeTrainer(
            vocab_size=size.vocabulary,
            special_tokens=special,
            initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
            show_progress=False,
        ),
    )
    named = {"image_token": "<|image_pad|>", "video_token": "<|video_pad|>"} if architecture == "qwen2-vl" else {}
    end = _END[architecture]
    return PreTrainedTokenizerFast(
        tokenizer_object=bpe,
        eos_token=end,
        pad_token="<|endoftext|>",
        padding_side="left",
        extra_special_tokens=special,
        chat_template=_TEMPLATE.replace("PICTURE", _PICTURE[architecture]).replace("END", end),
        **named,
    )


def processor(architecture: Architecture, words: Any, size: SizeSettings, image_px: int) -> Any:
    """Tokenizer and image processor as one; pictures are scaled to `image_px` squared."""
    side = image_px // size.patch_px
    common = {"chat_template": words.chat_template}
    if architecture == "qwen2-vl":
        from transformers import Qwen2VLImageProcessorPil, Qwen2VLProcessor

        area = image_px * image_px
        pictures = Qwen2VLImageProcessorPil(
            patch_size=size.patch_px, merge_size=2, size={"shortest_edge": area, "longest_edge": area}
        )
        return image_only(Qwen2VLProcessor)(pictures, words, **common)
    if architecture == "llava-onevision":
        from transformers import LlavaOnevisionImageProcessorPil, LlavaOnevisionProcessor

        square = {"height": image_px, "width": image_px}
        pictures = LlavaOnevisionImageProcessorPil(size=square, image_grid_pinpoints=[[image_px, image_px]])
        return image_only(LlavaOnevisionProcessor)(
            pictures, words, num_image_tokens=side**2, vision_feature_select_strategy="full", **common
        )
    from transformers import Idefics3ImageProcessorPil, Idefics3Processor

    edge = {"longest_edge": image_px}
    pictures = Idefics3ImageProcessorPil(size=edge, max_image_size=edge, do_image_splitting=False)
    return Idefics3Processor(pictures, words, image_seq_len=(side // 2) ** 2, **common)


def model(architecture: Architecture, words: Any, size: SizeSettings, image_px: int, seed: int) -> Any:
    """The model with random weights. LLaVA-OneVision's has more tokens of a picture: it has no merging of four."""
    import torch

    torch.manual_seed(seed)
    text = {
        "vocab_size": -(-len(words) // 8) * 8,
        "hidden_size": size.width,
        "intermediate_size": size.feed_forward,
        "num_hidden_layers": size.layers,
        "num_attention_heads": size.heads,
        "num_key_value_heads": size.heads,
        "max_position_embeddings": 2048,
        "tie_word_embeddings": True,
        "initializer_range": size.init_std,
        "bos_token_id": None,
        "eos_token_id": words.eos_token_id,
        "pad_token_id": words.pad_token_id,
    }
    build = {"qwen2-vl": _qwen2_vl, "llava-onevision": _llava_onevision, "idefics3": _idefics3}[architecture]
    made = build(text, words, size, image_px)
    made.generation_config.pad_token_id = words.pad_token_id
    made.generation_config.eos_token_id = words.eos_token_id
    return made


def _qwen2_vl(text: dict[str, Any], words: Any, size: SizeSettings, image_px: int) -> Any:
    from transformers import Qwen2VLConfig, Qwen2VLForConditionalGeneration

    half = size.width // size.heads // 2
    place = half * 3 // 8
    rope = {"rope_type": "default", "rope_theta": 10000.0, "mrope_section": [half - 2 * place, place, place]}
    config = Qwen2VLConfig(
        text_config={**text, "rope_parameters": rope},
        vision_config={
            "depth": size.vision_layers,
            "embed_dim": size.width,
            "hidden_size": size.width,
            "num_heads": size.heads,
            "mlp_ratio": size.feed_forward // size.width,
            "patch_size": size.patch_px,
            "spatial_merge_size": 2,
            "temporal_patch_size": 2,
            "initializer_range": size.init_std,
        },
        image_token_id=words.convert_tokens_to_ids("<|image_pad|>"),
        video_token_id=words.convert_tokens_to_ids("<|video_pad|>"),
        vision_start_token_id=words.convert_tokens_to_ids("<|vision_start|>"),
        vision_end_token_id=words.convert_tokens_to_ids("<|vision_end|>"),
        tie_word_embeddings=True,
    )
    return Qwen2VLForConditionalGeneration(config)


def _llava_onevision(text: dict[str, Any], words: Any, size: SizeSettings, image_px: int) -> Any:
    from transformers import LlavaOnevisionConfig, LlavaOnevisionForConditionalGeneration, Qwen2Config

    config = LlavaOnevisionConfig(
        text_config=Qwen2Config(**text, rope_theta=10000.0),
        vision_config={
            "model_type": "siglip_vision_model",
            "hidden_size": size.width,
            "intermediate_size": size.feed_forward,
            "num_hidden_layers": size.vision_layers,
            "num_attention_heads": size.heads,
            "image_size": image_px,
            "patch_size": size.patch_px,
            "vision_use_head": False,
        },
        image_token_index=words.convert_tokens_to_ids("<image>"),
        video_token_index=words.convert_tokens_to_ids("<video>"),
        image_grid_pinpoints=[[image_px, image_px]],
        vision_feature_select_strategy="full",
        vision_feature_layer=-1,
        tie_word_embeddings=True,
    )
    return LlavaOnevisionForConditionalGeneration(config)


def _idefics3(text: dict[str, Any], words: Any, size: SizeSettings, image_px: int) -> Any:
    from transformers import Idefics3Config, Idefics3ForConditionalGeneration, LlamaConfig

    config = Idefics3Config(
        text_config=LlamaConfig(**text, rope_theta=10000.0),
        vision_config={
            "hidden_size": size.width,
            "intermediate_size": size.feed_forward,
            "num_hidden_layers": size.vision_layers,
            "num_attention_heads": size.heads,
            "image_size": image_px,
            "patch_size": size.patch_px,
            "initializer_range": size.init_std,
        },
        image_token_id=words.convert_tokens_to_ids("<image>"),
        scale_factor=2,
        pad_token_id=words.pad_token_id,
        tie_word_embeddings=True,
    )
    return Idefics3ForConditionalGeneration(config)
