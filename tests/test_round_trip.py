"""What is written can be read: JSON → workbook → JSON gives the same data, whoever saved it in between."""

from __future__ import annotations

import io

from hypothesis import given, settings

from mijlpalen_xlsx.plan import Plan, plan_from_data, plan_to_data
from mijlpalen_xlsx.reader import read
from mijlpalen_xlsx.writer import workbook_bytes
from tests.plans import comparable, plans


def resaved_by_openpyxl(data: bytes) -> bytes:
    """The same workbook after openpyxl loaded and saved it: no cached values, no x14 lists."""
    import openpyxl

    target = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(data)).save(target)
    return target.getvalue()


@given(plans())
def test_fresh(plan: Plan) -> None:
    same = plan_from_data(plan_to_data(plan))
    assert comparable(read(workbook_bytes(same))) == comparable(plan)


@settings(max_examples=20)
@given(plans(most=2))
def test_saved_by_openpyxl(plan: Plan) -> None:
    assert comparable(read(resaved_by_openpyxl(workbook_bytes(plan)))) == comparable(plan)
