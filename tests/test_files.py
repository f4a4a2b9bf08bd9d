"""Writing whole or not at all, and never over what was to be read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from mijlpalen_xlsx.files import WouldChangeInput, guard, write_whole


def test_writes_a_new_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "plan één.xlsx", b"data")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"plan één.xlsx": b"data"}


def test_an_existing_file_stays_without_force(tmp_path: Path) -> None:
    target = tmp_path / "plan.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_whole(target, b"new")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"plan.xlsx": b"old"}
    write_whole(target, b"new", force=True)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"plan.xlsx": b"new"}


def test_force_keeps_the_permissions(tmp_path: Path) -> None:
    target = tmp_path / "plan.xlsx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_whole(target, b"new", force=True)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("step", ["fsync", "link", "replace"])
def test_a_write_that_fails_halfway_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, force: bool
) -> None:
    target = tmp_path / "plan.xlsx"
    if force:
        target.write_bytes(b"old")
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    monkeypatch.setattr(Path, "rename", full)
    happens = step == "fsync" or (step == "replace") == force
    if happens:
        with pytest.raises(OSError, match="No space left"):
            write_whole(target, b"new", force=force)
        assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before
    else:
        write_whole(target, b"new", force=force)
        assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"plan.xlsx": b"new"}


def test_an_interrupted_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "plan.xlsx", b"data")
    assert list(tmp_path.iterdir()) == []


def test_a_file_system_without_links_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    write_whole(tmp_path / "plan.xlsx", b"data")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"plan.xlsx": b"data"}


def test_a_file_that_appears_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "plan.xlsx"
    sync = os.fsync

    def meanwhile(number: int) -> None:
        sync(number)
        target.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(FileExistsError):
        write_whole(target, b"ours")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"plan.xlsx": b"theirs"}


def test_a_link_keeps_being_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.xlsx", tmp_path / "link.xlsx"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_whole(link, b"new", force=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_folder_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path, b"data", force=True)
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "missing" / "plan.xlsx", b"data")
    assert list(tmp_path.iterdir()) == []


def test_a_device_takes_the_data() -> None:
    write_whole("/dev/null", b"data")
    assert Path("/dev/null").is_char_device()


def test_an_input_is_guarded_by_any_name(tmp_path: Path) -> None:
    plan = tmp_path / "plan.xlsx"
    plan.write_bytes(b"data")
    (tmp_path / "other.xlsx").hardlink_to(plan)
    for name in (plan, tmp_path / "." / "plan.xlsx", tmp_path / "other.xlsx"):
        with pytest.raises(WouldChangeInput):
            guard(name, [plan])
    guard(tmp_path / "new.xlsx", [plan, tmp_path / "gone.xlsx"])
