"""The commands. Each has its own module, loaded when it is called; ``main`` is the way in."""

from __future__ import annotations

import atexit
import gc

# What is loaded at the start stays to the end, and what reading and rules make holds no cycles (a test sees
# to that), so looking for what may go is work for nothing: it took a sixth of the time of a small check. A
# program that goes on does look, every so many new objects.
gc.set_threshold(1_000_000)
atexit.register(gc.freeze)

from mijlpalen_xlsx.cli.main import main  # noqa: E402  # the loading is what this is for

__all__ = ["main"]
