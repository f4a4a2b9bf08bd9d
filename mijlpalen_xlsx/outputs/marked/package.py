"""The zip file around the parts: those that nobody touched are copied packed as they were."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable

from mijlpalen_xlsx.outputs.marked.spans import Span, opened, parse, quoted, splice, without_wide_encoding
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.sheets import Limits, Unreadable
from mijlpalen_xlsx.sheets.container import Container
from mijlpalen_xlsx.sheets.model import damaged

__all__ = ["Package", "Relation"]

_TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EMPTY = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_RELATIONS}"/>'.encode()
)

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DESCRIPTOR = 0x08  # "sizes follow the data": ours come before it
_UTF8 = 0x800
_DAY_ONE = (1980, 1, 1, 0, 0, 0)  # the same workbook must give the same bytes tomorrow


class Relation(NamedTuple):
    """A reference to a part: the last word of its type, the part it leads to, its id and whole type."""

    kind: str
    target: str
    identity: str
    type: str


class Package:
    """The parts of a workbook by name, and the changes to them. Names compare as in ``Container``."""

    def __init__(self, source: bytes, limits: Limits) -> None:
        self.limits = limits
        self._source = source
        self._container = Container(source, limits)
        self._names = set(self._container.names())
        self._read: dict[str, bytes] = {}  # every part is inflated, and counted, once
        self._changed: dict[str, bytes] = {}
        self._new: dict[str, str] = {}

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._names

    def no_workbook(self) -> Unreadable:
        """The refusal of a file in which no workbook was found."""
        return self._container.no_workbook()

    def read(self, part: str) -> bytes:
        """The part as it stands now. Raises Unreadable when it is missing, damaged or too large."""
        key = _key(part)
        if key not in self._changed and key not in self._read:
            self._read[key] = without_wide_encoding(b"".join(self._container.part(part)))
        return self._changed[key] if key in self._changed else self._read[key]

    def tree(self, part: str) -> Span:
        """The part, parsed."""
        return parse(self.read(part), part, self.limits)

    def write(self, part: str, data: bytes) -> None:
        """Give a part, old or new, other content."""
        key = _key(part)
        if key not in self._names:
            self._names.add(key)
            self._new[key] = part
        self._read.pop(key, None)
        self._changed[key] = data

    def free(self, pattern: str) -> str:
        """The first name that no part has: ``xl/comments{}.xml`` with the lowest number that fits."""
        number = next(n for n in range(1, len(self._names) + 2) if pattern.format(n) not in self)
        return pattern.format(number)

    def relations(self, part: str) -> list[Relation]:
        """What ``part`` refers to within the file; ``""`` is the file itself."""
        rels = _rels(part)
        if rels not in self:
            return []
        return [
            Relation(_kind(node), resolve(part, node.get("Target")), node.get("Id"), node.get("Type"))
            for node in self.tree(rels)
            if node.get("TargetMode").lower() != "external"
        ]

    def relate(self, part: str, type_: str, target: str) -> str:
        """Let ``part`` refer to ``target``; gives the id of the reference."""
        rels = _rels(part)
        data = self.read(rels) if rels in self else _EMPTY
        root = parse(data, rels, self.limits)
        taken = {node.get("Id") for node in root}
        identity = next(name for n in range(1, len(taken) + 2) if (name := f"rId{n}") not in taken)
        values = {"Id": identity, "Type": type_, "Target": f"/{target}"}
        self.write(rels, splice(data, opened(data, root, _element(root, "Relationship", values))))
        return identity

    def unrelate(self, part: str) -> None:
        """Let ``part`` refer to nothing."""
        if _rels(part) in self:
            self.write(_rels(part), _EMPTY)

    def declare(self, part: str, content_type: str) -> None:
        """Say in the list of contents what ``part`` is."""
        self._declare("Override", {"PartName": f"/{part}", "ContentType": content_type})

    def declare_extension(self, extension: str, content_type: str) -> None:
        """Say what all parts with this extension are, unless that was said."""
        known = (node.get("Extension").lower() for node in self.tree(_TYPES) if node.local == "Default")
        if extension not in known:
            self._declare("Default", {"Extension": extension, "ContentType": content_type})

    def _declare(self, name: str, values: dict[str, str]) -> None:
        data = self.read(_TYPES)
        root = parse(data, _TYPES, self.limits)
        self.write(_TYPES, splice(data, opened(data, root, _element(root, name, values))))

    def to_bytes(self) -> bytes:
        """The whole file: old parts in their order, then the new ones."""
        out = io.BytesIO()
        directory: list[bytes] = []
        for info, packed in self._entries():
            directory.append(_written(out, info, packed))
        start = out.tell()
        out.write(b"".join(directory))
        count = min(len(directory), 0xFFFF)
        out.write(_END.pack(b"PK\5\6", 0, 0, count, count, out.tell() - start, start, 0))
        return out.getvalue()

    def _entries(self) -> Iterable[tuple[zipfile.ZipInfo, bytes]]:
        for info in zipfile.ZipFile(io.BytesIO(self._source)).infolist():
            changed = self._changed.get(_key(info.filename))
            yield (info, self._packed(info)) if changed is None else _deflated(info, changed)
        for key, name in self._new.items():
            yield _deflated(zipfile.ZipInfo(name, _DAY_ONE), self._changed[key])

    def _packed(self, info: zipfile.ZipInfo) -> bytes:
        """The bytes of an entry as they lie in the source, still compressed."""
        header = self._source[info.header_offset : info.header_offset + _LOCAL.size]
        if len(header) < _LOCAL.size:
            raise damaged("zip", info.filename)
        *_, name_size, extra_size = _LOCAL.unpack(header)
        start = info.header_offset + _LOCAL.size + name_size + extra_size
        return self._source[start : start + info.compress_size]


def _deflated(info: zipfile.ZipInfo, data: bytes) -> tuple[zipfile.ZipInfo, bytes]:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    new = zipfile.ZipInfo(info.orig_filename, info.date_time)
    new.flag_bits, new.external_attr = info.flag_bits & _UTF8, info.external_attr
    new.compress_type = zipfile.ZIP_DEFLATED
    new.CRC, new.file_size, new.compress_size = zlib.crc32(data), len(data), len(packed)
    return new, packed


def _written(out: io.BytesIO, info: zipfile.ZipInfo, packed: bytes) -> bytes:
    """Write an entry; gives its line in the directory at the end of the file."""
    flags = info.flag_bits & ~_DESCRIPTOR
    name = info.orig_filename.encode("utf-8" if flags & _UTF8 else "cp437")
    year, month, day, hour, minute, second = info.date_time
    time, date = hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
    offset = out.tell()
    sizes = info.CRC, len(packed), info.file_size
    common = 20, flags, info.compress_type, time, date, *sizes, len(name), 0
    out.write(_LOCAL.pack(b"PK\3\4", *common) + name + packed)
    return _CENTRAL.pack(b"PK\1\2", 20, *common, 0, 0, 0, info.external_attr, offset) + name


def _element(root: Span, name: str, values: dict[str, str]) -> bytes:
    attributes = b"".join(b" " + key.encode() + b"=" + quoted(value) for key, value in values.items())
    return f"<{root.prefix}{name}".encode() + attributes + b"/>"


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _kind(node: Span) -> str:
    return node.get("Type").rpartition("/")[2]


def _rels(part: str) -> str:
    folder, slash, name = part.rpartition("/")
    return f"{folder}{slash}_rels/{name}.rels"


def resolve(part: str, target: str) -> str:
    """The part that ``target`` means when ``part`` says it: absolute, or relative to its folder."""
    target = target.replace("\\", "/").partition("#")[0]
    steps: list[str] = []
    for step in (target if target.startswith("/") else f"{part.rpartition('/')[0]}/{target}").split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
