"""The way in for a program of its own: ``mijlpalen-xlsx``, and ``python -m mijlpalen_xlsx``."""

from __future__ import annotations

import atexit
import gc


def main() -> int:
    """Run the command that was asked for; gives the exit status.

    What is loaded at the start stays to the end, and what reading and rules make holds no cycles (a test sees
    to that), so looking for what may go is work for nothing: it took a sixth of the time of a small check. A
    program that goes on does look, every so many new objects. Who imports the package keeps Python's pace.
    """
    gc.set_threshold(1_000_000)
    atexit.register(gc.freeze)
    from mijlpalen_xlsx.cli import main as command  # only now: the loading is what this is for

    return command()


if __name__ == "__main__":
    raise SystemExit(main())
