"""The Markdown tables of the tests become the sheets they show."""

from __future__ import annotations

from datetime import datetime

from mijlpalen_xlsx.cells import CellError
from tests.tables import workbook

PAGE = r"""
Some words first.

### Mijlpalenplan!B2
| Nr  | Mijlpaal          | Gereed          |
|-----|-------------------|-----------------|
| 1.1 | af \| en<br>klaar | 1-7-2022 {date} |
|     |                   |                 |
| 1.2 | {fill F5A623}     | #REF!           |

| 40 {number} | x {fill 00FF00} {note kijk} | 12 {number} {formula =B4+1} |

### _mijlpalen {hidden}
| format | {formula =A1} {merge 2x1} |
"""


def test_cells_rows_and_marks() -> None:
    book = workbook(PAGE, saved_by="LibreOffice")
    plan, hidden = book.sheets
    assert {at: cell.value for at, cell in plan.cells.items()} == {
        (2, 2): "Nr", (2, 3): "Mijlpaal", (2, 4): "Gereed",
        (3, 2): "1.1", (3, 3): "af | en\nklaar", (3, 4): datetime(2022, 7, 1),
        (5, 2): "1.2", (5, 3): None, (5, 4): "#REF!",
        (7, 2): 40, (7, 3): "x", (7, 4): 12,
    }  # fmt: skip
    assert isinstance(plan.cells[5, 4].value, CellError)
    assert (plan.cells[5, 3].fill, plan.cells[7, 3].fill) == ("F5A623", "00FF00")
    assert plan.cells[7, 4].formula == "=B4+1"
    assert plan.notes == {(7, 3): "kijk"}
    assert (plan.hidden, hidden.hidden, book.saved_by) == (False, True, "LibreOffice")
    assert hidden.cells[1, 2].value is None
    assert hidden.cells[1, 2].formula == "=A1"
    assert hidden.merges == ((1, 2, 2, 2),)


def test_a_table_without_heading_stands_on_the_plan() -> None:
    (sheet,) = workbook("| Nr | Mijlpaal |\n\n| 1.1 | af |").sheets
    assert sheet.name == "Mijlpalenplan"
    assert [cell.address.cell for cell in sheet.cells.values()] == ["A1", "B1", "A3", "B3"]
