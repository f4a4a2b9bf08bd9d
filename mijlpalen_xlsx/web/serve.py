"""Runs the page on a real server until it is told to stop."""

from __future__ import annotations

import contextlib
import signal
import socket
from collections.abc import Callable
from types import FrameType

from mijlpalen_xlsx.web.log import LOG, quiet_libraries, say_to_stderr
from mijlpalen_xlsx.web.settings import MIB, Settings

__all__ = ["serve"]

_LIGHT = 8  # threads for what needs no worker, so that the page itself always comes
_CONNECTIONS = 200
_PATIENCE_WITH_SILENCE = 30  # seconds without a byte from a client
_IN_MEMORY = MIB  # of an upload that is still on its way; what is over is in a file without a name


def serve(host: str, port: int, settings: Settings, ready: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM; ``ready`` gets the address. Raises OSError when it is taken."""
    from waitress import create_server

    from mijlpalen_xlsx.web.app import create_app
    from mijlpalen_xlsx.web.pool import Pool
    from mijlpalen_xlsx.web.too_large import patient_channel

    quiet_libraries()
    listening = _listen(host, port)  # before any worker is started: the port may be taken
    pool = Pool(
        settings.workers,
        waiting=settings.waiting,
        patience=settings.patience,
        seconds=settings.seconds,
        limits=settings.limits,
    )
    try:
        server = create_server(
            create_app(settings, pool),
            sockets=[listening],
            threads=settings.workers + settings.waiting + _LIGHT,
            connection_limit=_CONNECTIONS,
            channel_timeout=_PATIENCE_WITH_SILENCE,
            cleanup_interval=10,
            channel_request_lookahead=1,  # lets us see that somebody left
            max_request_body_size=2 * settings.upload + MIB,  # what is over is not kept, see too_large
            inbuf_overflow=_IN_MEMORY,
            outbuf_overflow=64 * MIB,  # answers are made in memory and stay there
            ident="",
        )
        server.channel_class = patient_channel()
        say_to_stderr()
        signal.signal(signal.SIGTERM, _stop)
        ready(f"http://{_shown(host)}:{listening.getsockname()[1]}/")
        with contextlib.suppress(KeyboardInterrupt, SystemExit):
            server.run()
        LOG.info("stopped")
    finally:
        listening.close()
        pool.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
