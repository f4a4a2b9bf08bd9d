"""What a file of the corpus is: its name, its bytes, and what must come out of reading it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tests.sheets.made import package, patched

__all__ = ["Case", "changed", "each_part", "only", "parts_of", "refused", "same"]

Change = Callable[[bytes], bytes]


class Case(NamedTuple):
    """``code`` of the refusal; or ``base``, the name of the base of which the data must come out.

    ``new`` and ``gone`` are names of remarks that come and go with what was done to the base. ``loose``
    compares rows only, in any order: the file no longer says what it is, or its rows were sorted.
    """

    name: str
    data: bytes
    code: str | None = None
    base: str = ""
    new: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    loose: bool = False


def same(name: str, data: bytes, base: str, *new: str, gone: Iterable[str] = (), loose: bool = False) -> Case:
    """A file that must give the data of its base."""
    return Case(name, data, None, base, frozenset(new), frozenset(gone), loose)


def refused(name: str, data: bytes, code: str) -> Case:
    """A file that must be refused with this code."""
    return Case(name, data, code)


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a zip file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {entry.filename: file.read(entry) for entry in file.infolist()}


def changed(data: bytes, **changes: bytes | None) -> bytes:
    """The same file with parts added or replaced, by the end of their name; None takes one away."""
    parts: dict[str, str | bytes] = dict(parts_of(data))
    for ending, content in changes.items():
        name = next((name for name in parts if name.endswith(ending)), ending)
        if content is None:
            del parts[name]
        else:
            parts[name] = content
    return package(parts)


def each_part(data: bytes, change: Change) -> bytes:
    """Every part of XML changed."""
    return patched(data, lambda name, xml: (name, change(xml) if name.endswith((".xml", ".rels")) else xml))


def only(data: bytes, ending: str, change: Change) -> bytes:
    """The parts changed of which the name has ``ending`` in it; at least one must become another."""
    done = patched(data, lambda name, xml: (name, change(xml) if ending in name else xml))
    if parts_of(done) == parts_of(data):
        raise AssertionError(f"nothing to change in {ending}")
    return done
