"""Files elsewhere, through fsspec: ``s3://``, ``https://``, ``memory://`` and whatever else it knows."""

from __future__ import annotations

from typing import Any

__all__ = ["RemoteError", "fetch", "files_below"]


class RemoteError(OSError):
    """A file elsewhere that could not be read; ``strerror`` says why in the words of its service.

    ``needs`` is what must be installed first, as a command, when it is only that.
    """

    def __init__(self, why: str, needs: str | None = None) -> None:
        super().__init__(5, why)
        self.needs = needs

    def __reduce__(self) -> tuple[type[RemoteError], tuple[str, str | None]]:
        return RemoteError, (str(self.strerror), self.needs)


# What fsspec itself needs for the addresses that people have; of others it says so in its own words.
_PACKAGES = {
    "s3": "s3fs", "s3a": "s3fs", "gs": "gcsfs", "gcs": "gcsfs", "abfs": "adlfs", "abfss": "adlfs",
    "az": "adlfs", "http": "aiohttp", "https": "aiohttp", "sftp": "paramiko", "ssh": "paramiko",
    "smb": "smbprotocol", "webdav": "webdav4",
}  # fmt: skip


def files_below(url: str) -> list[str] | None:
    """The addresses of all files below a folder; None when ``url`` is not a folder, or cannot be asked."""
    try:
        files, path = _opened(url)
        if not files.isdir(path):
            return None
        return [str(files.unstrip_protocol(name)) for name in files.find(path)]
    except OSError:
        return None  # reading it will say why
    except Exception:
        return None  # likewise: every service has errors of its own


def fetch(url: str, most: int) -> tuple[bytes, float | None]:
    """At most ``most + 1`` bytes of a file, and when it was changed in seconds, if known. Raises OSError."""
    try:
        files, path = _opened(url)
        with files.open(path, "rb") as file:
            data: bytes = file.read(most + 1)
        return data, _modified(files, path)
    except OSError:
        raise
    except Exception as error:  # each service has errors of its own; of one file only this file suffers
        raise RemoteError(f"{type(error).__name__}: {error}"[:200]) from None


def _modified(files: Any, path: str) -> float | None:
    try:
        changed = files.modified(path)
    except Exception:  # many services do not know
        return None
    return float(changed.timestamp())


def _opened(url: str) -> tuple[Any, str]:
    """The file system behind an address, and the path on it. Raises OSError that names a missing package."""
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise _missing(url, error) from None
    try:
        files, path = url_to_fs(url)
    except ImportError as error:
        raise _missing(url, error) from None
    except ValueError as error:
        raise RemoteError(str(error)) from None
    return files, str(path)


def _missing(url: str, error: ImportError) -> RemoteError:
    """What to install for this kind of address: our extra, and the package of its service."""
    package = _PACKAGES.get(url.partition("://")[0].lower(), "")
    return RemoteError(str(error), f"pip install 'mijlpalen-xlsx[remote]' {package}".strip())
