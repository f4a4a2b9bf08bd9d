"""Who may ask what: names of this server, posts from our own page only, headers of each answer."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from flask import Request, Response

from mijlpalen_xlsx.web.settings import Settings

__all__ = ["from_elsewhere", "known_host", "protect"]

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def known_host(request: Request, settings: Settings) -> bool:
    """Whether the server is asked for by a name of its own.

    A page elsewhere can give a name of its own to this address, and would then count as the same site.
    It cannot do so with an address of numbers.
    """
    host = _host_of(f"//{request.headers.get('Host', '')}")
    return host in settings.names or _is_address(host)


def from_elsewhere(request: Request) -> bool:
    """Whether a page of another site makes somebody's browser ask this. Programs that are no browser may."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    if origin is None:
        return False
    return _place_of(origin) != _place_of(f"//{request.headers.get('Host', '')}")


def protect(response: Response) -> Response:
    """The answer with the headers that keep it to itself; what is not a file of ours is never stored."""
    for name, value in _HEADERS.items():
        response.headers[name] = value
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response


def _host_of(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _place_of(url: str) -> str:
    """Host and port, without the scheme: before us may stand a proxy that speaks TLS."""
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return "?"


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
