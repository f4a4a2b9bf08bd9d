"""The commands. Each has its own module, loaded when it is called; ``main`` is the way in."""

from __future__ import annotations

from mijlpalen_xlsx.cli.main import main

__all__ = ["main"]
