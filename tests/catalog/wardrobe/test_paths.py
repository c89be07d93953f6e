"""Outlines: parsing, mirroring, bounds."""

from hypothesis import given
from hypothesis import strategies as st

from muse.catalog.wardrobe import paths

numbers = st.integers(-400, 800)
points = st.tuples(numbers, numbers)


def test_parse_reads_repeated_points_of_one_command():
    assert paths.parse("M1,2 3,4 Q5,6 7,8 Z") == [
        ("M", [(1, 2)]),
        ("L", [(3, 4)]),
        ("Q", [(5, 6), (7, 8)]),
        ("Z", []),
    ]


def test_whole_mirrors_the_right_half_about_192():
    # a triangle: top (192, 10), right corner (200, 50), foot (192, 50)
    outline = paths.parse(paths.whole("M192,10 L200,50 192,50"))
    assert [segment[1][-1] for segment in outline if segment[1]] == [
        (192, 10),
        (200, 50),
        (192, 50),
        (184, 50),
        (192, 10),
    ]


def test_whole_reverses_the_control_points_of_the_left_half():
    outline = paths.parse(paths.whole("M192,0 C200,1 210,2 220,30 L192,40"))
    # the mirrored curve runs from (164, 30) back to (192, 0), its control points in the opposite order
    assert outline[-2] == ("C", [(174, 2), (184, 1), (192, 0)])


@given(st.lists(points, min_size=2, max_size=6))
def test_flipping_twice_gives_the_outline_back(corners):
    outline = paths.polygon(*corners)
    assert paths.parse(paths.flip(paths.flip(outline))) == paths.parse(outline)


@given(numbers, numbers, st.integers(3, 90), st.integers(3, 90))
def test_bounds_of_an_ellipse(x, y, rx, ry):
    left, top, right, foot = paths.bounds([paths.ellipse(x, y, rx, ry)])
    assert (round(left), round(top), round(right), round(foot)) == (x - rx, y - ry, x + rx, y + ry)


def test_an_annulus_is_wound_the_other_way_inside():
    def area(outline):
        ends = [segment[1][-1] for segment in paths.parse(outline) if segment[1]]
        return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ends, ends[1:] + ends[:1], strict=True))

    outer, hole = paths.annulus(100, 100, 50, 40, 10).split("Z", 1)
    assert area(outer) * area(hole) < 0
