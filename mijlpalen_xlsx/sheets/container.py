"""The zip container of a workbook: its parts by name, inflated in pieces that are counted first."""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from .detect import not_a_workbook, not_a_zip
from .model import Limits, Unreadable, damaged, over

__all__ = ["Container", "Part", "load"]

PIECE = 64 * 1024

#: All that the standard library raises over a broken zip; the bytes are in memory, so OSError is one.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)


def load(source: str | os.PathLike[str] | bytes | BinaryIO, limits: Limits) -> bytes:
    """The bytes of ``source``. Raises OSError untouched, Unreadable over a device or a file too large."""
    if isinstance(source, bytes):
        data = source
    elif isinstance(source, str | os.PathLike):
        data = _read_file(source, limits)
    else:
        data = source.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise over(limits, "file_bytes")
    return data


def _read_file(path: str | os.PathLike[str], limits: Limits) -> bytes:
    mode = os.stat(path).st_mode  # noqa: PTH116 - pathlib costs more to import than it gives here
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(
            21, "Is a directory", os.fspath(path)
        )  # Windows would call it "permission denied"
    if not stat.S_ISREG(mode):
        raise Unreadable("M001", {"looks_like": "device"})  # opening a pipe could wait for ever
    with open(path, "rb") as file:  # noqa: PTH123 - likewise
        return file.read(limits.file_bytes + 1)


class Container:
    """The parts of a zip file. Capitals and kinds of slash in their names do not matter: programs differ."""

    __slots__ = ("_entries", "_skipped", "_total", "_zip", "limits")

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.limits = limits
        self._total = 0
        self._skipped = 0
        self._zip = _open_zip(data, limits)
        self._entries: dict[str, list[zipfile.ZipInfo]] = {}
        for entry in self._zip.infolist():
            self._entries.setdefault(_key(entry.filename), []).append(entry)

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._entries

    def names(self) -> list[str]:
        """All entries, in lower case with forward slashes."""
        return list(self._entries)

    def part(self, name: str) -> Part:
        """One part, to iterate over. Raises Unreadable: missing, doubled, locked, oddly packed."""
        entries = self._entries.get(_key(name))
        if not entries:
            raise damaged("missing-part", name)
        if len(entries) > 1:
            raise damaged("duplicate-part", name)
        if entries[0].flag_bits & 1:
            raise Unreadable("M002")
        if entries[0].compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise damaged("compression", name)
        return Part(self, name, entries[0])

    @property
    def mimetype(self) -> bytes:
        """What the zip says it is, as OpenDocument does; empty when it does not."""
        return next(iter(self.part("mimetype")), b"") if "mimetype" in self else b""

    def no_workbook(self) -> Unreadable:
        """The refusal of a zip in which no workbook was found."""
        return not_a_workbook(self.names(), self.mimetype)

    def inflate(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        with self._zip.open(entry) as stream:
            while piece := stream.read(PIECE):
                yield piece

    def count(self, size: int) -> None:
        """Add ``size`` bytes to what is parsed in all; negative to take back what will be read again."""
        self._total += size
        if self._total > self.limits.total_bytes:
            raise over(self.limits, "total_bytes")

    def count_skipped(self, size: int) -> None:
        """Move ``size`` bytes from what is parsed to what was only looked through."""
        self._total -= size
        self._skipped += size
        if self._skipped > self.limits.skipped_bytes:
            raise over(self.limits, "skipped_bytes")


class Part:
    """One part while it is inflated: iterating gives its bytes in pieces of at most 64 KiB."""

    __slots__ = ("_container", "_entry", "name", "size", "skipped")

    def __init__(self, container: Container, name: str, entry: zipfile.ZipInfo) -> None:
        self._container = container
        self._entry = entry
        self.name = name
        self.size = 0
        self.skipped = 0

    def __iter__(self) -> Iterator[bytes]:
        try:
            for piece in self._container.inflate(self._entry):
                self._count(len(piece))
                yield piece
        except BROKEN as error:
            raise damaged("checksum" if "CRC" in str(error) else "zip", self.name) from error

    def skip(self, size: int) -> None:
        """Say that ``size`` of the bytes given were not parsed."""
        self.skipped += size
        self._container.count_skipped(size)

    def rewind(self) -> None:
        """Take back what was counted: the part will be iterated over again."""
        self._container.count(self.skipped - self.size)
        self.size = self.skipped = 0

    def _count(self, size: int) -> None:
        self.size += size
        limits = self._container.limits
        if self.size - self.skipped > limits.part_bytes + PIECE:
            raise over(limits, "part_bytes")
        if self.size > limits.ratio_from and self.size > limits.ratio * max(1, self._entry.compress_size):
            raise over(limits, "ratio")
        self._container.count(size)


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _open_zip(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The directory of the zip file, its entries counted first: the library makes an object of each."""
    import io

    if b"PK\x05\x06" not in data[-70_000:]:
        raise damaged("truncated") if data.startswith(b"PK\x03\x04") else not_a_zip(data)
    if data.count(b"PK\x01\x02") > limits.entries:
        raise over(limits, "entries")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        if not data.startswith(b"PK"):
            raise not_a_zip(data) from error
        raise damaged("zip") from error
