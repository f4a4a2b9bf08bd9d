"""Renews every generated part of the documentation; with --check says which parts are no longer true.

A generated part stands between ``<!-- $ command -->`` and ``<!-- end -->``: it is what that command prints,
run from the top of the repository.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"(<!-- \$ (?P<command>[^\n]+?) -->\n)(?P<shown>.*?)(<!-- end -->)", re.DOTALL)
PAGES = ("README.md", "docs/format.md", "docs/rules.md", "docs/commands.md")


def run(command: str) -> str:
    """What a command prints, 80 columns wide, in Dutch unless it says otherwise."""
    plain = {"COLUMNS": "80", "MIJLPALEN_LANG": "nl", "NO_COLOR": "1"}
    here = {**os.environ, **plain, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run(command, shell=True, cwd=TOP, env=here, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise SystemExit(f"{command}: {done.stderr.strip()}")
    return done.stdout


def renewed(match: re.Match[str]) -> str:
    """One generated part with what its command prints today."""
    command, printed = match["command"], run(match["command"])
    markdown = "--format markdown" in command
    shown = printed if markdown else f"```console\n$ {command}\n{printed.rstrip()}\n```\n"
    return f"{match[1]}{shown}{match[4]}"


def main() -> None:
    check = "--check" in sys.argv
    stale = []
    for name in PAGES:
        page = TOP / name
        before = page.read_text("utf-8")
        after = BLOCK.sub(renewed, before)
        if after != before:
            stale.append(name)
            if not check:
                page.write_text(after, "utf-8")
    if check and stale:
        raise SystemExit(f"No longer true: {', '.join(stale)}. Run `make docs`.")


main()
