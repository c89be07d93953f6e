from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

import pytest

from catalog.amazon.server import Host, jpeg
from catalog.settings import catalog
from muse.catalog.amazon.fetch import Fetcher
from muse.catalog.settings import FetchSettings
from muse.core.errors import RecordRejected


def settings(cache: Path, **changes: Any) -> FetchSettings:
    quick = {"hosts": ["127.0.0.1"], "backoff_s": 0.01, "max_requests_per_s": 1000, "timeout_s": 5, "cache": str(cache)}
    return catalog(amazon={"fetch": {**quick, **changes}}).amazon.fetch


def fetch(urls: list[str], to: FetchSettings) -> list[Path | RecordRejected]:
    async def run() -> list[Path | RecordRejected]:
        async with Fetcher(to) as fetcher:
            return await fetcher.all(urls)

    return asyncio.run(run())


def reasons(found: list[Path | RecordRejected]) -> list[str | None]:
    return [one.reason if isinstance(one, RecordRejected) else None for one in found]


def test_each_address_is_asked_for_once_in_a_run_and_never_again(host: Host, tmp_path: Path) -> None:
    urls = [f"{host.url}/{name}.jpg" for name in "aba"]
    for _ in range(2):
        found = fetch(urls, settings(tmp_path))
        assert [one.read_bytes() for one in found if isinstance(one, Path)] == [jpeg()] * 3
    assert dict(host.asked) == {"/a.jpg": 1, "/b.jpg": 1}


def test_a_picture_that_is_gone_is_remembered(host: Host, tmp_path: Path) -> None:
    host.statuses["/x.jpg"] = [404]
    for _ in range(2):
        assert reasons(fetch([f"{host.url}/x.jpg"], settings(tmp_path))) == ["image-gone"]
    assert host.asked["/x.jpg"] == 1


def test_a_busy_host_is_asked_again_until_it_answers(host: Host, tmp_path: Path) -> None:
    host.statuses["/x.jpg"] = [503, 429]
    assert reasons(fetch([f"{host.url}/x.jpg"], settings(tmp_path))) == [None]
    assert host.asked["/x.jpg"] == 3


def test_a_host_that_stays_busy_fails_one_picture_and_the_next_run_tries_again(host: Host, tmp_path: Path) -> None:
    host.statuses["/x.jpg"] = [503] * 3
    urls = [f"{host.url}/x.jpg", f"{host.url}/y.jpg"]
    assert reasons(fetch(urls, settings(tmp_path, attempts=3))) == ["image-unreachable", None]
    assert reasons(fetch(urls, settings(tmp_path, attempts=3))) == [None, None]
    assert host.asked["/y.jpg"] == 1


def test_a_refused_connection_is_unreachable(tmp_path: Path) -> None:
    assert reasons(fetch(["http://127.0.0.1:9/x.jpg"], settings(tmp_path, attempts=2))) == ["image-unreachable"]


@pytest.mark.parametrize(
    "url",
    ["http://169.254.169.254/latest", "file:///etc/passwd", "ftp://127.0.0.1/x", "", "http://", "\ud800", "http://[x/"],
)
def test_only_the_named_hosts_are_asked(tmp_path: Path, url: str) -> None:
    assert reasons(fetch([url], settings(tmp_path))) == ["image-host"]


def test_a_redirect_leads_nowhere(host: Host, tmp_path: Path) -> None:
    host.statuses["/x.jpg"] = [302]
    assert reasons(fetch([f"{host.url}/x.jpg"], settings(tmp_path))) == ["image-unreachable"]


def test_a_body_over_the_limit_is_given_up(host: Host, tmp_path: Path) -> None:
    host.bodies["/x.jpg"] = bytes(100_000)
    assert reasons(fetch([f"{host.url}/x.jpg"], settings(tmp_path, max_bytes=50_000))) == ["image-too-large"]
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_few_at_once_and_no_faster_than_the_pace(host: Host, tmp_path: Path) -> None:
    urls = [f"{host.url}/{number}.jpg" for number in range(12)]
    start = time.monotonic()
    fetch(urls, settings(tmp_path, concurrency=3, max_requests_per_s=40))
    assert time.monotonic() - start >= 11 / 40
    assert host.most_at_once <= 3


def test_a_run_that_was_cut_off_goes_on_where_it_stopped(host: Host, tmp_path: Path) -> None:
    urls = [f"{host.url}/{number}.jpg" for number in range(20)]

    async def cut() -> None:
        async with Fetcher(settings(tmp_path, concurrency=1)) as fetcher:
            running = asyncio.create_task(fetcher.all(urls))
            while sum(host.asked.values()) < 5:  # noqa: ASYNC110 - by what has happened, not by the clock
                await asyncio.sleep(0)
            running.cancel()
            await running

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(cut())
    before = sum(1 for path in tmp_path.rglob("*") if path.is_file())
    assert reasons(fetch(urls, settings(tmp_path))) == [None] * 20
    assert before < 20
    assert sum(host.asked.values()) <= 21  # at most the one in flight is asked for twice
