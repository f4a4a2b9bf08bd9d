"""The front door: the short list of names that others may import, each loaded when somebody asks for it."""

from __future__ import annotations

TYPE_CHECKING = False  # typing's own would cost more to import than this whole file
if TYPE_CHECKING:
    from mijlpalen_xlsx.comparison import Comparison, compare
    from mijlpalen_xlsx.findings import Finding, Severity
    from mijlpalen_xlsx.plan import Plan, PlanDataError, plan_from_data, plan_to_data
    from mijlpalen_xlsx.reader import read
    from mijlpalen_xlsx.report import FileReport, Report, check
    from mijlpalen_xlsx.schemes import Scheme, load_scheme
    from mijlpalen_xlsx.sheets import Limits, Unreadable
    from mijlpalen_xlsx.summary import Summary, summarise
    from mijlpalen_xlsx.writer import workbook_bytes, write_workbook

__all__ = [
    "Comparison",
    "FileReport",
    "Finding",
    "Limits",
    "Plan",
    "PlanDataError",
    "Report",
    "Scheme",
    "Severity",
    "Summary",
    "Unreadable",
    "__version__",
    "check",
    "compare",
    "load_scheme",
    "plan_from_data",
    "plan_to_data",
    "read",
    "summarise",
    "workbook_bytes",
    "write_workbook",
]

__version__ = "0.1.0"

_HOME = {
    "Comparison": "comparison",
    "FileReport": "report",
    "Finding": "findings",
    "Limits": "sheets",
    "Plan": "plan",
    "PlanDataError": "plan",
    "Report": "report",
    "Scheme": "schemes",
    "Severity": "findings",
    "Summary": "summary",
    "Unreadable": "sheets",
    "check": "report",
    "compare": "comparison",
    "load_scheme": "schemes",
    "plan_from_data": "plan",
    "plan_to_data": "plan",
    "read": "reader",
    "summarise": "summary",
    "workbook_bytes": "writer",
    "write_workbook": "writer",
}


def __getattr__(name: str) -> object:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value  # asked once; from now on it is simply there
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
