"""Examples that no table can show: files that are no workbook, and what only a program can do to one."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterator
from datetime import date

from mijlpalen_xlsx.findings import Finding, Remark
from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.rules import check, check_plan, finding_of
from mijlpalen_xlsx.rules.context import Context
from mijlpalen_xlsx.rules.registry import Found, Rule
from mijlpalen_xlsx.rules.versions import same_plan
from mijlpalen_xlsx.sheets import Limits, Unreadable, open_workbook
from tests.rules.two_versions import found_between

__all__ = ["BUILT"]


def _refused(data: bytes, limits: Limits | None = None) -> tuple[Finding, ...]:
    try:
        open_workbook(data, limits or Limits())
    except Unreadable as unreadable:
        return (finding_of(unreadable),)
    return ()


def _csv() -> tuple[Finding, ...]:
    return _refused(b"Nr;Mijlpaal\n1.1;Techlab open\n")


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>" * 50)
        archive.writestr("[Content_Types].xml", "<Types/>")
    return packed.getvalue()


def _compound(*streams: str) -> bytes:
    """The beginning of an OLE container with directory entries for these streams."""
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HB", 2 * len(name) + 2, 2).ljust(64, b"\0")
        for name in streams
    )
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entries


def _too_large() -> tuple[Finding, ...]:
    return _refused(bytes(20 * 1024 * 1024 + 1))


def _lists_lost() -> tuple[Finding, ...]:
    remark = Remark("lost-by-other-program", values={"lists": 5, "colours": 12})
    return check_plan(Plan(remarks=(remark,)))


def _failing(plan: Plan, context: Context) -> Iterator[Found]:
    """A rule that divides by zero on the first row."""
    for _ in plan.milestones:
        yield Found(None, None, values={"days": 1 // len(plan.activities)})


def _rule_fails() -> tuple[Finding, ...]:
    """The rule M201 replaced by one that fails, as if it had a mistake in it."""
    plan = Plan(milestones=(Milestone(number="1.1", title="Het techlab is open"),))
    broken = Rule("M201", "due-before-start", check.RULES["M201"].severity, "", find=_failing)
    with_broken = {"M201": broken}
    return check_plan(plan, reference_date=date(2023, 10, 1), select=("M201",), rules=with_broken)


BUILT: dict[str, Callable[[], tuple[Finding, ...]]] = {
    "M001": _csv,
    "M002": lambda: _refused(_compound("EncryptionInfo", "EncryptedPackage")),
    "M003": lambda: _refused(_zip()[:200]),
    "M004": _too_large,
    "M005": lambda: _refused(_compound("Workbook")),
    "M013": _lists_lost,
    "M099": _rule_fails,
    "M801": lambda: (same_plan("plan.xlsx"),),
    "M802": lambda: found_between("M802"),
    "M803": lambda: found_between("M803"),
    "M804": lambda: found_between("M804"),
}
"""By code: what is found in the example that the page describes in words."""
