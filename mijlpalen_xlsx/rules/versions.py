"""Rules about more than one file: the same plan twice, and what may not change unseen between versions."""

from __future__ import annotations

from datetime import date

from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.findings import Finding, Severity
from mijlpalen_xlsx.format import Activity, Milestone
from mijlpalen_xlsx.rules.registry import Found, Rule, finding, found, header
from mijlpalen_xlsx.words import Lang, Words

__all__ = ["baseline_changed", "objective_gone", "objective_new", "same_plan"]

SUBJECT = Words("Versies van een plan", "Versions of a plan")

# One plan alone cannot break these rules, so none has a function that finds: whoever holds the plans beside
# each other calls the functions below.

SAME_PLAN = Rule(
    "M801",
    "same-plan-twice",
    Severity.WARNING,
    "dit is hetzelfde plan als {other} en telt daarom één keer mee. Haal een van de twee bestanden weg.",
)

OBJECTIVE_GONE = Rule(
    "M802",
    "objective-gone",
    Severity.WARNING,
    "de doelstelling '{objective}' stond nog in de versie van {day} en staat er nu niet meer. "
    "Overleg met uw regio-ondersteuner.",
    {
        "undated": "de doelstelling '{objective}' stond nog in de vorige versie en staat er nu niet meer. "
        "Overleg met uw regio-ondersteuner."
    },
)

OBJECTIVE_NEW = Rule(
    "M803",
    "objective-new",
    Severity.WARNING,
    "de doelstelling '{objective}' stond nog niet in de versie van {day}. Overleg met uw regio-ondersteuner.",
    {
        "undated": "de doelstelling '{objective}' stond nog niet in de vorige versie. "
        "Overleg met uw regio-ondersteuner."
    },
)

BASELINE_CHANGED = Rule(
    "M804",
    "baseline-changed",
    Severity.WARNING,
    "bij {what} staat {now}, in de versie van {day} was dat {before}. "
    "Zet de eerste datum terug en schrijf de nieuwe bij {expected}.",
    {
        "undated": "bij {what} staat {now}, in de vorige versie was dat {before}. "
        "Zet de eerste datum terug en schrijf de nieuwe bij {expected}.",
        "gone": "bij {what} staat geen datum meer, in de versie van {day} was dat {before}. "
        "Zet die datum terug; een nieuwe hoort bij {expected}.",
        "gone-undated": "bij {what} staat geen datum meer, in de vorige versie was dat {before}. "
        "Zet die datum terug; een nieuwe hoort bij {expected}.",
    },
)


def same_plan(other: str) -> Finding:
    """M801 for a file that holds the same plan as the file ``other``, which does count."""
    return finding(SAME_PLAN, Found(None, None, values={"other": other}), "nl")


def objective_gone(objective: str, day: date | None, sheet: str | None) -> Finding:
    """M802. ``day`` is the reference date of the earlier version, ``sheet`` where the others stand now."""
    values = {"objective": objective, "day": day}
    gone = Found(None, None, in_sheet=sheet, values=values, variant="" if day else "undated")
    return finding(OBJECTIVE_GONE, gone, "nl")


def objective_new(activity: Activity, day: date | None, lang: Lang) -> Finding:
    """M803 at the first activity under the new objective."""
    variant = "" if day else "undated"
    new = found(activity, "objective", variant=variant, objective=activity.objective, day=day)
    return finding(OBJECTIVE_NEW, new, lang)


def baseline_changed(milestone: Milestone, before: When, day: date | None, lang: Lang) -> Finding:
    """M804 at the planned date of a milestone, which was ``before`` in the earlier version."""
    now = milestone.due
    variant = "-".join(filter(None, ("" if now else "gone", "" if day else "undated")))
    expected = header(Milestone, "expected")
    changed = found(milestone, "due", variant=variant, now=now, before=before, day=day, expected=expected)
    return finding(BASELINE_CHANGED, changed, lang)
