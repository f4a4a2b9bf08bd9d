"""Patterns that are compiled at their first use answer as compiled ones do."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import mijlpalen_xlsx
from mijlpalen_xlsx.regex import pattern


def test_answers_as_a_compiled_pattern() -> None:
    ours, theirs = pattern(r"(\d+)-(?P<b>[a-z])", re.IGNORECASE), re.compile(r"(\d+)-(?P<b>[a-z])", re.I)
    text = "12-A 3-b"
    assert ours.findall(text) == theirs.findall(text)
    assert ours.sub(r"\2", text) == theirs.sub(r"\2", text) == "A b"
    assert [m.span() for m in ours.finditer(text)] == [m.span() for m in theirs.finditer(text)]
    assert (ours.pattern, ours.flags, ours.groupindex) == (theirs.pattern, theirs.flags, theirs.groupindex)
    assert pattern(rb"\s").split(b"a b") == [b"a", b"b"]


def test_compiles_nothing_until_it_is_used() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.match("x")


def test_has_no_more_than_a_compiled_pattern() -> None:
    with pytest.raises(AttributeError):
        pattern("x").no_such_thing  # type: ignore[attr-defined]  # noqa: B018


def test_every_pattern_of_the_package_can_be_compiled() -> None:
    names = [m.name for m in walk_packages(mijlpalen_xlsx.__path__, "mijlpalen_xlsx.")]
    modules = [import_module(name) for name in names if not name.endswith("__main__")]
    ours = [v for module in modules for v in vars(module).values() if isinstance(v, type(pattern("")))]
    assert len(ours) > 50
    assert all(found.groups >= 0 for found in ours)
