"""Nothing in a picture covers anything else: many milestones, long words, all papers."""

from __future__ import annotations

import dataclasses
import json
import re
import subprocess
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

from mijlpalen_xlsx.periods import Scale
from mijlpalen_xlsx.picture import gantt_html, gantt_pages, gantt_svg
from mijlpalen_xlsx.plan import Plan
from tests.picture.drawing import Box, parsed, parts, rectangles, segments, size, texts
from tests.picture.plans import REFERENCE, large, milestone, plan_of, region

PICTURES = {
    "200 milestones": lambda: [gantt_svg(large(200), REFERENCE)],
    "200 milestones, narrow": lambda: [gantt_svg(large(200), REFERENCE, width=640)],
    "200 milestones, ten years": lambda: [gantt_svg(large(200, 10), REFERENCE)],
    "one year": lambda: [gantt_svg(large(12, 1), REFERENCE)],
    "months": lambda: [gantt_svg(_scaled(large(40, 2), Scale.MONTH), REFERENCE, width=2400)],
    "school years": lambda: [gantt_svg(_scaled(large(40), Scale.SCHOOLYEAR), REFERENCE, width=800)],
    "all on A3": lambda: [gantt_svg(large(60), REFERENCE, page="a3")],
    "sheets of A3": lambda: gantt_pages(large(200), REFERENCE),
    "sheets of A4": lambda: gantt_pages(large(200), REFERENCE, page="a4"),
    "words as dates": lambda: [gantt_svg(region(), REFERENCE)],
    "English": lambda: [gantt_svg(region(), REFERENCE, lang="en")],
}


def _scaled(plan: Plan, scale: Scale) -> Plan:
    return dataclasses.replace(plan, about=dataclasses.replace(plan.about, scale=scale))


@pytest.fixture(scope="module", params=list(PICTURES))
def drawn(request: pytest.FixtureRequest) -> list[str]:
    pictures: list[str] = PICTURES[request.param]()
    return pictures


def overlapping(boxes: list[Box], others: list[Box] | None = None) -> list[tuple[Box, Box]]:
    """Pairs that cover each other; sorted from the top, so that far-off boxes need no comparing."""
    if others is None:
        ordered = sorted(boxes, key=lambda box: box.top)
        found = []
        for at, box in enumerate(ordered):
            for other in ordered[at + 1 :]:
                if other.top >= box.bottom:
                    break
                if box.overlaps(other):
                    found.append((box, other))
        return found
    return [(box, other) for box in boxes for other in others if box.overlaps(other)]


def test_texts_do_not_cover_each_other(drawn: list[str]) -> None:
    for svg in drawn:
        assert not overlapping(texts(parsed(svg)))


def test_texts_and_bars_do_not_cover_each_other(drawn: list[str]) -> None:
    for svg in drawn:
        root = parsed(svg)
        assert parts(root)
        assert not overlapping(texts(root), parts(root))


def test_lines_do_not_cross_texts(drawn: list[str]) -> None:
    for svg in drawn:
        root = parsed(svg)
        assert not overlapping(texts(root), list(segments(root)))


def test_bars_of_different_rows_do_not_touch(drawn: list[str]) -> None:
    for svg in drawn:
        bars = parts(parsed(svg), "planned", "elapsed", "done", "overrun", "late", "cancelled")
        for one, other in overlapping(bars):
            assert abs((one.top + one.bottom) - (other.top + other.bottom)) < 0.1, (one, other)


def test_everything_lies_on_the_paper(drawn: list[str]) -> None:
    for svg in drawn:
        root = parsed(svg)
        width, height = size(root)
        for box in (*texts(root), *parts(root), *segments(root)):
            assert box.left >= 0, box
            assert box.top >= 0, box
            assert box.right <= width, box
            assert box.bottom <= height, box


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_text_stands_out_from_what_lies_behind_it(drawn: list[str]) -> None:
    for svg in drawn:
        root = parsed(svg)
        behind = rectangles(root)
        for text in texts(root):
            x, y = (text.left + text.right) / 2, (text.top + text.bottom) / 2
            under = [b for b in behind if b.left <= x <= b.right and b.top <= y <= b.bottom]
            assert contrast(text.fill, under[-1].fill) >= 4.5, text


def test_bars_differ_in_greyscale() -> None:
    bars = parts(parsed(gantt_svg(large(60), REFERENCE)), "planned", "elapsed", "done")
    fills = {bar.what: bar.fill for bar in bars}
    assert set(fills) == {"planned", "elapsed", "done"}
    for one, other in combinations(fills.values(), 2):
        assert contrast(one, other) >= 1.5


_OVERLAPS = """
<script>
const boxes = [...document.querySelectorAll('.screen text')].map(
  t => [t.getBoundingClientRect(), t.textContent]);
const bars = [...document.querySelectorAll('.screen [data-part]:not([data-part=link])')].map(
  b => [b.getBoundingClientRect(), b.dataset.part]);
const hit = (a, b) => a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
const found = [];
boxes.forEach(([a, what], at) => {
  for (const [b, other] of boxes.slice(at + 1)) if (hit(a, b)) found.push([what, other]);
  for (const [b, other] of bars) if (hit(a, b)) found.push([what, other]);
});
document.title = 'OVERLAPS ' + JSON.stringify({texts: boxes.length, bars: bars.length, found}) + ' END';
</script>
"""


@pytest.mark.parametrize("font", ["Liberation Sans", "DejaVu Sans"])
def test_a_browser_agrees(font: str, need_program: Callable[[str], str], tmp_path: Path) -> None:
    page = gantt_html(large(200), REFERENCE).replace(
        "'Liberation Sans', Arial, Helvetica, 'DejaVu Sans'", font
    )
    file = tmp_path / "plan.html"
    file.write_text(page.replace("</body>", f"{_OVERLAPS}</body>"), "utf-8")
    browser = [
        need_program("chromium"),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--window-size=1500,1000",
    ]
    done = subprocess.run(
        [*browser, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", file.as_uri()],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    said = re.search(r"OVERLAPS (.*?) END", done.stdout)
    assert said, done.stderr[-500:]
    seen = json.loads(said[1].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))
    assert seen["texts"] > 600
    assert seen["bars"] > 150
    assert seen["found"] == []


def test_an_overlap_would_be_seen() -> None:
    root = parsed(gantt_svg(plan_of(milestone("1.1", due="1-5-2023")), REFERENCE))
    box = texts(root)[-1]
    assert overlapping([box, box._replace(left=box.left + 1)])
