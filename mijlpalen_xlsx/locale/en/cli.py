"""English sentences of the commands: help, questions and answers."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
