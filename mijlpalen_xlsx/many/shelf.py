"""Shelf: what must wait until all files are done, on disk as soon as there is much of it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import BinaryIO, Generic, TypeVar, overload

__all__ = ["Shelf"]

_T = TypeVar("_T")

AT_HAND = 64  # things kept as they are: one file, or a handful, never touches the disk


class Shelf(Sequence[_T], Generic[_T]):
    """Things in the order in which they were added; of all but the first few, memory holds only the place.

    The rest lies pickled in a temporary file without a name: nobody else can open it, and it is gone when
    the program is, however that ends. Things must be picklable.
    """

    def __init__(self) -> None:
        self._first: list[_T] = []
        self._places = array("Q")
        self._file: BinaryIO | None = None

    def __del__(self) -> None:
        if self._file is not None:
            self._file.close()

    def append(self, thing: _T) -> None:
        """Put a thing away. Raises OSError when the disk is full."""
        if len(self._first) < AT_HAND:
            self._first.append(thing)
            return
        if self._file is None:
            from tempfile import TemporaryFile

            self._file = TemporaryFile()  # noqa: SIM115 - it lives as long as the shelf
        from pickle import HIGHEST_PROTOCOL, dump

        self._file.seek(0, 2)
        self._places.append(self._file.tell())
        dump(thing, self._file, HIGHEST_PROTOCOL)

    def __len__(self) -> int:
        return len(self._first) + len(self._places)

    @overload
    def __getitem__(self, at: int) -> _T: ...
    @overload
    def __getitem__(self, at: slice) -> list[_T]: ...
    def __getitem__(self, at: int | slice) -> _T | list[_T]:
        if isinstance(at, slice):
            return [self._get(i) for i in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        return self._get(at % len(self))

    def __iter__(self) -> Iterator[_T]:
        return (self._get(i) for i in range(len(self)))

    def _get(self, at: int) -> _T:
        if at < len(self._first) or self._file is None:
            return self._first[at]
        from pickle import load

        self._file.seek(self._places[at - len(self._first)])
        thing: _T = load(self._file)  # our own file without a name: nobody else wrote in it
        return thing
