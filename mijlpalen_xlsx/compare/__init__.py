"""Versions of a plan laid beside each other: what moved, came, went and was done, and the trend over all."""

from __future__ import annotations

from mijlpalen_xlsx.compare.change import ActivityChange, Change, MilestoneChange, What
from mijlpalen_xlsx.compare.versions import Comparison, ObjectiveChange, Order, Step, Version, compare

__all__ = [
    "ActivityChange",
    "Change",
    "Comparison",
    "MilestoneChange",
    "ObjectiveChange",
    "Order",
    "Step",
    "Version",
    "What",
    "compare",
]
