"""What is kept of earlier runs: private, whole, and only of the very same contents and options."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from mijlpalen_xlsx.many import Cache, UnsafeFolder
from mijlpalen_xlsx.many.cache import digest


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    cache = Cache(str(tmp_path), "1.0")
    cache.prepare()
    return cache


def test_what_is_put_comes_back(cache: Cache) -> None:
    assert cache.get(digest(b"a")) is None
    cache.put(digest(b"a"), b"result")
    assert cache.get(digest(b"a")) == b"result"
    assert cache.get(digest(b"b")) is None


def test_another_version_or_option_is_another_result(cache: Cache, tmp_path: Path) -> None:
    cache.put(digest(b"a"), b"result")
    assert Cache(str(tmp_path), "1.1").get(digest(b"a")) is None


def test_nobody_else_can_read_it(cache: Cache) -> None:
    cache.put(digest(b"a"), b"result")
    for path in (cache.home, *cache.home.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_names_tell_nothing_and_nothing_half_is_left(cache: Cache) -> None:
    cache.put(digest(b"a"), b"result")
    files = [path for path in cache.home.rglob("*") if path.is_file()]
    assert [len(path.parent.name + path.name) for path in files] == [64]
    assert digest(b"a") not in files[0].parent.name + files[0].name


def test_a_folder_that_others_can_enter_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mijlpalen-xlsx").mkdir(mode=0o755)
    with pytest.raises(UnsafeFolder):
        Cache(str(tmp_path), "1").prepare()


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "mijlpalen-xlsx").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UnsafeFolder):
        Cache(str(tmp_path / "here"), "1").prepare()


def test_a_folder_that_went_away_is_no_reason_to_stop(cache: Cache) -> None:
    cache.home.rmdir()
    cache.put(digest(b"a"), b"result")
    assert cache.get(digest(b"a")) is None


def test_what_was_damaged_is_not_believed(cache: Cache) -> None:
    cache.put(digest(b"a"), b"12 milestones")
    (path,) = (path for path in cache.home.rglob("*") if path.is_file())
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert cache.get(digest(b"a")) is None, at
        path.write_bytes(whole[:at])
        assert cache.get(digest(b"a")) is None, at
    path.write_bytes(whole)
    assert cache.get(digest(b"a")) == b"12 milestones"


def test_a_result_under_the_name_of_another_is_not_believed(cache: Cache) -> None:
    cache.put(digest(b"a"), b"result")
    (path,) = (path for path in cache.home.rglob("*") if path.is_file())
    cache.put(digest(b"b"), b"another")
    (other,) = (other for other in cache.home.rglob("*") if other.is_file() and other != path)
    other.write_bytes(path.read_bytes())
    assert cache.get(digest(b"b")) is None
    assert cache.get(digest(b"a")) == b"result"
