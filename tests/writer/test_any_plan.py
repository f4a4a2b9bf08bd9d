"""Whatever a plan holds, the workbook can be opened and has it all."""

from __future__ import annotations

from collections import Counter
from datetime import date
from io import BytesIO

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from mijlpalen_xlsx.dates import Precision, When
from mijlpalen_xlsx.format import Activity, General, Mark, Milestone, Party, Role, Subproject
from mijlpalen_xlsx.kinds import plain
from mijlpalen_xlsx.periods import Scale
from mijlpalen_xlsx.plan import About, Plan
from mijlpalen_xlsx.vocabulary import Light, RowKind, Stage
from mijlpalen_xlsx.writer import workbook_bytes
from mijlpalen_xlsx.writer.layout import Layout

# What a reader hands on: no control characters, no space around it.
TEXT = st.text(max_size=40).map(plain)
SOME_TEXT = st.text(min_size=1, max_size=40).map(plain).filter(bool).map(str)
NUMBER = st.one_of(st.none(), SOME_TEXT, st.sampled_from(["1", "1.1", "2"]))
DAY = st.dates(date(1990, 1, 1), date(2099, 12, 31))
WHEN = st.one_of(
    st.none(),
    DAY.map(When.day),
    st.builds(lambda day, text: When(day, day, Precision.PERIOD, text), DAY, SOME_TEXT),
    st.builds(lambda text: When(None, None, Precision.NONE, text), SOME_TEXT),
)
MARK = st.builds(
    lambda days, by, text: Mark(min(days), max(days), by, text if by == "text" else None),
    st.tuples(DAY, DAY),
    st.sampled_from(["x", "text", "fill"]),
    SOME_TEXT,
)
OWN = st.dictionaries(SOME_TEXT, SOME_TEXT, max_size=2)
MILESTONE = st.builds(
    Milestone,
    kind=st.sampled_from([RowKind.MILESTONE, RowKind.DECISION]),
    number=NUMBER,
    title=TEXT,
    subproject=NUMBER,
    start=WHEN,
    due=WHEN,
    expected=WHEN,
    actual=WHEN,
    cancelled=st.booleans(),
    depends_on=st.lists(SOME_TEXT, max_size=2).map(tuple),
    effort=st.one_of(st.none(), st.floats(0, 1e6)),
    party=TEXT,
    roles=st.lists(st.builds(Role, SOME_TEXT, SOME_TEXT), max_size=3).map(tuple),
    marks=st.lists(MARK, max_size=2).map(tuple),
    written=st.dictionaries(st.sampled_from(["due", "effort", "kind"]), SOME_TEXT, max_size=2),
    extra=OWN,
)
ACTIVITY = st.builds(
    Activity,
    number=NUMBER,
    objective=TEXT,
    result=TEXT,
    description=TEXT,
    years=st.lists(st.integers(2020, 2030), max_size=3, unique=True).map(tuple),
    light=st.one_of(st.none(), st.sampled_from(Light)),
    stage=st.one_of(st.none(), st.sampled_from(Stage)),
    updated=WHEN,
    extra=OWN,
)
PLAN = st.builds(
    Plan,
    about=st.builds(
        About,
        language=st.sampled_from(["nl", "en"]),
        layout=st.sampled_from(["full", "simple"]),
        scale=st.sampled_from(Scale),
    ),
    general=st.builds(General, region=TEXT, scheme=TEXT, reference_date=st.one_of(st.none(), DAY)),
    parties=st.lists(st.builds(Party, name=TEXT, short=TEXT), max_size=3).map(tuple),
    subprojects=st.lists(st.builds(Subproject, number=NUMBER, title=TEXT, extra=OWN), max_size=3).map(tuple),
    milestones=st.lists(MILESTONE, max_size=5).map(tuple),
    activities=st.lists(ACTIVITY, max_size=4).map(tuple),
)


@settings(max_examples=30)
@given(PLAN)
def test_nothing_is_lost(plan: Plan) -> None:
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(plan)), data_only=True)
    layout = Layout(plan, None)
    cells: Counter[object] = Counter(
        cell.value for row in book[layout.sheet_name("plan")].iter_rows(min_row=9) for cell in row
    )
    wanted: Counter[object] = Counter()
    for milestone in plan.milestones:
        wanted.update(text for text in (milestone.title, milestone.number, milestone.party) if text)
        wanted.update(role.role for role in milestone.roles)
        wanted.update(milestone.extra.values())
    assert not wanted - cells
