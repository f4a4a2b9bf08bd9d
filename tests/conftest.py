"""What all tests share: programs that may be absent, and how long hypothesis looks."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

from tests.browser import browser

__all__ = ["browser"]  # a fixture of all tests

# No deadline: the first call imports openpyxl or starts a program, which says nothing about our code.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# A build server must give the same answer twice.
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def need_program() -> Callable[[str], str]:
    """A function that gives the path of a program, or skips the test; where CI is set it fails the test."""
    return _path_of


@pytest.fixture(scope="session")
def need_package() -> Callable[[str], Path]:
    """A function that gives the folder of a package of npm, or skips the test or fails it likewise."""

    def folder_of(package: str) -> Path:
        folder = Path(__file__).parent / "node" / "node_modules" / package
        return folder if folder.is_dir() else _missing(package)

    return folder_of


def _path_of(program: str) -> str:
    return shutil.which(program) or _missing(program)


def _missing(what: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(f"{what} is not installed, and here no test may be skipped for that", pytrace=False)
    pytest.skip(f"{what} is not installed; scripts/install-programs installs it")
