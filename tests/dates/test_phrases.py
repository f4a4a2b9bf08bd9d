"""Notations from plans and reports, Dutch and English, and the typing noise around them."""

from __future__ import annotations

from datetime import date

import pytest

from mijlpalen_xlsx.dates import Note, parse

# What stands in the start and due cells of the worked examples: text -> the day that counts.
STARTS = """
feb. 2020 2020-02-01, sept. 2020 2020-09-01, begin schooljaar 2021-2022 2021-08-01, voorjaar 2022 2022-03-01,
sept. 2022 2022-09-01, Q2 2023 2023-04-01, najaar 2020 2020-09-01, sept 2021 2021-09-01,
schooljaar 2022/2023 2022-08-01, begin 2023 2023-01-01, 3e kwartaal 2022 2022-07-01, Q1 2024 2024-01-01,
jan 2020 2020-01-01, voorjaar 2021 2021-03-01, schooljaar 2021-2022 2021-08-01, 1-8-2022 2022-08-01,
sj 23-24 2023-08-01, 2e helft 2020 2020-07-01, nov 2020 2020-11-01, week 30 2021 2021-07-26,
schooljaar 2022-2023 2022-08-01, na de zomer 2023 2023-09-01, doorlopend 2020-01-01
"""
DUES = """
31-12-2020 2020-12-31, 1 juni 2021 2021-06-01, eind schooljaar 2021-2022 2022-07-31,
voor de zomervakantie 2022 2022-07-08, juli 2023 2023-07-31, 1 nov. 2023 2023-11-01, 1-3-2021 2021-03-01,
dec. 2021 2021-12-31, medio 2023 2023-08-31, eind 2023 2023-12-31, 2e kwartaal 2024 2024-06-30,
1 juli 2020 2020-07-01, eind januari 2021 2021-01-31, vóór 1 oktober 2021 2021-09-30, 31 juli 2022 2022-07-31,
per 1-3-2022 2022-03-01, 1-8-2023 2023-08-01, eind schooljaar 2023-2024 2024-07-31, 1 nov 2020 2020-11-01,
1e kwartaal 2021 2021-03-31, 1 september 2021 2021-09-01, week 36 2021 2021-09-12, 31-07-2023 2023-07-31,
1 feb. 2024 2024-02-01, doorlopend 2024-12-31
"""

# More of what people in schools type: text | first..last
MORE = """
voorjaar '23                              | 2023-03-01..2023-05-31
vj 2023                                   | 2023-03-01..2023-05-31
eind mei '22                              | 2022-05-21..2022-05-31
1ste kwartaal 2022                        | 2022-01-01..2022-03-31
2de kwartaal '22                          | 2022-04-01..2022-06-30
vierde kwartaal van 2023                  | 2023-10-01..2023-12-31
Kwartaal 2 - 2023                         | 2023-04-01..2023-06-30
2023-Q2                                   | 2023-04-01..2023-06-30
Q1-Q3 2023                                | 2023-01-01..2023-09-30
Q4 2022 t/m Q2 2023                       | 2022-10-01..2023-06-30
1e en 2e kwartaal 2023                    | 2023-01-01..2023-06-30
begin Q3 2022                             | 2022-07-01..2022-07-31
wk 12 '23                                 | 2023-03-20..2023-03-26
week 5 van 2023                           | 2023-01-30..2023-02-05
wk. 36 - wk. 40 2022                      | 2022-09-05..2022-10-09
week 36-40 2021                           | 2021-09-06..2021-10-10
2022-W36                                  | 2022-09-05..2022-09-11
week 45/46 2022                           | 2022-11-07..2022-11-20
vanaf week 36 2022                        | 2022-09-05..
aanvang schooljaar 22/23                  | 2022-08-01..2022-09-30
SJ2022-2023                               | 2022-08-01..2023-07-31
schooljaar 22-23 en 23-24                 | 2022-08-01..2024-07-31
schooljaar 2021-2024                      | 2021-08-01..2024-07-31
halverwege schooljaar 2022-2023           | 2023-01-01..2023-02-28
tweede helft schooljaar 2022-2023         | 2023-02-01..2023-07-31
m.i.v. schooljaar 2022/2023               | 2022-08-01..
voor aanvang van schooljaar 2022-2023     | ..2022-07-31
uiterlijk eind schooljaar 2021-2022       | ..2022-07-31
studiejaar 2025-2026                      | 2025-09-01..2026-08-31
in de loop van 2023                       | 2023-01-01..2023-12-31
gedurende schooljaar 2021-2022            | 2021-08-01..2022-07-31
eind kalenderjaar 2022                    | 2022-10-01..2022-12-31
per eind 2025                             | 2025-10-01..2025-12-31
Juni 2022!                                | 2022-06-01..2022-06-30
juni'22                                   | 2022-06-01..2022-06-30
15-jun-22                                 | 2022-06-15..2022-06-15
15jun2022                                 | 2022-06-15..2022-06-15
15/6-2022                                 | 2022-06-15..2022-06-15
31 12 2021                                | 2021-12-31..2021-12-31
31122021                                  | 2021-12-31..2021-12-31
di. 14-3-2023 om 13:30 uur                | 2023-03-14..2023-03-14
2021-09-01 00:00:00                       | 2021-09-01..2021-09-01
2021-09-01T00:00:00Z                      | 2021-09-01..2021-09-01
1e september 2021                         | 2021-09-01..2021-09-01
laatste week van juni 2023                | 2023-06-24..2023-06-30
eerste week september 2022                | 2022-09-01..2022-09-07
2e helft van september 2022               | 2022-09-16..2022-09-30
begin 2022 - eind 2023                    | 2022-01-01..2023-12-31
van 1 januari 2022 tot en met 31 dec 2022 | 2022-01-01..2022-12-31
1/1/22 - 31/12/22                         | 2022-01-01..2022-12-31
9-2021 - 7-2022                           | 2021-09-01..2022-07-31
nov - feb 2023                            | 2022-11-01..2023-02-28
12 t/m 16 april 2023                      | 2023-04-12..2023-04-16
15 & 16 maart 2023                        | 2023-03-15..2023-03-16
mei/juni 2023                             | 2023-05-01..2023-06-30
maart of april 2023                       | 2023-03-01..2023-04-30
begin/medio juni 2022                     | 2022-06-01..2022-06-20
tussen 1 mei en 1 juni 2022               | 2022-05-01..2022-06-01
uiterlijk: 1 juni 2023                    | ..2023-06-01
uiterlijk voor 1 oktober 2023             | ..2023-09-30
juni 2023 uiterlijk                       | ..2023-06-30
niet later dan 1 juni 2023                | ..2023-06-01
klaar in juni 2023                        | 2023-06-01..2023-06-30
verplaatst naar najaar 2023               | 2023-09-01..2023-11-30
2024 e.v.                                 | 2024-01-01..
vanaf 2022 doorlopend                     | 2022-01-01..
doorlopend t/m 2024                       | ..2024-12-31
voor kerst 2023                           | ..2023-12-24
na 1 september 2023                       | 2023-09-02..
febuari 2022                              | 2022-02-01..2022-02-28
mid 2026                                  | 2026-05-01..2026-08-31
end of 2026                               | 2026-10-01..2026-12-31
mid-June 2026                             | 2026-06-11..2026-06-20
second half of 2026                       | 2026-07-01..2026-12-31
Q1 2026 to Q3 2026                        | 2026-01-01..2026-09-30
school year 2025-2026                     | 2025-08-01..2026-07-31
academic year 2025-2026                   | 2025-09-01..2026-08-31
spring 2026                               | 2026-03-01..2026-05-31
June 1, 2026                              | 2026-06-01..2026-06-01
1st of September 2026                     | 2026-09-01..2026-09-01
before 1 Oct 2026                         | ..2026-09-30
by end of 2026                            | ..2026-12-31
1 June 2026 at the latest                 | ..2026-06-01
until 31 July 2026                        | ..2026-07-31
from September 2026                       | 2026-09-01..
after the summer holidays 2026            | 2026-09-01..
2026 onwards                              | 2026-01-01..
throughout 2026                           | 2026-01-01..2026-12-31
between Q1 and Q3 2026                    | 2026-01-01..2026-09-30
"""


