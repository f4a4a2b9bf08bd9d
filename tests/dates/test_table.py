"""The phrases a date cell is known to hold, one line each, and how they are read."""

from __future__ import annotations

from datetime import date

import pytest

from mijlpalen_xlsx.dates import Note, Parsed, Precision, When, parse

PERIOD = (date(2020, 1, 1), date(2024, 12, 31))

# text | first | last | precision | note | first and last of the second reading; "-" is None
READ = """
1 september 2021             | 2021-09-01 | 2021-09-01 | day
1-9-2021                     | 2021-09-01 | 2021-09-01 | day
01-09-2021                   | 2021-09-01 | 2021-09-01 | day
1.9.2021                     | 2021-09-01 | 2021-09-01 | day
1/9/2021                     | 2021-09-01 | 2021-09-01 | day        | ambiguous     | 2021-01-09 | 2021-01-09
03/04/2025                   | 2025-04-03 | 2025-04-03 | day        | ambiguous     | 2025-03-04 | 2025-03-04
03-04-2025                   | 2025-04-03 | 2025-04-03 | day
25/12/2021                   | 2021-12-25 | 2021-12-25 | day
5/5/2021                     | 2021-05-05 | 2021-05-05 | day
2021-09-01                   | 2021-09-01 | 2021-09-01 | day
20210901                     | 2021-09-01 | 2021-09-01 | day
1 sept. '21                  | 2021-09-01 | 2021-09-01 | day
sept. 2021                   | 2021-09-01 | 2021-09-30 | month
sep 2021                     | 2021-09-01 | 2021-09-30 | month
september 2021               | 2021-09-01 | 2021-09-30 | month
09-2021                      | 2021-09-01 | 2021-09-30 | month
9/2021                       | 2021-09-01 | 2021-09-30 | month
2021-09                      | 2021-09-01 | 2021-09-30 | month
mar 2022                     | 2022-03-01 | 2022-03-31 | month
may 2022                     | 2022-05-01 | 2022-05-31 | month
oct 2022                     | 2022-10-01 | 2022-10-31 | month
december 2026                | 2026-12-01 | 2026-12-31 | month
feb 2024                     | 2024-02-01 | 2024-02-29 | month
begin sept 2021              | 2021-09-01 | 2021-09-10 | period
medio sept 2021              | 2021-09-11 | 2021-09-20 | period
midden sept 2021             | 2021-09-11 | 2021-09-20 | period
half sept 2021               | 2021-09-11 | 2021-09-20 | period
eind sept 2021               | 2021-09-21 | 2021-09-30 | period
ultimo sept 2021             | 2021-09-21 | 2021-09-30 | period
begin 2022                   | 2022-01-01 | 2022-03-31 | quarter
primo 2022                   | 2022-01-01 | 2022-03-31 | quarter
medio 2022                   | 2022-05-01 | 2022-08-31 | period
midden 2022                  | 2022-05-01 | 2022-08-31 | period
halverwege 2022              | 2022-05-01 | 2022-08-31 | period
eind 2023                    | 2023-10-01 | 2023-12-31 | quarter
voor eind 2023               | -          | 2023-12-31 | open
vóór het einde van 2023      | -          | 2023-12-31 | open
voor 2023                    | -          | 2022-12-31 | open       | ambiguous     | -          | 2023-12-31
ultimo 2025                  | 2025-12-31 | 2025-12-31 | day
per ultimo 2025              | 2025-12-31 | 2025-12-31 | day
2022                         | 2022-01-01 | 2022-12-31 | year
2021-2023                    | 2021-01-01 | 2023-12-31 | period
2021 t/m 2023                | 2021-01-01 | 2023-12-31 | period
2021 tot en met 2023         | 2021-01-01 | 2023-12-31 | period
2021-2022                    | 2021-01-01 | 2022-12-31 | period     | ambiguous     | 2021-08-01 | 2022-07-31
2021/2022                    | 2021-08-01 | 2022-07-31 | schoolyear
2021/22                      | 2021-08-01 | 2022-07-31 | schoolyear
schooljaar 2021-2022         | 2021-08-01 | 2022-07-31 | schoolyear
schooljaar 2021/2022         | 2021-08-01 | 2022-07-31 | schoolyear
sj 21-22                     | 2021-08-01 | 2022-07-31 | schoolyear
schooljaar '21-'22           | 2021-08-01 | 2022-07-31 | schoolyear
cursusjaar 2021-2022         | 2021-08-01 | 2022-07-31 | schoolyear
start schooljaar 2022-2023   | 2022-08-01 | 2022-09-30 | period
begin schooljaar 2022-2023   | 2022-08-01 | 2022-09-30 | period
eind schooljaar 2022-2023    | 2023-06-01 | 2023-07-31 | period
einde schooljaar 2022-2023   | 2023-06-01 | 2023-07-31 | period
Q3 2022                      | 2022-07-01 | 2022-09-30 | quarter
3e kwartaal 2022             | 2022-07-01 | 2022-09-30 | quarter
derde kwartaal 2022          | 2022-07-01 | 2022-09-30 | quarter
kw 3 2022                    | 2022-07-01 | 2022-09-30 | quarter
K3-2022                      | 2022-07-01 | 2022-09-30 | quarter
2022 Q3                      | 2022-07-01 | 2022-09-30 | quarter
Q3 '22                       | 2022-07-01 | 2022-09-30 | quarter
1e helft 2024                | 2024-01-01 | 2024-06-30 | half
eerste helft van 2024        | 2024-01-01 | 2024-06-30 | half
H1 2024                      | 2024-01-01 | 2024-06-30 | half
voorjaar 2023                | 2023-03-01 | 2023-05-31 | season
lente 2023                   | 2023-03-01 | 2023-05-31 | season
In het voorjaar van 2024     | 2024-03-01 | 2024-05-31 | season
zomer 2023                   | 2023-06-01 | 2023-08-31 | season
najaar 2023                  | 2023-09-01 | 2023-11-30 | season
herfst 2023                  | 2023-09-01 | 2023-11-30 | season
winter 2022-2023             | 2022-12-01 | 2023-02-28 | season
winter 2023-2024             | 2023-12-01 | 2024-02-29 | season
winter 2022                  | 2022-12-01 | 2023-02-28 | season     | ambiguous     | 2021-12-01 | 2022-02-28
voor de zomer 2022           | -          | 2022-07-08 | open       | approximate
voor de zomervakantie 2022   | -          | 2022-07-08 | open       | approximate
na de zomer 2023             | 2023-09-01 | -          | open
na de zomervakantie 2023     | 2023-09-01 | -          | open       | approximate
na de kerstvakantie          | -          | -          | none       | holiday
na de meivakantie 2023       | -          | -          | none       | holiday
na de herfstvakantie         | -          | -          | none       | holiday
wk 36 2021                   | 2021-09-06 | 2021-09-12 | week
week 53 2020                 | 2020-12-28 | 2021-01-03 | week
week 36 t/m 40 2021          | 2021-09-06 | 2021-10-10 | period
per 1 augustus 2022          | 2022-08-01 | -          | open
vanaf 1 augustus 2022        | 2022-08-01 | -          | open
m.i.v. 1 augustus 2022       | 2022-08-01 | -          | open
met ingang van 1 aug. 2022   | 2022-08-01 | -          | open
start 1 augustus 2022        | 2022-08-01 | -          | open
uiterlijk 1 oktober 2023     | -          | 2023-10-01 | open
t/m 1 oktober 2023           | -          | 2023-10-01 | open
tot en met 1 oktober 2023    | -          | 2023-10-01 | open
vóór 1 november 2021         | -          | 2021-10-31 | open       | exclusive
voor 1-11-2021               | -          | 2021-10-31 | open       | exclusive
tot 1 augustus 2024          | -          | 2024-07-31 | open       | exclusive
tot 31 juli 2024             | -          | 2024-07-31 | open       | tot-inclusive
sept 2021 - juni 2022        | 2021-09-01 | 2022-06-30 | period
sept t/m dec 2021            | 2021-09-01 | 2021-12-31 | period
sept - juni 2022             | 2021-09-01 | 2022-06-30 | period
van 1-9-2021 tot 1-7-2022    | 2021-09-01 | 2022-06-30 | period     | exclusive
van 1-9-2021 tot 31-7-2022   | 2021-09-01 | 2022-07-31 | period     | tot-inclusive
van sept 2021 tot juni 2022  | 2021-09-01 | 2022-06-30 | period     | ambiguous     | 2021-09-01 | 2022-05-31
ca. sept 2021                | 2021-09-01 | 2021-09-30 | month      | approximate
± 2022                       | 2022-01-01 | 2022-12-31 | year       | approximate
rond 1 mei 2022              | 2022-05-01 | 2022-05-01 | day        | approximate
omstreeks mei 2022           | 2022-05-01 | 2022-05-31 | month      | approximate
circa Q3 2022                | 2022-07-01 | 2022-09-30 | quarter    | approximate
z.s.m.                       | -          | -          | none       | vague
zo snel mogelijk             | -          | -          | none       | vague
asap                         | -          | -          | none       | vague
doorlopend                   | 2020-01-01 | 2024-12-31 | period     | ongoing
continu                      | 2020-01-01 | 2024-12-31 | period     | ongoing
lopend                       | 2020-01-01 | 2024-12-31 | period     | ongoing
structureel                  | 2020-01-01 | 2024-12-31 | period     | ongoing
permanent                    | 2020-01-01 | 2024-12-31 | period     | ongoing
gehele looptijd              | 2020-01-01 | 2024-12-31 | period     | ongoing
hele periode                 | 2020-01-01 | 2024-12-31 | period     | ongoing
jaarlijks                    | 2020-01-01 | 2024-12-31 | period     | recurring
elk schooljaar               | 2020-01-01 | 2024-12-31 | period     | recurring
2x per jaar                  | 2020-01-01 | 2024-12-31 | period     | recurring
per kwartaal                 | 2020-01-01 | 2024-12-31 | period     | recurring
maandelijks                  | 2020-01-01 | 2024-12-31 | period     | recurring
n.t.b.                       | -          | -          | none       | vague
ntb                          | -          | -          | none       | vague
nog te bepalen               | -          | -          | none       | vague
nader te bepalen             | -          | -          | none       | vague
nog onbekend                 | -          | -          | none       | vague
volgt                        | -          | -          | none       | vague
p.m.                         | -          | -          | none       | vague
pm                           | -          | -          | none       | vague
tbd                          | -          | -          | none       | vague
?                            | -          | -          | none       | vague
n.v.t.                       | -          | -          | none       | not-applicable
nvt                          | -          | -          | none       | not-applicable
-                            | -          | -          | none       | not-applicable
–                            | -          | -          | none       | not-applicable
geen                         | -          | -          | none       | not-applicable
vervallen                    | -          | -          | none       | cancelled
geschrapt                    | -          | -          | none       | cancelled
gaat niet door               | -          | -          | none       | cancelled
cancelled                    | -          | -          | none       | cancelled
sep-21                       | 2021-09-01 | 2021-09-30 | month
SEPT 2021.                   | 2021-09-01 | 2021-09-30 | month
1-3-2023 (onder voorbehoud)  | 2023-03-01 | 2023-03-01 | day        | approximate
ma 3 april 2023              | 2023-04-03 | 2023-04-03 | day
d.d. 3 april 2023            | 2023-04-03 | 2023-04-03 | day
1-9 t.e.m. 15-9-2021         | 2021-09-01 | 2021-09-15 | period
1-9-2021 tm 15-9-2021        | 2021-09-01 | 2021-09-15 | period
sept 2021 – juni 2022        | 2021-09-01 | 2022-06-30 | period
"""

