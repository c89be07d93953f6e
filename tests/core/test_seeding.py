"""Draws depend on seed, stage and record alone."""

from __future__ import annotations

import hashlib

import numpy as np

from muse.core.seeding import generator


def test_seeded_by_the_first_half_of_a_sha256() -> None:
    digest = hashlib.sha256(b"7\x1fprofiles\x1fp1").digest()
    expected = np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "big"))).random(4)
    assert generator(7, "profiles", "p1").random(4).tolist() == expected.tolist()


def test_seed_stage_and_record_each_matter_and_do_not_run_together() -> None:
    places = [(1, "ab", "c"), (1, "a", "bc"), (1, "ab", "d"), (2, "ab", "c"), (11, "b", "c"), (1, "1b", "c")]
    draws = {generator(*place).integers(2**62) for place in places}
    assert len(draws) == len(places)
