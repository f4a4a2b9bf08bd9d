"""What all tests share: programs that may be absent, and how long hypothesis looks."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

# No deadline: the first call imports openpyxl or starts a program, which says nothing about our code.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# A build server must give the same answer twice.
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def need_program() -> Callable[[str], str]:
    """A function that gives the path of a program, or skips the test; where CI is set it fails the test."""
    return _path_of


def _path_of(program: str) -> str:
    path = shutil.which(program)
    if path is None and os.environ.get("CI"):
        pytest.fail(f"{program} is not installed, and here no test may be skipped for that", pytrace=False)
    if path is None:
        pytest.skip(f"{program} is not installed; scripts/install-programs installs it")
    return path
