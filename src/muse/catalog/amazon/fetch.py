"""Pictures from the web: a few at a time, at a set pace, kept in a cache that is never asked for twice."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import httpx2

from muse.catalog.settings import FetchSettings
from muse.core.errors import RecordRejected
from muse.core.files import write_bytes

GONE = {401, 403, 404, 410, 451}
BUSY = {408, 425, 429, 500, 502, 503, 504}
MAX_WAIT_S = 120.0


class Fetcher:
    """Fetches pictures into a cache: use as `async with Fetcher(settings) as fetcher`.

    A picture's file is named by the SHA-256 of its address. What the server says is not there leaves an empty mark,
    so that a second run asks for neither. A run that was cut off goes on where it stopped.
    """

    def __init__(self, settings: FetchSettings) -> None:
        self.settings = settings
        self._places = asyncio.Semaphore(settings.concurrency)
        self._pace = asyncio.Lock()
        self._next = 0.0
        self._http = httpx2.AsyncClient(
            timeout=settings.timeout_s, headers={"user-agent": settings.user_agent}, follow_redirects=False
        )

    async def __aenter__(self) -> Fetcher:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.aclose()

    async def all(self, urls: Sequence[str]) -> list[Path | RecordRejected]:
        """The cached file of each address, or why there is none, in the order given."""

        async def one(url: str) -> Path | RecordRejected:
            try:
                return await self.one(url)
            except RecordRejected as verdict:
                return verdict

        # One request for each address, also where two records share it.
        found = {url: asyncio.ensure_future(one(url)) for url in dict.fromkeys(urls)}
        return [await found[url] for url in urls]

    async def one(self, url: str) -> Path:
        """The cached file of an address.

        RecordRejected `image-host`, `image-gone`, `image-unreachable` or `image-too-large`.
        """
        name = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()
        path = Path(self.settings.cache) / name[:2] / name
        if path.exists():
            return path
        gone = path.with_suffix(".gone")
        if gone.exists():
            raise RecordRejected("image-gone", f"{url}: said to be gone in an earlier run")
        self._check(url)
        async with self._places:
            write_bytes(path, await self._get(url, gone))
        return path

    def _check(self, url: str) -> None:
        try:
            parts = httpx2.URL(url)
        except (httpx2.InvalidURL, ValueError, TypeError):
            raise RecordRejected("image-host", f"{url[:200]!r} is no address") from None
        if parts.scheme not in {"https", "http"} or parts.host not in self.settings.hosts:
            raise RecordRejected("image-host", f"{url[:200]}: not one of {', '.join(self.settings.hosts)}")

    async def _get(self, url: str, gone: Path) -> bytes:
        problem = ""
        for attempt in range(self.settings.attempts):
            wait_s = min(2.0**attempt * self.settings.backoff_s, MAX_WAIT_S)
            await self._wait_turn()
            try:
                async with self._http.stream("GET", url) as response:
                    if response.status_code == 200:
                        return await self._body(url, response)
                    if response.status_code in GONE:
                        write_bytes(gone, b"")
                        raise RecordRejected("image-gone", f"{url}: status {response.status_code}")
                    problem = f"status {response.status_code}"
                    if response.status_code not in BUSY:
                        break
                    asked = response.headers.get("retry-after", "")
                    wait_s = min(float(asked), MAX_WAIT_S) if asked.isdigit() else wait_s
            except httpx2.TransportError as error:
                problem = repr(error)
            if attempt + 1 < self.settings.attempts:
                await asyncio.sleep(wait_s)
        raise RecordRejected("image-unreachable", f"{url}: {problem}")

    async def _body(self, url: str, response: httpx2.Response) -> bytes:
        body = bytearray()
        async for part in response.aiter_bytes():
            body += part
            if len(body) > self.settings.max_bytes:
                raise RecordRejected("image-too-large", f"{url}: more than {self.settings.max_bytes} bytes")
        return bytes(body)

    async def _wait_turn(self) -> None:
        """Requests start no closer together than the pace allows."""
        async with self._pace:
            now = asyncio.get_running_loop().time()
            start = max(now, self._next)
            self._next = start + 1.0 / self.settings.max_requests_per_s
        await asyncio.sleep(start - now)
