"""What the server asks of a worker and what it gets back, and the frames in which both cross a pipe."""

from __future__ import annotations

import dataclasses
import json
import struct
from collections.abc import Iterator
from dataclasses import field
from typing import Any, BinaryIO, Literal

from mijlpalen_xlsx.records import NamedTuple, dataclass
from mijlpalen_xlsx.words import Lang

__all__ = [
    "Action",
    "Answer",
    "Job",
    "Upload",
    "WorkerLimits",
    "frames_of",
    "read_frame",
    "read_job",
    "write_frame",
]

Action = Literal["page", "json", "csv", "html", "marked", "template"]

_LENGTH = struct.Struct(">Q")
_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What one check may cost: address space in bytes, CPU seconds per file, bytes of the answer."""

    memory: int = 1024 * _MIB
    cpu_seconds: int = 15
    answer: int = 64 * _MIB


class Upload(NamedTuple):
    """A file as it was sent: the name by which its owner knows it, for display only, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Job:
    """One request for a worker. ``over`` are the places of files that were too much for an earlier one."""

    action: Action
    lang: Lang
    options: dict[str, Any] = field(default_factory=dict)
    files: tuple[Upload, ...] = ()
    over: tuple[int, ...] = ()


class Answer(NamedTuple):
    """What the worker made. ``outcome`` is one word for the log: ``done`` or the code of a refusal."""

    body: bytes
    outcome: str = "done"


def frames_of(job: Job) -> Iterator[bytes]:
    """The job as frames: what is asked, then a frame per file."""
    asked = {
        "action": job.action,
        "lang": job.lang,
        "options": job.options,
        "names": [upload.name for upload in job.files],
        "over": job.over,
    }
    yield json.dumps(asked).encode()
    for upload in job.files:
        yield upload.data


def read_job(stream: BinaryIO) -> Job | None:
    """The next job on the pipe; None when the server has gone."""
    head = read_frame(stream)
    if head is None:
        return None
    asked = json.loads(head)
    names = asked.pop("names")
    asked["over"] = tuple(asked["over"])
    files = []
    for name in names:
        data = read_frame(stream)
        if data is None:
            return None
        files.append(Upload(name, data))
    return dataclasses.replace(Job(**asked), files=tuple(files))


def write_frame(stream: BinaryIO, data: bytes) -> None:
    """Write the length, then the data. Raises OSError when nobody listens any more."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: BinaryIO, most: int | None = None) -> bytes | None:
    """The next frame; None when the other side ended, or promises more than ``most`` bytes."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    length = _LENGTH.unpack(head)[0]
    if most is not None and length > most:
        return None
    data = stream.read(length)
    return data if len(data) == length else None
