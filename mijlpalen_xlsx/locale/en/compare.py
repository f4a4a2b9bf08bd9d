"""English sentences of versions beside each other: what changed, the log, the trend and its picture."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "1 dag": "1 day",
    "geplande datum {amount} eerder: van {before} naar {after}": (
        "planned date {amount} earlier: from {before} to {after}"
    ),
    "geplande datum {amount} later: van {before} naar {after}": (
        "planned date {amount} later: from {before} to {after}"
    ),
    "gereed op {day}": "done on {day}",
    "gereed op {day}, zoals gepland": "done on {day}, as planned",
    "gereed op {day}, {amount} eerder dan gepland": "done on {day}, {amount} earlier than planned",
    "gereed op {day}, {amount} later dan gepland": "done on {day}, {amount} later than planned",
    "nieuw": "new",
    "nieuw, gepland: {due}": "new, planned: {due}",
    "nieuw, nog zonder geplande datum": "new, without a planned date yet",
    "nummer was {before}": "number was {before}",
    "staat niet meer in het plan": "no longer in the plan",
    "te laat geworden: gepland was {due}": "became late: planned for {due}",
    "tekst was: {before}": "text was: {before}",
    "weer open: was gereed op {day}": "open again: was done on {day}",
    "weer open: was vervallen": "open again: was cancelled",
    "{amount} eerder: van {before} naar {after}": "{amount} earlier: from {before} to {after}",
    "{amount} later: van {before} naar {after}": "{amount} later: from {before} to {after}",
    "{n} dagen": "{n} days",
    "{weeks} weken ({n} dagen)": "{weeks} weeks ({n} days)",
}
