"""The promises around the code: locks, licence, metadata and missing programs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

import mijlpalen_xlsx

ROOT = Path(__file__).parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PIN = re.compile(r"^([a-z0-9.-]+)==([^ ]+)( ; .+)?( \\)?$")


def pins(lock: Path) -> dict[tuple[str, str], str]:
    """Name and marker of each pinned package, with its version."""
    found = (PIN.match(line) for line in lock.read_text("utf-8").splitlines())
    return {(pin[1], pin[3] or ""): pin[2] for pin in found if pin}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_lock_holds_only_names_versions_and_hashes(lock: Path) -> None:
    for line in lock.read_text("utf-8").splitlines():
        comment = line.lstrip().startswith("#")
        hashed = re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line)
        assert comment or hashed or PIN.match(line), line
        assert "//" not in line, "a lock names no package host"
        assert not re.search(r"[ =](/|~)", line), "a lock names no folder"


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_pin_has_a_hash(lock: Path) -> None:
    text = lock.read_text("utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(pins(lock)) > 0
    assert all("--hash=sha256:" in block for block in blocks)


def test_demo_takes_the_versions_of_test() -> None:
    demo, test = (pins(ROOT / "requirements" / f"{name}.lock") for name in ("demo", "test"))
    assert demo.items() <= test.items()


def test_locks_cover_the_dependencies() -> None:
    names = {name for name, _ in pins(ROOT / "requirements" / "demo.lock")}
    asked = {re.split(r"[>=<\[ ]", line)[0].lower() for line in PROJECT["dependencies"]}
    assert asked <= names


def test_version_is_the_same_everywhere() -> None:
    assert mijlpalen_xlsx.__version__ == PROJECT["version"]
    assert f"softwareVersion: {PROJECT['version']}\n" in (ROOT / "publiccode.yml").read_text("utf-8")


def test_licence_is_the_same_everywhere() -> None:
    assert PROJECT["license"] == "EUPL-1.2"
    assert "license: EUPL-1.2\n" in (ROOT / "publiccode.yml").read_text("utf-8")
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")


def test_missing_program_skips_here(
    need_program: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-program is not installed"):
        need_program("no-such-program")


def test_missing_program_fails_on_a_build_server(
    need_program: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no-such-program is not installed"):
        need_program("no-such-program")


def test_present_program_gives_its_path(need_program: Callable[[str], str]) -> None:
    assert Path(need_program("sh")).name == "sh"
