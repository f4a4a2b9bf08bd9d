"""What a picture tells: its bars and signs, its words for people who do not see it, its safety."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mijlpalen_xlsx.format import Activity, General, Mark, Subproject
from mijlpalen_xlsx.picture import gantt_html, gantt_pages, gantt_svg
from mijlpalen_xlsx.picture.axis import years_of
from mijlpalen_xlsx.picture.measure import fit, lines, text_width
from mijlpalen_xlsx.picture.rows import Bar, BarKind, bands_of
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.vocabulary import Light, RowKind
from tests.picture.drawing import SVG, Box, parsed, parts, size, texts
from tests.picture.plans import REFERENCE, large, milestone, plan_of, region

KINDS = ("planned", "elapsed", "done", "overrun", "late", "cancelled")


def bars_of(days: dict[str, object], reference: date | None = REFERENCE) -> list[Bar]:
    bands = bands_of(plan_of(milestone("1.1", **days)), reference, "nl")
    return list(bands[0].rows[0].bars)


def words(svg: str) -> str:
    return " ".join(box.what for box in texts(parsed(svg)))


def described(svg: str) -> str:
    found = parsed(svg).find(f"{SVG}desc")
    assert found is not None
    return found.text or ""


def tips(svg: str) -> list[str]:
    return [element.text or "" for element in parsed(svg).iter(f"{SVG}title")]


def drawn_bars(svg: str) -> list[Box]:
    """The bars in the rows, without the samples in the legend."""
    root = parsed(svg)
    legend = min(box.top for box in texts(root) if box.what == "nieuw schooljaar") - 12
    return [box for box in parts(root, *KINDS) if box.bottom < legend]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"start": "1-1-2023", "due": "30-6-2023", "actual": "10-7-2023"},
         [("done", "2023-01-01", "2023-07-10")]),
        ({"start": "1-1-2023", "due": "31-12-2023"},
         [("elapsed", "2023-01-01", "2023-09-30"), ("planned", "2023-10-01", "2023-12-31")]),
        ({"start": "1-11-2023", "due": "31-12-2023"}, [("planned", "2023-11-01", "2023-12-31")]),
        ({"start": "1-1-2023", "due": "30-6-2023"},
         [("elapsed", "2023-01-01", "2023-06-30"), ("late", "2023-07-01", "2023-09-30")]),
        ({"start": "1-1-2023", "due": "30-6-2023", "expected": "31-12-2023"},
         [("elapsed", "2023-01-01", "2023-06-30"), ("overrun", "2023-07-01", "2023-12-31")]),
        ({"start": "1-1-2023", "due": "30-6-2023", "expected": "31-7-2023"},
         [("elapsed", "2023-01-01", "2023-06-30"), ("overrun", "2023-07-01", "2023-07-31"),
          ("late", "2023-08-01", "2023-09-30")]),
        ({"start": "1-1-2023", "due": "31-12-2023", "expected": "30-11-2023"},
         [("elapsed", "2023-01-01", "2023-09-30"), ("planned", "2023-10-01", "2023-11-30")]),
        ({"start": "1-1-2023", "due": "30-6-2023", "cancelled": True},
         [("cancelled", "2023-01-01", "2023-06-30")]),
        ({"start": "medio 2024", "due": "eind 2024"}, [("planned", "2024-05-01", "2024-12-31")]),
        ({"due": "najaar 2024"}, [("planned", "2024-09-01", "2024-11-30")]),
        ({"due": "1-12-2023"}, []),
        ({"start": "1-12-2023", "due": "1-11-2023"}, []),
        ({"start": "1-12-2023"}, []),
        ({}, []),
    ],
)  # fmt: skip
def test_bars(days: dict[str, object], expected: list[tuple[str, str, str]]) -> None:
    wanted = [Bar(BarKind(k), date.fromisoformat(a), date.fromisoformat(b)) for k, a, b in expected]
    assert bars_of(days) == wanted


def test_without_a_reference_date_nothing_is_late_or_elapsed() -> None:
    assert [bar.kind for bar in bars_of({"start": "1-1-2020", "due": "1-2-2020"}, None)] == [BarKind.PLANNED]
    assert "peildatum" not in words(gantt_svg(large(20), None))


def test_a_bar_lies_where_its_days_lie() -> None:
    plan = plan_of(milestone("1", start="1-1-2023", due="31-12-2023"), years=(2022, 2024))
    (bar,) = drawn_bars(gantt_svg(plan, None))
    (half,) = drawn_bars(
        gantt_svg(plan_of(milestone("1", start="2022", due="2024"), years=(2022, 2024)), None)
    )
    assert bar.right - bar.left == pytest.approx((half.right - half.left) * 365 / 1096, abs=0.1)
    assert bar.left - half.left == pytest.approx((half.right - half.left) * 365 / 1096, abs=0.1)


def test_everything_of_a_row_is_told_when_pointing_at_it() -> None:
    plan = Plan(
        milestones=(
            milestone("1.2", title="Lab open", start="sept. 2022", due="eind 2022", expected="1-2-2024",
                      depends_on=("1.1",), party="School A",
                      marks=(Mark(date(2022, 1, 1), date(2022, 3, 31), "x"),)),
        ),
        activities=(Activity(light=Light.GREEN, milestones=("1.2",)),
                    Activity(light=Light.RED, milestones=("1.2",))),
    )  # fmt: skip
    (tip,) = (tip for tip in tips(gantt_svg(plan, REFERENCE)) if tip.startswith("1.2"))
    assert tip.splitlines() == [
        "1.2 Lab open",
        "Start: sept. 2022",
        "Gereed (gepland): eind 2022",
        "Gereed (verwacht): 1 feb 2024",
        "Planstatus: Te laat",
        "Uitloop (weken): 57",
        "Stoplicht: Rood",
        "Pas na nr: 1.1",
        "1 jan 2022 – 31 mrt 2022: met de hand gezet",
        "Betrokken partij: School A",
    ]


def test_the_description_counts() -> None:
    told = described(gantt_svg(region(), REFERENCE))
    assert told.startswith(
        "26 mijlpalen in 4 deelprojecten. Stand op 1 oktober 2023: 17 gereed, 4 op schema, "
    )
    assert "De tijdbalk loopt van 1 januari 2020 tot en met 31 december 2024." in told
    assert "2 Deelproject: Gezamenlijk LOB-programma: 2 van 6 gereed." in told


def test_it_speaks_english() -> None:
    svg = gantt_svg(region(), REFERENCE, lang="en")
    assert parsed(svg).attrib["lang"] == "en"
    assert described(svg).startswith("26 milestones in 4 subprojects. Status on 1 October 2023: 17 done, ")
    assert "reference date 1 Oct 2023" in words(svg)


def test_a_long_title_is_shortened_and_told_in_full() -> None:
    title = "Een heel lange titel " * 40
    svg = gantt_svg(plan_of(milestone("1.1", title=title, due="1-5-2023")), REFERENCE)
    assert "…" in words(svg)
    assert any(title.strip() in tip for tip in tips(svg))


@pytest.mark.parametrize(
    "plan", [Plan(), Plan(years=(2025, 2028)), Plan(subprojects=(Subproject(number="1"),))]
)
def test_an_empty_plan_is_a_picture_too(plan: Plan) -> None:
    assert "mijlpalen" in described(gantt_svg(plan, None))
    assert len(gantt_pages(plan, REFERENCE)) == 1
    assert "<table>" not in gantt_html(plan, REFERENCE)


def test_without_dates_every_row_is_there() -> None:
    svg = gantt_svg(plan_of(milestone("1"), milestone("2"), years=None), REFERENCE)
    assert {"Mijlpaal 1", "Mijlpaal 2", "nog geen datums"} <= {box.what for box in texts(parsed(svg))}
    assert not parts(parsed(svg))


@pytest.mark.parametrize(
    ("years", "days", "shown"),
    [
        (None, ["2022-05-01", "2024-01-01"], (2022, 2024)),
        (None, [], None),
        ((2020, 2024), [], (2020, 2024)),
        ((2020, 2024), ["2019-12-31", "2026-01-01"], (2019, 2026)),
        ((2020, 2024), ["2002-01-01", "2042-01-01"], (2020, 2024)),
        (None, ["2022-05-01", "2023-05-01", "2099-01-01"], (2022, 2023)),
        (None, ["0001-01-01", "9999-12-31"], None),
    ],
)
def test_years_shown(years: tuple[int, int] | None, days: list[str], shown: tuple[int, int] | None) -> None:
    assert years_of(years, map(date.fromisoformat, days)) == shown


def test_days_outside_the_years_stay_inside_the_picture() -> None:
    plan = plan_of(milestone("1", start="1-1-2010", due="1-1-2040"), milestone("2", due="1-1-2040"))
    svg = gantt_svg(plan, date(2045, 1, 1))
    assert "peildatum 1 jan 2045 →" in words(svg)
    width, _ = size(parsed(svg))
    assert all(0 < box.left < box.right < width for box in parts(parsed(svg)))


def test_pages_hold_every_row_once() -> None:
    plan = large(200)
    pages = gantt_pages(plan, REFERENCE, page="a4")
    assert len(pages) > 5
    shown = [box.what for page in pages for box in texts(parsed(page)) if box.what.count(".") == 1]
    numbers = {m.number for m in plan.milestones}
    assert sorted(n for n in shown if n in numbers) == sorted(map(str, numbers))
    assert f"blad 2 van {len(pages)}" in words(pages[1])
    assert all(parsed(page).attrib["width"] == "297mm" for page in pages)


def test_a_band_is_repeated_and_never_alone_at_the_foot() -> None:
    for page in gantt_pages(large(200), REFERENCE):
        boxes = texts(parsed(page))
        bands = [box.top for box in boxes if box.what.startswith("Deelproject ")]
        rows = [box.top for box in boxes if box.what.startswith("Mijlpaal ")]
        assert min(bands) < min(rows)
        assert max(bands) < max(rows)
    assert sum("(vervolg)" in words(page) for page in gantt_pages(large(200), REFERENCE)) > 3


def test_several_pictures_can_stand_on_one_page() -> None:
    page = gantt_html(large(60), REFERENCE, paper="a4")
    ids = [part.split('"')[0] for part in page.split(' id="')[1:]]
    assert len(ids) == len(set(ids)) > 4
    for name in ids:
        assert name in " ".join(page.split('aria-labelledby="')[1:]), name


def test_the_page_is_a_table_as_well() -> None:
    page = gantt_html(region(), REFERENCE)
    assert page.count('<th scope="row"') == 26
    assert "@page { size: A3 landscape" in page
    assert "<script" not in page
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")


def test_the_same_plan_gives_the_same_picture() -> None:
    assert gantt_svg(large(40), REFERENCE) == gantt_svg(large(40), REFERENCE)


def test_signs_are_shapes_and_not_letters() -> None:
    svg = gantt_svg(large(60), REFERENCE)
    assert not set("◆★◇▸✕●▲■") & set(svg)


def test_a_decision_has_another_shape() -> None:
    days = {"due": "1-12-2023"}
    plain = gantt_svg(plan_of(milestone("1", **days)), REFERENCE)
    star = gantt_svg(plan_of(milestone("1", kind=RowKind.DECISION, **days)), REFERENCE)
    assert plain.count("<polygon") == star.count("<polygon")
    assert max(len(p.split(",")) for p in star.split('points="')) > 10
    assert "go/no-go-besluit" in words(star)
    assert "go/no-go-besluit" not in words(plain)


def test_a_milestone_after_itself_or_after_nothing_has_no_line() -> None:
    alone = plan_of(milestone("1", due="1-5-2023", depends_on=("1", "9.9")))
    assert 'data-part="link"' not in gantt_svg(alone, REFERENCE)
    both = plan_of(milestone("1", due="1-5-2023"), milestone("2", due="1-9-2023", depends_on=("1",)))
    assert gantt_svg(both, REFERENCE).count('data-part="link"') == 1


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=20))
def test_any_text_is_only_text(title: str, party: str, region_name: str) -> None:
    plan = Plan(
        general=General(region=region_name),
        subprojects=(Subproject(number="1", title=title),),
        milestones=(milestone("1.1", title=title, party=party, subproject="1", due="1-5-2023"),),
    )
    names = {element.tag for element in parsed(gantt_svg(plan, REFERENCE)).iter()}
    allowed = {"svg", "title", "desc", "g", "rect", "line", "path", "circle", "polygon", "text"}
    assert names <= {f"{SVG}{name}" for name in allowed}


def test_markup_in_a_title_is_shown_as_text() -> None:
    title = '</text><script>alert(1)</script> & "x" \x00\x1b[31m\u202e'
    svg = gantt_svg(plan_of(milestone("1", title=title, due="1-5-2023")), REFERENCE)
    assert "<script" not in svg
    assert '</text><script>alert(1)</script> & "x" [31m' in words(svg)


def test_right_to_left_text_keeps_its_direction() -> None:
    title = "مشروع المدارس (2023)."
    svg = gantt_svg(plan_of(milestone("1", title=title, due="1-5-2023")), REFERENCE)
    assert f"\u2067{title}\u2069" in svg


@given(st.text(max_size=200), st.floats(20, 400))
def test_lines_fit(written: str, room: float) -> None:
    for line in lines(written, room, 12, 3):
        assert text_width(line, 12) <= max(room, text_width(line[:1], 12) + text_width("…", 12))
    assert len(lines(written, room, 12, 3)) <= 3


def test_what_fits_is_left_alone() -> None:
    assert fit("kort", 100, 12) == "kort"
    assert lines("een twee drie", 1000, 12, 3) == ["een twee drie"]
    assert lines("", 100, 12, 3) == []