REFUSED = {
    Note.IMPOSSIBLE: [
        "9/13/2021", "29-02-2023", "31 juni 2022", "30 februari 2022", "0-9-2022", "1-13-2022", "Q5 2022",
        "week 53 2021", "week 0 2022", "20211301", "1-6-2022 t/m 1-3-2022", "2023-2021",
    ],
    Note.OUT_OF_RANGE: ["1905", "2202", "1-1-1905", "31 december 2202", "voor 1990", "winter 2099"],
    Note.NO_YEAR: ["Q3", "week 36", "1 september", "september", "1-9", "eerste halfjaar", "voorjaar"],
    Note.STATUS_WORD: ["gereed", "klaar", "afgerond", "loopt", "uitgesteld", "Gereed!"],
    Note.DURATION: [
        "3 maanden", "6 wkn", "1 jaar", "1,5 jaar", "half jaar", "een half jaar", "2 schooljaren", "40 uur",
        "5 dagdelen", "3 mnd", "½ jaar", "3 à 4 maanden", "40 uur per week", "6 weeks",
    ],
    Note.UNKNOWN: [
        "doorlopende leerlijn", "Structureel overleg opgezet", "x", "✓", "●", "1", "1.2", "na 1.2", "#VERW!",
        "=B4", "Techlab geopend", "1-2-3-2022", "44440", "mei" * 67,
    ],
}  # fmt: skip


