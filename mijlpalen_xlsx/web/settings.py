"""How a server of the page is set: what may be sent, how much at once, and by which names it is known."""

from __future__ import annotations

from dataclasses import field

from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.web.jobs import WorkerLimits

__all__ = ["MIB", "Settings"]

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """``names`` are the hosts by which people reach the page; an address of numbers is always good.

    ``upload`` is the size in bytes of one request with all its files, ``files`` how many it may have.
    ``workers`` checks run at once, ``waiting`` more may wait for ``patience`` seconds; ``seconds`` is what
    one file may take by the clock.
    """

    names: frozenset[str] = frozenset({"localhost"})
    upload: int = 20 * MIB
    files: int = 10
    workers: int = 2
    waiting: int = 32
    patience: float = 40
    seconds: float = 20
    limits: WorkerLimits = field(default_factory=WorkerLimits)

    @property
    def upload_mb(self) -> int:
        """The limit as people say it."""
        return self.upload // MIB
