"""The offline model on a port of this machine, for any client of the OpenAI protocol."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from muse.offline.api import Api, Response, error
from muse.offline.faults import Faults

HOST = "127.0.0.1"
_MOST_BYTES = 64 * 2**20


@asynccontextmanager
async def serving(port: int, faults: Faults | None) -> AsyncIterator[int]:
    """Serve on loopback while the block runs; yields the port (a free one where `port` is 0)."""
    api = Api(faults)

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            content = await request.read()
        except web.HTTPRequestEntityTooLarge:
            return await _send(request, error(413, f"more than {_MOST_BYTES} bytes"), faults)
        return await _send(request, api.respond(request.method, request.path, content), faults)

    app = web.Application(client_max_size=_MOST_BYTES)
    app.router.add_route("*", "/{path:.*}", handle)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1.0)
    await runner.setup()
    site = web.TCPSite(runner, HOST, port)
    try:
        await site.start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


async def _send(request: web.Request, response: Response, faults: Faults | None) -> web.StreamResponse:
    if response.fault == "hang":
        await asyncio.Event().wait()  # until the client has had enough: then aiohttp cancels this
    if response.fault == "slow" and faults:
        await asyncio.sleep(faults.slow_s)
    if response.fault == "reset":
        return _reset(request)
    sent = web.StreamResponse(status=response.status, headers=dict(response.headers))
    if len(response.parts) == 1:
        sent.content_length = len(response.content)
    await sent.prepare(request)
    if response.fault == "truncated":
        await sent.write(response.content[: len(response.content) // 2])
        if request.transport:
            request.transport.close()
        return sent
    for part in response.parts:
        await sent.write(part)
    await sent.write_eof()
    return sent


def _reset(request: web.Request) -> web.Response:
    """Close with RST in place of FIN: what a crashed server or a proxy out of memory does."""
    if request.transport:
        wire = request.transport.get_extra_info("socket")
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.transport.abort()
    return web.Response()
