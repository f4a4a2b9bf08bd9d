"""Makes the pictures of the README from the project itself: pages of a workbook, and a terminal.

Needs LibreOffice and poppler. Run as ``.venv/bin/python scripts/pictures.py``.
"""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
OUT = TOP / "docs" / "pictures"
SAMPLE = "samples/halverwege/plan.xlsx"
COLOURS = {
    "31": "#b3261e",
    "32": "#17763f",
    "33": "#8a5a00",
    "34": "#1f4e86",
    "36": "#0b6e75",
    "90": "#5b6675",
}
STYLE = re.compile(r"\x1b\[([0-9;]*)m")
SHEETS = {"mijlpalenplan": "Mijlpalenplan", "voortgang": "Voortgang", "dashboard": "Dashboard"}


def workbook_pages() -> None:
    """The pages of the sample as LibreOffice prints them."""
    with tempfile.TemporaryDirectory() as folder:
        office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        subprocess.run(
            [*office, "--convert-to", "pdf", "--outdir", folder, str(TOP / SAMPLE)],
            check=True,
            capture_output=True,
        )
        for name, sheet in SHEETS.items():
            page = str(first_page(f"{folder}/plan.pdf", sheet))
            only = ["-f", page, "-l", page, "-singlefile", "-r", "80", "-png"]
            subprocess.run(["pdftoppm", *only, f"{folder}/plan.pdf", str(OUT / name)], check=True)


def first_page(pdf: str, sheet: str) -> int:
    """The page on which a sheet begins, known by its title."""
    text = ["pdftotext", "-layout", pdf, "-"]
    pages = subprocess.run(text, check=True, capture_output=True, text=True).stdout.split("\f")
    title = re.compile(rf"\s*{sheet}\s+·")
    return next(number for number, page in enumerate(pages, 1) if title.match(page))


def runs(line: str) -> list[tuple[str, str]]:
    """A line of a terminal as (style, text) runs."""
    found, style = [], ""
    for i, part in enumerate(STYLE.split(line)):
        if i % 2:
            codes = part.split(";")
            style = (
                ""
                if part in ("", "0")
                else style
                + "".join(
                    f"fill:{COLOURS[c]};" if c in COLOURS else "font-weight:bold;" if c == "1" else ""
                    for c in codes
                )
            )
        elif part:
            found.append((style, part))
    return found


def terminal(command: str, name: str) -> None:
    """What a command prints on a terminal, as a picture."""
    here = {**os.environ, "COLUMNS": "96", "MIJLPALEN_LANG": "nl", "FORCE_COLOR": "1"}
    here["PATH"] = f"{Path(sys.executable).parent}:{here['PATH']}"
    script = ["script", "-qec", f"stty cols 96 rows 60; {command}", "/dev/null"]
    printed = subprocess.run(script, cwd=TOP, env=here, capture_output=True, text=True, check=False).stdout
    lines = [f"\x1b[1m$ {command}", *printed.replace("\r", "").rstrip().split("\n")]
    rows = "".join(
        f'<text x="16" y="{26 + 18 * i}" xml:space="preserve">'
        + "".join(f'<tspan style="{style}">{html.escape(text)}</tspan>' for style, text in runs(line))
        + "</text>"
        for i, line in enumerate(lines)
    )
    height = 26 + 18 * len(lines)
    (OUT / f"{name}.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="800" height="{height}" role="img" '
        f'aria-label="{html.escape(command)}"><rect width="100%" height="100%" rx="8" fill="#fbfcfe" '
        'stroke="#c9d2de"/><g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="13" '
        f'fill="#1f2937">{rows}</g></svg>\n',
        "utf-8",
    )


OUT.mkdir(parents=True, exist_ok=True)
workbook_pages()
terminal(f"mijlpalen-xlsx check {SAMPLE}", "check")
