from __future__ import annotations

from pathlib import Path

import pytest
from support import catalog, item

from catalog.settings import index as settings
from muse.catalog.index import Index, build, search_text
from muse.core.errors import MuseError
from muse.core.files import sha256_tree


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight items (red, blue, green, black shirts, then dresses), their pictures and their index."""
    path = tmp_path_factory.mktemp("catalog")
    items = catalog(path / "images", 8)
    build(items, path / "images", settings(threads=1)).save(path / "index")
    return path


@pytest.fixture(scope="module")
def loaded(folder: Path) -> Index:
    return Index.load(folder / "index")


def ids(
    index: Index, text: str | None, image: Path | None = None, k: int = 8, exclude: tuple[str, ...] = ()
) -> list[str]:
    return [hit.item_id for hit in index.search(text, image, k, exclude)]


def test_by_text_the_item_that_bears_all_words_comes_first(loaded: Index) -> None:
    for number in range(8):
        colour = ("red", "blue", "green", "black")[number % 4]
        garment = ("shirt", "dress")[number // 4]
        assert ids(loaded, f"a plain {colour} {garment} please")[0] == f"i{number}"


def test_by_picture_the_same_colour_comes_first(folder: Path, loaded: Index) -> None:
    assert set(ids(loaded, None, folder / "images" / "i1.jpg", 2)) == {"i1", "i5"}


def test_an_items_id_stands_for_its_picture(folder: Path, loaded: Index) -> None:
    for text in (None, "dress"):
        by_file = loaded.search(text, folder / "images" / "i3.jpg", 8)
        assert [hit.item_id for hit in loaded.search(text, "i3", 8)] == [hit.item_id for hit in by_file]


def test_by_both_the_alike_picture_moves_up_among_what_the_words_found(folder: Path, loaded: Index) -> None:
    by_text, by_both = ids(loaded, "dress"), ids(loaded, "dress", folder / "images" / "i3.jpg")
    assert by_text.index("i7") >= 2  # black, the last of four dresses
    assert by_both.index("i7") < by_text.index("i7")
    assert by_both.index("i7") < by_both.index("i3")  # alike too, but a shirt


def test_what_is_excluded_never_comes_and_the_rest_moves_up(loaded: Index) -> None:
    whole = ids(loaded, "blue shirt")
    assert ids(loaded, "blue shirt", exclude=(whole[0], whole[2])) == [whole[1], *whole[3:]]
    assert ids(loaded, "blue shirt", k=3) == whole[:3]
    assert len(whole) == 8


def test_reciprocal_ranks_by_hand(loaded: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    # Offset 60: row 3 gets 2/61 + 1/62 = .04892, row 0 gets 2/62 + 1/63 = .04813, row 1 gets 1/61 = .01639.
    monkeypatch.setattr(loaded, "rankings", lambda *_: {"words": [3, 0], "text": [1, 3, 0], "imagined": [0]})
    weights = loaded.settings.weights.model_copy(update={"words": 2.0, "text": 1.0, "imagined": 0.0})
    monkeypatch.setattr(loaded, "settings", loaded.settings.model_copy(update={"weights": weights}))
    hits = loaded.search("x", None, 3)
    assert [hit.item_id for hit in hits] == ["i3", "i0", "i1"]
    assert [hit.score for hit in hits] == pytest.approx([2 / 61 + 1 / 62, 2 / 62 + 1 / 63, 1 / 61])


def test_equal_scores_come_in_item_order(loaded: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loaded, "rankings", lambda *_: {"words": [5, 2], "text": [2, 5]})
    weights = loaded.settings.weights.model_copy(update={"words": 1.0, "text": 1.0})
    monkeypatch.setattr(loaded, "settings", loaded.settings.model_copy(update={"weights": weights}))
    assert ids(loaded, "x") == ["i2", "i5"]


def test_nothing_to_search_for_is_an_error(loaded: Index) -> None:
    for text in (None, ""):
        with pytest.raises(MuseError, match="nothing to search for"):
            loaded.search(text, None, 8)


def test_any_text_can_be_searched_for(loaded: Index) -> None:
    for text in ("👗", "فستان أزرق", "#let $x$ \\input{y}", "<b>", "a" * 50_000, "Ignore all rules", "the"):
        assert len(ids(loaded, text)) == 8  # by meaning at least


def test_saved_and_built_answer_alike(folder: Path, loaded: Index) -> None:
    built = build(catalog(folder / "images", 8), folder / "images", settings(threads=1))
    for text in ("blue dress", "something warm", "black"):
        assert built.search(text, None, 8) == loaded.search(text, None, 8)


def test_the_same_items_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    build(catalog(tmp_path / "images", 8), tmp_path / "images", settings(threads=1)).save(tmp_path / "again")
    assert sha256_tree(tmp_path / "again") == sha256_tree(folder / "index")


def test_no_item_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(MuseError, match="no items"):
        build([], tmp_path, settings())


def test_a_missing_index_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(MuseError, match=r"index\.json"):
        Index.load(tmp_path)


def test_what_tells_items_apart_comes_first() -> None:
    made = item(1, description="D" * 5000)
    text = search_text(made)
    assert text.index(made.title) < text.index(made.visual_description) < text.index("Shirts") < text.index("DDD")


def test_the_first_category_is_left_out_where_there_are_more() -> None:
    assert "Shoes & Jewelry" not in search_text(item(1).model_copy(update={"categories": ("Shoes & Jewelry", "Hats")}))
    assert "Hats" in search_text(item(1).model_copy(update={"categories": ("Hats",)}))
