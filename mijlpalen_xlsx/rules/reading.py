"""Rules about the workbook itself: its version, sheets, columns, formulas, and what was hidden or lost."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from mijlpalen_xlsx.findings import Remark, Severity
from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.rules.context import Context
from mijlpalen_xlsx.rules.registry import Found, header, noted, rule, told
from mijlpalen_xlsx.schedule import slip_weeks, status
from mijlpalen_xlsx.vocabulary import STATUSES, Status
from mijlpalen_xlsx.words import Words

SUBJECT = Words("Het werkboek", "The workbook")

_TIMELESS = (Status.CANCELLED, Status.DONE, Status.NO_DATE, Status.SLIPPING)
"""What the workbook shows without a reference date."""

NEWER = told(
    "M007",
    "newer-format",
    Severity.WARNING,
    "dit werkboek heeft versie {version} en dit programma kent versie {known}, "
    "dus misschien missen wij iets. "
    "Gebruik een nieuwere versie van het programma.",
)

OLDER = told(
    "M008",
    "older-format",
    Severity.HINT,
    "dit werkboek heeft versie {version} en is helemaal gelezen. "
    "Met `mijlpalen-xlsx refresh` zet u alles over in een nieuw werkboek van versie {known}.",
)

FORMULA_ERROR = told(
    "M009",
    "formula-error",
    Severity.ERROR,
    "hier staat de foutmelding {value} van een formule, daarom slaan wij deze cel over. "
    "Typ de waarde zelf in de cel of herstel de formule.",
)

FORMULA_WITHOUT_VALUE = told(
    "M010",
    "formula-without-value",
    Severity.WARNING,
    "deze formule is nog nooit uitgerekend, daarom zien wij hier niets. "
    "Open het bestand in Excel of LibreOffice en sla het één keer op.",
)

UNKNOWN_COLUMN = told(
    "M011",
    "unknown-column",
    Severity.HINT,
    "de kolom '{value}' kennen wij niet. Wij bewaren wat erin staat, maar doen er verder niets mee.",
    close="de kolom '{value}' kennen wij niet. Bedoelde u '{suggestion}', typ dat dan als kopje.",
)


@rule(
    "M012",
    "column-missing",
    Severity.WARNING,
    "de kolom '{column}' is er niet, daarom lezen wij daar niets van. "
    "Voeg een kolom toe met het kopje '{column}'.",
    heads="op dit blad vinden wij de kopjes van de tabel niet, daarom lezen wij er niets van. "
    "Zet boven de tabel kopjes zoals {columns}.",
    sheet="het blad '{sheet}' is er niet, en wat daarop stond, lezen wij dus niet. "
    "Haal het blad terug uit een eerdere versie van het bestand.",
)
def column_missing(plan: Plan, context: Context) -> Iterator[Found]:
    """An error when nothing can be said of a row without the column, else a warning."""
    for record, remark in context.remarks.get("column-missing", ()):
        if "lost" in remark.values:
            yield _lost(remark)
            continue
        needed = remark.values.get("key") in ("title", "due", "description")
        yield noted(record, remark, severity=Severity.ERROR if needed else None)


def _lost(remark: Remark) -> Found:
    """A whole table that is not there; a sheet that the simple layout lacks too may be out on purpose."""
    what = str(remark.values["lost"])
    sheet = str(remark.values["sheet"]) if what == "heads" else None
    on_purpose = what == "sheet" and bool(remark.values.get("spare"))
    severity = Severity.WARNING if on_purpose else Severity.ERROR
    return Found(None, None, in_sheet=sheet, values=remark.values, severity=severity, variant=what)


LOST = told(
    "M013",
    "lost-by-other-program",
    Severity.HINT,
    "het programma waarmee dit bestand is opgeslagen, "
    "heeft {lists} keuzelijsten en {colours} kleurregels weggelaten. "
    "Met `mijlpalen-xlsx refresh` krijgt u ze terug in een nieuw werkboek.",
)


@rule(
    "M014",
    "hidden-data",
    Severity.HINT,
    "dit blad is verborgen en er staan gegevens in, die wij meelezen. "
    "Maak het blad zichtbaar, of haal de gegevens weg als ze niet bij het plan horen.",
    rows="vanaf hier zijn rijen met gegevens verborgen ({count}), en wij lezen die mee. "
    "Maak ze zichtbaar, of haal ze weg als ze niet bij het plan horen.",
    columns="vanaf hier zijn kolommen met gegevens verborgen ({count}), en wij lezen die mee. "
    "Maak ze zichtbaar, of haal ze weg als ze niet bij het plan horen.",
)
def hidden_data(plan: Plan, context: Context) -> Iterator[Found]:
    """Sheets, rows or columns that do not show, by hand or by a filter."""
    for record, remark in context.remarks.get("hidden-data", ()):
        what = str(remark.values.get("what"))
        yield noted(record, remark, variant=what if what in ("rows", "columns") else "")


STRAY = told(
    "M015",
    "stray-cell",
    Severity.HINT,
    "deze cel hoort bij geen enkele rij van de tabel, en wij doen er niets mee. "
    "Haal weg wat hier staat, of zet het in de tabel.",
)

MERGED = told(
    "M016",
    "merged-entry-cells",
    Severity.HINT,
    "hier zijn cellen van {rows} rijen samengevoegd, en wij lezen ze alsof in elke rij hetzelfde staat. "
    "Splits de cellen en vul elke rij apart in.",
)

RENAMED = told(
    "M017",
    "sheet-renamed",
    Severity.HINT,
    "dit blad heet bij ons '{expected}', en wij lezen het zo. U hoeft niets te doen.",
)


@rule(
    "M018",
    "sheet-copied",
    Severity.WARNING,
    "dit blad is een kopie van '{original}', en wij lezen alleen '{original}'. "
    "Haal de kopie weg, of geef dit blad een andere naam als het toch mee moet tellen.",
    changed="dit blad is een kopie van '{original}' met iets anders in {changed} van de {rows} rijen, en wij "
    "lezen alleen '{original}'. "
    "Neem over wat hier nieuw is en haal de kopie weg, of haal '{original}' weg als de kopie de goede is.",
)
def sheet_copied(plan: Plan, context: Context) -> Iterator[Found]:
    """A sheet with the name of a copy and the rows of the sheet that was copied."""
    for record, remark in context.remarks.get("sheet-copied", ()):
        yield noted(record, remark, variant="changed" if remark.values["changed"] else "")


@rule(
    "M019",
    "computed-typed-over",
    Severity.HINT,
    "'{column}' rekent het werkboek zelf uit, daarom lezen wij niet wat hier getypt is. "
    "Vul '{actual}' of '{expected}' in, en kopieer de formule van een andere rij hierheen.",
)
def computed_typed_over(plan: Plan, context: Context) -> Iterator[Found]:
    """A status or slip that a person typed. Silent when a program left only values, which all came so."""
    typed = context.remarks.get("computed-typed-over", ())
    over = {(id(record), remark.values["key"]) for record, remark in typed}
    alive = _columns_alive(plan, over) if typed else frozenset()
    for record, remark in typed:
        key = str(remark.values["key"])
        if not (isinstance(record, Milestone) and remark.at and (remark.at.sheet, key) in alive):
            continue
        if not _says(remark.value or "", _worked_out(plan, record, key)):
            actual, expected = header(Milestone, "actual"), header(Milestone, "expected")
            yield noted(record, remark, actual=actual, expected=expected)


def _columns_alive(plan: Plan, over: Collection[tuple[int, object]]) -> frozenset[tuple[str, str]]:
    """Sheet and key of the columns in which a formula is left: it shows something where nothing was typed.

    Our own formulas are not handed out by the reader, so that they can only be told by what they show.
    """
    return frozenset(
        (at.sheet, key)
        for milestone in plan.milestones
        for key in ("status", "slip_weeks")
        if (id(milestone), key) not in over and _worked_out(plan, milestone, key) is not None
        if (at := milestone.place())
    )


def _worked_out(plan: Plan, milestone: Milestone, key: str) -> Status | int | None:
    """What the formula of the workbook shows at its own reference date; None when that is nothing."""
    day = plan.reference_date
    if key == "slip_weeks":
        return slip_weeks(milestone, day or date.min)
    found = status(milestone, day or date.min)
    return found if day or found in _TIMELESS else None


def _says(text: str, worked_out: Status | int | None) -> bool:
    return text == str(worked_out) if isinstance(worked_out, int) else STATUSES.read(text) == worked_out
