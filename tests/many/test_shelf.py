"""The shelf: what is put on it comes back, from memory and from disk, and nothing is left behind."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from mijlpalen_xlsx.many import Shelf
from mijlpalen_xlsx.many.shelf import AT_HAND

COUNT = 3 * AT_HAND


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf[list[int]]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    shelf: Shelf[list[int]] = Shelf()
    for n in range(COUNT):
        shelf.append([n] * (n % 7))
    return shelf


def test_all_comes_back_in_order(shelf: Shelf[list[int]]) -> None:
    assert len(shelf) == COUNT
    assert list(shelf) == [[n] * (n % 7) for n in range(COUNT)]
    assert shelf[COUNT - 1] == shelf[-1] == [COUNT - 1] * ((COUNT - 1) % 7)
    assert shelf[AT_HAND - 1 : AT_HAND + 1] == [shelf[AT_HAND - 1], shelf[AT_HAND]]
    with pytest.raises(IndexError):
        shelf[COUNT]


def test_it_can_be_added_to_while_it_is_read(shelf: Shelf[list[int]]) -> None:
    reading = iter(shelf)
    assert next(reading) == []
    shelf.append([9])
    assert next(reading) == [1]
    assert shelf[COUNT] == [9]


def test_a_few_things_never_touch_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(tempfile, "TemporaryFile")
    shelf: Shelf[int] = Shelf()
    for n in range(AT_HAND):
        shelf.append(n)
    assert list(shelf) == list(range(AT_HAND))


def test_nobody_else_finds_it(shelf: Shelf[list[int]], tmp_path: Path) -> None:
    assert list(tmp_path.iterdir()) == []
