"""What a report in words is made of: parts with paragraphs and tables, each text with the cells behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.summary import Period
from mijlpalen_xlsx.words import Lang

__all__ = ["Block", "Narrative", "Paragraph", "Part", "Table", "Told"]


@dataclass(frozen=True)
class Told:
    """A text, its lines apart, and the cells of the workbook that it was read or worked out from."""

    text: str
    at: tuple[Address, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """One or more sentences."""

    told: Told


@dataclass(frozen=True)
class Table:
    """A table with a caption; ``widths`` are shares of the page, ``named`` the column that names its row."""

    caption: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Told, ...], ...]
    named: int = 1


@dataclass(frozen=True)
class Part:
    """A heading with what stands under it."""

    title: str
    blocks: tuple[Block, ...]


Block = Paragraph | Table | Part


@dataclass(frozen=True)
class Narrative:
    """The report of one plan. ``facts`` stand under the title: what it is about, and for which day.

    ``plan`` has its statuses worked out on ``day``. ``picture_alt`` says what the picture of it shows.
    """

    title: str
    lang: Lang
    plan: Plan
    day: date
    period: Period | None
    facts: tuple[tuple[str, Told], ...]
    parts: tuple[Part, ...]
    picture_title: str
    picture_alt: str

    def tables(self) -> Iterator[Table]:
        """Every table in the order of the report."""
        for part in self.parts:
            yield from _tables(part)


def _tables(part: Part) -> Iterator[Table]:
    for block in part.blocks:
        if isinstance(block, Part):
            yield from _tables(block)
        elif isinstance(block, Table):
            yield block
