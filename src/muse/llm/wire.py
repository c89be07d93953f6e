"""The way to a server, over aiohttp: a call takes about two thirds of the CPU time that the library's own way takes."""

from __future__ import annotations

from collections.abc import AsyncGenerator

import aiohttp
import httpx2

_IDLE_S = 4.0  # uvicorn, which serves vLLM and llama-cpp-python, hangs up after 5


class Wire(httpx2.AsyncBaseTransport):
    """Plug into httpx2.AsyncClient(transport=...). Gives answers whole, no streams; knows no proxies.

    It bounds no connections: the gate before an endpoint does. They end with the event loop that they began in.
    """

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None
        self._life = _session()

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request and wait for the whole answer. Raises httpx2's ReadTimeout or ReadError, without details."""
        if self._session is None:
            self._session = await anext(self._life)
        patience = request.extensions.get("timeout", {})
        try:
            async with self._session.request(
                request.method,
                str(request.url),
                headers=request.headers.multi_items(),
                data=await request.aread(),
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(sock_connect=patience.get("connect"), sock_read=patience.get("read")),
            ) as answer:
                content = await answer.read()
        except TimeoutError:
            raise httpx2.ReadTimeout("", request=request) from None
        except (aiohttp.ClientError, OSError) as error:
            raise httpx2.ReadError(type(error).__name__, request=request) from None
        return httpx2.Response(answer.status, headers=answer.raw_headers, content=content)

    async def aclose(self) -> None:
        """Hang up."""
        await self._life.aclose()


async def _session() -> AsyncGenerator[aiohttp.ClientSession]:
    """Opens connections and keeps them; `asyncio.run` ends generators as this one, so that nobody has to close it."""
    connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=_IDLE_S, ssl=httpx2.create_ssl_context())
    async with aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,  # httpx2 does: it told the server what it reads
    ) as session:
        yield session
