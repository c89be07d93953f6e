from __future__ import annotations

import base64
import io
import re

import pytest
from PIL import Image

from muse.offline.request import BadRequestError, Request, parse
from muse.offline.sight import Sight
from muse.offline.tasks import describe

ORDINARY = Sight(
    garment="dress",
    colours=("navy", "white"),
    pattern="polka dots",
    details={"sleeves": "long", "length": "knee", "neckline": "V"},
)


def asked(seed: int, *, picture: bool = True, category: str = "Dresses", title: str = "Alder Dress") -> Request:
    data = io.BytesIO()
    Image.new("RGB", (8, 8), "navy").save(data, "PNG")
    url = "data:image/png;base64," + base64.b64encode(data.getvalue()).decode()
    content = [{"type": "text", "text": f"<title>\n{title}\n</title>\n<category>\n{category}\n</category>"}]
    if picture:
        content += [{"type": "text", "text": "Image: item"}, {"type": "image_url", "image_url": {"url": url}}]
    system = {"role": "system", "content": "Task: describe_item\nLook."}
    return parse({"messages": [system, {"role": "user", "content": content}], "seed": seed})


def said(monkeypatch: pytest.MonkeyPatch, sight: Sight, **told: str) -> list[str]:
    """What 60 differently seeded requests are answered when the eye sees `sight`."""
    monkeypatch.setattr(describe, "see", lambda data: sight)
    return [describe.describe_item(asked(seed, **told))["description"] for seed in range(60)]


def test_tells_what_shows_in_many_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = said(monkeypatch, ORDINARY)
    assert len(set(texts)) > 20
    for text in texts:
        assert "navy" in text
        assert "white" in text
        assert "knee-length" in text
        assert re.search(r"dot", text, re.I)
        assert re.search(r"long sleeves", text, re.I)
        assert re.search(r"a V neckline", text, re.I)
        assert text[0].isupper()
        assert text.endswith(".")
        assert not re.search(r"\ba [aeio]|\ban [^aeiou]|  |\{|\}| ,|\.\.", text)


def test_pairs_are_plural(monkeypatch: pytest.MonkeyPatch) -> None:
    sight = Sight("boots", ("black",), "plain", {"heel": "block"})
    assert all(re.search("a pair of .*boots", text, re.I) for text in said(monkeypatch, sight))


def test_leaves_out_what_it_is_not_sure_of(monkeypatch: pytest.MonkeyPatch) -> None:
    sight = Sight("hat", ("grey", "tan"), "plaid", {}, garment_confidence=0.3, pattern_confidence=0.3)
    for text in said(monkeypatch, sight, category="Women's Skirts"):
        assert "plaid" not in text
        assert "plain" not in text
        assert "hat" not in re.findall(r"[a-z]+", text)
        assert "skirt" in text


def test_an_unsure_colour_is_told_in_broader_words(monkeypatch: pytest.MonkeyPatch) -> None:
    for pattern in ("plain", "plaid"):
        texts = said(monkeypatch, Sight("hat", ("navy", "tan"), pattern, {}, colour_confidence=0.5))
        assert not any(re.search("navy|tan", text) for text in texts)
        assert all("dark" in text for text in texts)
        assert all(("plaid" in text) == (pattern == "plaid") for text in texts)


def test_a_plain_thing_has_one_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    sight = Sight("scarf", ("red", "white"), "plain")
    assert not any("white" in text for text in said(monkeypatch, sight))


def test_same_request_same_words() -> None:
    assert describe.describe_item(asked(3)) == describe.describe_item(asked(3))


def test_no_picture_is_a_bad_request() -> None:
    with pytest.raises(BadRequestError, match="no picture"):
        describe.describe_item(asked(1, picture=False))
