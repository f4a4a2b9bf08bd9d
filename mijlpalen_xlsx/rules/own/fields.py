"""The fields that an own rule may name: the columns of a row by their keys or headers, and a few more."""

from __future__ import annotations

from typing import Any, Literal

from mijlpalen_xlsx.format import Activity, LogEntry, Milestone, Record, columns
from mijlpalen_xlsx.kinds import Choice, Date, Effort, Kind, NumberList
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.rules.context import Context
from mijlpalen_xlsx.schedule import status
from mijlpalen_xlsx.vocabulary import Vocabulary
from mijlpalen_xlsx.words import Words, nearest, normal

__all__ = ["OWN_COLUMN", "RECORDS", "Field", "Sort", "field_named", "near_field"]

Sort = Literal["text", "choice", "date", "number", "numbers", "years", "yes_no", "spread"]
"""What stands in a field, which decides what may be asked of it."""

RECORDS: dict[str, type[Record]] = {
    "milestone": Milestone, "mijlpaal": Milestone,
    "activity": Activity, "activiteit": Activity,
    "log": LogEntry, "logboek": LogEntry,
}  # fmt: skip
"""What a rule may be about, by the word in the file."""

OWN_COLUMN = "extra:"
"""Begins the name of a column that the format does not have: ``"extra:Budget"``."""


@dataclass(frozen=True)
class Field:
    """One field of a row: its key in the record, the word that people see, and what stands in it."""

    key: str
    name: Words
    sort: Sort
    words: Vocabulary | None = None
    """The list of a choice."""

    def place(self, record: Record) -> str:
        """Key of its cell; an own column has its header as it stands in this workbook."""
        if not self.key.startswith(OWN_COLUMN):
            return self.key
        keys = (*record.cells, *record.empty)
        return next((k for k in keys if normal(k) == normal(self.key)), self.key)

    def value(self, record: Record, context: Context) -> Any:
        """What stands in it, None when nothing does or nobody can read it."""
        if self.key.startswith(OWN_COLUMN):
            return record.extra.get(self.place(record).removeprefix(OWN_COLUMN))
        if self.key == "status" and isinstance(record, Milestone):
            return status(record, context.reference_date)
        return getattr(record, self.key)

    def filled(self, record: Record) -> bool:
        """Whether anything stands in it, readable or not."""
        if self.key.startswith(OWN_COLUMN):
            return self.place(record) in record.cells
        return self.sort == "yes_no" or self.key == "status" or record.has(self.key)


def _sort(kind: Kind, *, spread: bool, key: str) -> Sort:
    if key == "years":
        return "years"
    if spread:
        return "spread"
    sorts: tuple[tuple[type[Kind], Sort], ...] = (
        (Choice, "choice"), (Date, "date"), (Effort, "number"), (NumberList, "numbers"),
    )  # fmt: skip
    return next((sort for each, sort in sorts if isinstance(kind, each)), "text")


def _fields(record: type[Record]) -> dict[str, Field]:
    """Every field by its key."""
    found = {
        c.key: Field(
            c.key, c.header, _sort(c.kind, spread=c.spread, key=c.key),
            c.kind.of if isinstance(c.kind, Choice) else None,
        )
        for c in columns(record)
        if not c.computed or c.key == "status"
    }  # fmt: skip
    if record is Milestone:
        found["subproject"] = Field("subproject", Words("Deelproject", "Subproject"), "text")
        found["cancelled"] = Field("cancelled", Words("Vervallen", "Cancelled"), "yes_no")
    return found


def field_named(record: type[Record], name: str) -> Field | None:
    """The field with this key, header or other word for it, in Dutch or English."""
    if name.lower().startswith(OWN_COLUMN) and name[len(OWN_COLUMN) :].strip():
        header = name[len(OWN_COLUMN) :].strip()
        return Field(OWN_COLUMN + header, Words(header, header), "text")
    return _fields(record).get(name) or _by_word(record).get(normal(name))


def near_field(record: type[Record], name: str) -> str | None:
    """The word that was probably meant."""
    return nearest(name, (*_fields(record), *_by_word(record)))


def _by_word(record: type[Record]) -> dict[str, Field]:
    """Every field by the words under which the reader knows its column; a header comes before other words."""
    fields = _fields(record)
    others = {c.key: c.synonyms for c in columns(record)}
    found: dict[str, Field] = {}
    for words in ({key: tuple(field.name) for key, field in fields.items()}, others):
        for key, field in fields.items():
            for word in words.get(key, ()):
                found.setdefault(normal(word), field)
    return found
