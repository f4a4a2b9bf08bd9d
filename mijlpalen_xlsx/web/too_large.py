"""Uploads far over the limit: let go of while they come in, so that people still get our own answer."""

from __future__ import annotations

from typing import Any

__all__ = ["patient_channel"]

_MOST = 3
"""So many times what is taken in is let go of; a browser reads no answer while it still sends."""


def patient_channel() -> Any:
    """The class for connections of waitress that hands on a request without its body when that is too large.

    Waitress itself answers such a request with a line of English; the application has a page for it, and
    knows from ``Content-Length`` that there is too much.
    """
    from waitress.channel import HTTPChannel
    from waitress.parser import HTTPRequestParser
    from waitress.utilities import RequestEntityTooLarge

    class PatientParser(HTTPRequestParser):  # type: ignore[misc]  # waitress has no annotations
        expect_continue: bool
        letting_go = 0
        """Bytes that still come and are not kept."""

        def received(self, data: bytes) -> int:
            if self.letting_go:
                taken = min(len(data), self.letting_go)
                self.letting_go -= taken
                self.completed = not self.letting_go
                return taken
            taken = int(super().received(data))
            if isinstance(self.error, RequestEntityTooLarge):
                self._let_go()
            return taken

        def _let_go(self) -> None:
            """Answer at once who asks before sending, or who does not say how much there is."""
            self.error = None
            self.headers["CONNECTION"] = "close"
            if self.chunked:
                self.headers["CONTENT_LENGTH"] = str(self.body_bytes_received)
            elif not self.expect_continue:
                self.letting_go = min(self.content_length, _MOST * self.adj.max_request_body_size)
                self.completed = False
            self.expect_continue = False

    class PatientChannel(HTTPChannel):  # type: ignore[misc]
        parser_class = PatientParser

    return PatientChannel
