"""What is found in folders: workbooks in natural order, no lock files, nothing hidden, nothing twice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mijlpalen_xlsx.many import find
from mijlpalen_xlsx.many.listing import is_url

FOUND = ["plan2.xlsx", "plan10.xlsx", "sub/A.XLSM", "sub/deep/b.xls", "sub/deep/c.ods"]
LEFT = ["~$plan2.xlsx", ".plan.xlsx", ".git/x.xlsx", "notes.docx", "plan.xlsx.bak", "sub/data.csv"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*FOUND, *LEFT):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def names(folder: Path, *paths: str) -> list[str]:
    return [os.path.relpath(source.name, folder) for source in find(paths)]


def test_a_folder_gives_its_workbooks(folder: Path) -> None:
    assert names(folder, str(folder)) == FOUND


def test_a_file_that_is_named_is_always_taken(folder: Path) -> None:
    wanted = [str(folder / "notes.docx"), str(folder / "not there.xlsx"), "-"]
    assert [source.name for source in find(wanted)] == wanted


def test_nothing_is_found_twice(folder: Path) -> None:
    twice = [str(folder / "sub"), str(folder / "sub" / ".." / "sub" / "A.XLSM"), str(folder)]
    assert sorted(names(folder, *twice)) == sorted(FOUND)


def test_what_is_to_be_written_is_not_read(folder: Path) -> None:
    found = find([str(folder)], leave_out=[str(folder / "plan10.xlsx")])
    assert [Path(source.name).name for source in found] == ["plan2.xlsx", "A.XLSM", "b.xls", "c.ods"]


def test_links_in_a_circle_end(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder)
    assert names(folder, str(folder)) == FOUND


@pytest.mark.parametrize(
    ("name", "url"),
    [("s3://bucket/a.xlsx", True), ("memory://a", True), ("C:\\a.xlsx", False), ("a://b", False),
     ("file.xlsx", False), ("./x y://z", False)],
)  # fmt: skip
def test_what_an_address_is(name: str, url: bool) -> None:
    assert is_url(name) is url