def _cells(line: str) -> list[str | None]:
    found: list[str | None] = [
        None if cell.strip() in ("-", "") else cell.strip() for cell in line.split(" | ")
    ]
    return [line.split(" | ")[0].strip(), *found[1:], *[None] * (7 - len(found))]


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("line", READ.strip().splitlines())
def test_is_read_as(line: str) -> None:
    text, first, last, precision, note, other_first, other_last = _cells(line)
    assert text
    assert precision
    parsed = parse(text, period=PERIOD)
    assert parsed.when == When(_date(first), _date(last), Precision(precision), text)
    assert parsed.note == (Note(note) if note else None)
    other = parsed.other and (parsed.other.first, parsed.other.last)
    assert other == ((_date(other_first), _date(other_last)) if other_last else None)


@pytest.mark.parametrize(
    ("note", "text"), [(note, text) for note, texts in REFUSED.items() for text in texts]
)
def test_is_refused(note: Note, text: str) -> None:
    assert parse(text, period=PERIOD) == Parsed(None, note)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Q3", "2022-07-01", "2022-09-30"),
        ("week 36", "2022-09-05", "2022-09-11"),
        ("w36", "2022-09-05", "2022-09-11"),
        ("week 36 t/m 40", "2022-09-05", "2022-10-09"),
        ("1 september", "2022-09-01", "2022-09-01"),
        ("1-9", "2022-09-01", "2022-09-01"),
        ("sept", "2022-09-01", "2022-09-30"),
        ("sept - okt", "2022-09-01", "2022-10-31"),
        ("eerste halfjaar", "2022-01-01", "2022-06-30"),
        ("najaar", "2022-09-01", "2022-11-30"),
        ("eind schooljaar", "2022-06-01", "2022-07-31"),
        ("eind", "2022-10-01", "2022-12-31"),
    ],
)
def test_year_of_the_column(text: str, first: str, last: str) -> None:
    when = parse(text, year=2022).when
    assert when
    assert (when.first, when.last) == (_date(first), _date(last))


