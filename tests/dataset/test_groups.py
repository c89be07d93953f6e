import itertools

from hypothesis import given
from hypothesis import strategies as st

from muse.dataset.groups import UnionFind, closest_apart, jaccard, near_duplicates, same, shingles

words = st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=9).map(" ".join)


def test_a_set_is_named_by_its_smallest_member() -> None:
    sets = UnionFind(6)
    sets.union(4, 2)
    sets.union(5, 4)
    sets.union(1, 0)
    assert sets.find(5) == 2
    assert sets.sets() == [[0, 1], [2, 4, 5], [3]]


def test_equal_keys_are_tied_to_the_first_and_none_to_nothing() -> None:
    assert list(same(["a", None, "b", "a", None, "a"])) == [(0, 3), (0, 5)]


def test_shingles_by_hand() -> None:
    assert shingles("The red, red shirt!") == {"the red red", "red red shirt"}
    assert shingles("Red shirt") == {"red shirt"}
    assert shingles(" ... ") == frozenset()


def test_jaccard_by_hand() -> None:
    assert jaccard(frozenset("abc"), frozenset("bcd")) == 0.5
    assert jaccard(frozenset(), frozenset()) == 0


@given(st.lists(words, max_size=12), st.sampled_from([0.1, 0.3, 0.5, 0.7, 1.0]))
def test_prefix_filtering_finds_exactly_the_pairs_that_brute_force_finds(texts: list[str], threshold: float) -> None:
    pairs = itertools.combinations(range(len(texts)), 2)
    brute = {(a, b) for a, b in pairs if jaccard(shingles(texts[a]), shingles(texts[b])) >= threshold}
    assert set(near_duplicates(texts, threshold)) == brute


@given(st.lists(st.tuples(words, st.booleans()), max_size=10))
def test_the_closest_pair_apart_is_what_brute_force_finds(drawn: list[tuple[str, bool]]) -> None:
    texts, places = [text for text, _ in drawn], [place for _, place in drawn]
    apart = [(a, b) for a, b in itertools.combinations(range(len(texts)), 2) if places[a] != places[b]]
    brute = [(jaccard(shingles(texts[a]), shingles(texts[b])), -a, -b) for a, b in apart]
    best = max(brute, default=(0.0, 0, 0))
    wanted = (best[0], -best[1], -best[2]) if best[0] >= 0.1 else None
    assert closest_apart(texts, places, 0.1) == wanted