def _pairs(text: str) -> list[tuple[str, date]]:
    lines = [piece.strip() for piece in text.split(",")]
    return [(line[:-11], date.fromisoformat(line[-10:])) for line in lines]


@pytest.mark.parametrize(("text", "day"), _pairs(STARTS))
def test_start_of_an_example(text: str, day: date) -> None:
    when = parse(text, period=(date(2020, 1, 1), date(2024, 12, 31))).when
    assert when
    assert when.as_start == day


@pytest.mark.parametrize(("text", "day"), _pairs(DUES))
def test_due_date_of_an_example(text: str, day: date) -> None:
    when = parse(text, period=(date(2020, 1, 1), date(2024, 12, 31))).when
    assert when
    assert when.as_due == day


@pytest.mark.parametrize("line", MORE.strip().splitlines())
def test_notation(line: str) -> None:
    text, days = (piece.strip() for piece in line.split(" | "))
    when = parse(text).when
    assert when
    assert f"{when.first or ''}..{when.last or ''}" == days
    assert when.text == text


NOISE = [
    "1 september 2021",
    "\u00a01\u00a0september\u00a02021\u00a0",
    "1\u200b september 2021\ufeff",
    "1 SEPTEMBER 2021.",
    "1  Sept.   2021",
    "(1 september 2021)",
    "1 septmber 2021",
    "woensdag 1 september 2021",
    "\u201c1 september \u201921\u201d",
    "1 \u2013 9 \u2013 2021",
    "１-９-２０２１",
]


@pytest.mark.parametrize("text", NOISE)
def test_typing_noise_changes_nothing(text: str) -> None:
    when = parse(text).when
    assert when
    assert (when.first, when.last, when.text) == (date(2021, 9, 1), date(2021, 9, 1), text)


@pytest.mark.parametrize(
    ("text", "note", "other"),
    [
        ("voor medio 2023", Note.AMBIGUOUS, date(2023, 8, 31)),
        ("tot 2023", Note.AMBIGUOUS, date(2023, 12, 31)),
        ("by 2026", Note.AMBIGUOUS, date(2025, 12, 31)),
        ("2025 tot 2029", Note.AMBIGUOUS, date(2028, 12, 31)),
        ("schooljaar 2022", Note.AMBIGUOUS, date(2022, 7, 31)),
        ("voor juli 2023", Note.EXCLUSIVE, None),
        ("2022?", Note.APPROXIMATE, None),
        ("1-3-2023 o.v.b.", Note.APPROXIMATE, None),
        ("1-3-2022 en 1-6-2022", Note.TWO_DATES, None),
        ("1-3-2022; 1-6-2022", Note.TWO_DATES, None),
        ("jaarlijks in september", Note.RECURRING, None),
        ("twee keer per jaar", Note.RECURRING, None),
        ("vervallen per 1-1-2023", Note.CANCELLED, None),
        ("gereed juni 2022", None, None),
        ("mei en juni 2023", None, None),
    ],
)
def test_what_a_reader_must_know(text: str, note: Note | None, other: date | None) -> None:
    parsed = parse(text)
    assert parsed.when
    assert parsed.note is note
    assert (parsed.other.last if parsed.other else None) == other