def test_a_year_in_the_text_outweighs_the_column() -> None:
    assert parse("Q3 2023", year=2022)[:2] == parse("Q3 2023")[:2]


def test_month_and_number_may_be_a_day_of_the_columns_year() -> None:
    parsed = parse("sep-21", year=2022)
    assert parsed.when == When(date(2021, 9, 1), date(2021, 9, 30), Precision.MONTH, "sep-21")
    assert parsed.note is Note.AMBIGUOUS
    assert parsed.other == When(date(2022, 9, 21), date(2022, 9, 21), Precision.DAY, "sep-21")


@pytest.mark.parametrize(("text", "note"), [("doorlopend", Note.ONGOING), ("2x per jaar", Note.RECURRING)])
def test_without_a_period_ongoing_stays_open(text: str, note: Note) -> None:
    assert parse(text) == Parsed(When(None, None, Precision.OPEN, text), note)


def test_two_dates_on_two_lines() -> None:
    text = "1-6-2022\n1-3-2022"
    assert parse(text) == Parsed(
        When(date(2022, 3, 1), date(2022, 6, 1), Precision.PERIOD, text), Note.TWO_DATES
    )


@pytest.mark.parametrize(
    "text", ["1 september\n2021", "1-9-2021\nonder voorbehoud", "1-9-2021\r\n(in overleg)"]
)
def test_one_date_on_two_lines(text: str) -> None:
    when = parse(text).when
    assert when == When(date(2021, 9, 1), date(2021, 9, 1), Precision.DAY, text)


def test_a_second_date_between_brackets_is_a_doubt() -> None:
    parsed = parse("1-3-2023 (1-9-2023)")
    assert parsed.note is Note.AMBIGUOUS
    assert parsed.when
    assert parsed.other
    assert (parsed.when.as_due, parsed.other.as_due) == (date(2023, 3, 1), date(2023, 9, 1))


@pytest.mark.parametrize("text", ["", "  ", "\n", "\u200b\u00a0"])
def test_an_empty_cell_says_nothing(text: str) -> None:
    assert parse(text) == Parsed(None, None, None)
