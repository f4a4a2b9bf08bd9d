"""The picture as PNG: its size, its text, and what is said when it cannot be made."""

from __future__ import annotations

import struct
import sys

import pytest

from mijlpalen_xlsx.picture import CannotDraw, gantt_pages, gantt_svg, to_png
from tests.picture.plans import REFERENCE, large, milestone, plan_of


def dots(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_two_dots_per_pixel() -> None:
    svg = gantt_svg(plan_of(milestone("1.1", due="1-5-2023")), REFERENCE, width=700)
    assert dots(to_png(svg))[0] == 1400
    assert dots(to_png(svg, scale=1))[0] == 700


def test_a4_has_its_own_shape() -> None:
    width, height = dots(to_png(gantt_pages(large(5), REFERENCE, page="a4")[0], scale=1))
    assert (width, height) == (1123, 794)


def test_text_is_drawn() -> None:
    drawn, bare = (
        to_png(gantt_svg(plan_of(milestone("1.1", title=title, due="1-5-2023")), REFERENCE), scale=1)
        for title in ("Met een titel", None)
    )
    assert drawn != bare


def test_a_missing_library_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(CannotDraw, match=r"mijlpalen-xlsx\[plots\]"):
        to_png(gantt_svg(plan_of(), REFERENCE))


def test_a_computer_without_fonts_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import resvg_py

    monkeypatch.setattr(resvg_py, "svg_to_bytes", lambda **_: b"blank")
    with pytest.raises(CannotDraw, match="fonts-dejavu"):
        to_png(gantt_svg(plan_of(), REFERENCE))
