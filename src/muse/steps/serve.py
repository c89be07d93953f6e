"""Serve the offline model on a port of this machine, for any client of the OpenAI protocol."""

from __future__ import annotations

import asyncio

import click

from muse.core.errors import MuseError
from muse.offline.faults import KINDS, Faults


class Rate(click.ParamType[tuple[str, float]]):
    """`KIND=SHARE`, as in 429=0.05."""

    name = "kind=share"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, float]:
        """The kind and its share."""
        kind, _, share = value.partition("=")
        try:
            return kind, float(share)
        except ValueError:
            self.fail(f"{value!r} is not KIND=SHARE, as 429=0.05", param, ctx)


@click.command(epilog="Kinds of faults: " + "; ".join(f"{kind}: {what}" for kind, what in KINDS.items()) + ".")
@click.option("--port", required=True, type=int, help="Port on 127.0.0.1; 0 takes a free one.")
@click.option("--fault", "rates", multiple=True, type=Rate(), help="Make a share of the requests fail. Repeatable.")
@click.option("--seed", default=1, show_default=True, help="Which requests fail.")
@click.option("--slow-s", default=5.0, show_default=True, help="How late a slow answer is, seconds.")
@click.option("--retry-after-s", default=2.0, show_default=True, help="What a Retry-After header asks for, seconds.")
def main(port: int, rates: tuple[tuple[str, float], ...], seed: int, slow_s: float, retry_after_s: float) -> None:
    """Serve the offline model on a port of this machine, for any client of the OpenAI protocol."""
    asyncio.run(_serve(port, Faults(dict(rates), seed, slow_s, retry_after_s) if rates else None))


async def _serve(port: int, faults: Faults | None) -> None:
    from muse.offline.serve import HOST, serving

    try:
        async with serving(port, faults) as opened:
            click.echo(f"http://{HOST}:{opened}/v1")
            await asyncio.Event().wait()
    except OSError as error:
        raise MuseError(
            f"cannot listen: {error.strerror}", where=f"{HOST}:{port}", remedy="take another port"
        ) from None
