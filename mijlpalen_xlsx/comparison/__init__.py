"""Versions of a plan laid beside each other: what moved, came, went and was done, and the trend over all."""

from __future__ import annotations

from mijlpalen_xlsx.comparison.change import ActivityChange, Change, MilestoneChange, What
from mijlpalen_xlsx.comparison.log import Logged, logged
from mijlpalen_xlsx.comparison.told import Line, Section, counts, sections
from mijlpalen_xlsx.comparison.trend import Estimate, Trend, TrendLine, trend_of
from mijlpalen_xlsx.comparison.versions import Comparison, ObjectiveChange, Order, Step, Version, compare

__all__ = [
    "ActivityChange",
    "Change",
    "Comparison",
    "Estimate",
    "Line",
    "Logged",
    "MilestoneChange",
    "ObjectiveChange",
    "Order",
    "Section",
    "Step",
    "Trend",
    "TrendLine",
    "Version",
    "What",
    "compare",
    "counts",
    "logged",
    "sections",
    "trend_of",
]
