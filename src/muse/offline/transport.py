"""The offline model in process: an httpx2 transport that answers without a port."""

from __future__ import annotations

import asyncio

import httpx2

from muse.offline.api import Api, Response
from muse.offline.faults import Faults


class OfflineTransport(httpx2.AsyncBaseTransport):
    """Plug into httpx2.AsyncClient(transport=...); answers what `muse serve` answers, faults on the wire included."""

    def __init__(self, faults: Faults | None = None) -> None:
        self._api = Api(faults)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answer one request."""
        response = self._api.respond(request.method, request.url.path, await request.aread())
        if response.fault and self._api.faults:
            await _befall(request, response, self._api.faults)
        return httpx2.Response(response.status, headers=dict(response.headers), content=response.content)


async def _befall(request: httpx2.Request, response: Response, faults: Faults) -> None:
    """What a client meets on the wire, as httpx2 tells it. A transport keeps the client's time limit itself."""
    if response.fault in {"slow", "hang"}:
        patience = request.extensions.get("timeout", {}).get("read")
        if response.fault == "slow" and (patience is None or faults.slow_s < patience):
            await asyncio.sleep(faults.slow_s)
            return
        if patience is None:
            await asyncio.Event().wait()
        await asyncio.sleep(patience)
        raise httpx2.ReadTimeout("", request=request)
    if response.fault == "reset":
        raise httpx2.ReadError("connection reset", request=request)
    if response.fault == "truncated":
        raise httpx2.RemoteProtocolError("the body ended before its time", request=request)
