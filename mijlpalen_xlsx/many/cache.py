"""Results of earlier runs in a private folder: a file whose contents did not change is not read again."""

from __future__ import annotations

import os
import stat
from pathlib import Path

__all__ = ["Cache", "UnsafeFolder", "digest"]

PRIVATE = 0o700
_HOME = "mijlpalen-xlsx"


class UnsafeFolder(ValueError):
    """The folder for results is not ours alone; ``args[0]`` is its name."""


def digest(data: bytes) -> str:
    """SHA-256 of the contents of a file, in hexadecimal."""
    import hashlib  # with OpenSSL behind it: not for who keeps nothing

    return hashlib.sha256(data).hexdigest()


class Cache:
    """Results by key in a folder that nobody else may enter. Deleting the folder is always allowed.

    ``made_with`` is all besides the file that a result depends on: version, options. The folder that a
    person names may hold other things; ours is a folder in it.
    """

    def __init__(self, folder: str, made_with: str) -> None:
        self.home = Path(folder) / _HOME
        self.made_with = made_with

    def prepare(self) -> None:
        """Make the folder. Raises UnsafeFolder when others can reach it, OSError as the system says."""
        self.home.parent.mkdir(parents=True, exist_ok=True)
        self.home.mkdir(mode=PRIVATE, exist_ok=True)
        found = self.home.lstat()
        others = os.name == "posix" and (found.st_uid != os.getuid() or stat.S_IMODE(found.st_mode) & 0o077)
        if not stat.S_ISDIR(found.st_mode) or others:
            raise UnsafeFolder(str(self.home))

    def get(self, contents: str) -> bytes | None:
        """The result kept for contents with this digest, or None. Nothing damaged or moved is believed."""
        key = self._key(contents)
        try:
            kept = self._path(key).read_bytes()
        except OSError:
            return None
        seal, result = kept[:_SEAL], kept[_SEAL:]
        return result if seal == _seal(key, result) else None

    def put(self, contents: str, result: bytes) -> None:
        """Keep a result, whole or not at all. A full disk is no reason to stop: then it is not kept."""
        key = self._key(contents)
        path = self._path(key)
        beside = path.with_name(f"{path.name}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
        try:
            path.parent.mkdir(mode=PRIVATE, exist_ok=True)
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(_seal(key, result) + result)
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)

    def _key(self, contents: str) -> str:
        return digest(f"{self.made_with}\0{contents}".encode("utf-8", "surrogatepass"))

    def _path(self, key: str) -> Path:
        """A name made of digests only: nothing of a file's own name or contents shows in it."""
        return self.home / key[:2] / key[2:]


_SEAL = 65


def _seal(key: str, result: bytes) -> bytes:
    """The first line of what is kept: it fits these very bytes under this very key, and nothing else."""
    return digest(key.encode("ascii") + result).encode("ascii") + b"\n"
