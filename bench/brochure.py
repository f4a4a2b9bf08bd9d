"""A workbook as the brochure pictures it, not of our format: ten sheets of milestones with coloured years."""

from __future__ import annotations

from pathlib import Path
from random import Random

from plans import DUTIES, FIRST_YEAR, PARTIES, TITLES, YEARS

__all__ = ["write_brochure"]

SHEETS, ROWS = 10, 60
HEADS = ("DEELPROJECT", "Mijlpaal", *map(str, range(FIRST_YEAR, FIRST_YEAR + YEARS)), "Betrokken partij",
         "Verantwoordelijkheid")  # fmt: skip


def write_brochure(target: Path) -> None:
    """Writes it with XlsxWriter alone."""
    import xlsxwriter

    chance = Random(1)
    with xlsxwriter.Workbook(target) as book:
        head = book.add_format({"bold": True, "bg_color": "#1F4E79", "font_color": "white", "border": 1})
        plain = book.add_format({"border": 1, "text_wrap": True})
        filled = book.add_format({"border": 1, "bg_color": "#F4B183"})
        for number in range(1, SHEETS + 1):
            sheet = book.add_worksheet(f"Deelproject {number}")
            sheet.write(0, 0, f"Mijlpalenplan deelproject {number}", head)
            for at, title in enumerate(HEADS):
                sheet.write(2, at, title, head)
            for row in range(3, 3 + ROWS):
                pattern = chance.choice(TITLES)
                title = pattern.format(count=chance.randint(4, 240), place="Lindedam", theme="robotica")
                last = len(HEADS) - 1
                sheet.write_row(row, 0, (f"Deelproject {number}", title), plain)
                begin = chance.randrange(YEARS)
                for year in range(YEARS):
                    sheet.write_blank(row, 2 + year, None, filled if begin <= year <= begin + 1 else plain)
                sheet.write_row(row, last - 1, (chance.choice(PARTIES), chance.choice(DUTIES)), plain)
