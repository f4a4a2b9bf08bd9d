"""A browser for pages of HTML, and what axe finds wrong with them for people who cannot see or point."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

__all__ = ["browser", "fits", "violations"]


@pytest.fixture(scope="session")
def browser(need_program: Callable[[str], str]) -> Iterator[Browser]:
    """Chromium as Debian has it, without a window; one for all tests of a worker, each with its own page."""
    program = need_program("chromium")
    with sync_playwright() as playwright:
        # Builds often run as root in a container, where Chromium's own sandbox refuses to start.
        running = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield running
        running.close()


def violations(page: Page, axe: Path) -> list[str]:
    """What axe finds wrong with the page as it is now: rule, first place, and how to mend it.

    ``axe`` is the folder of the package axe-core, as ``need_package`` gives it.
    """
    page.add_script_tag(path=axe / "axe.min.js")
    found = page.evaluate("axe.run().then(result => result.violations)")
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]} {v['nodes'][0]['failureSummary']}" for v in found]


def fits(page: Page) -> bool:
    """Whether the page is no wider than its window."""
    wide: bool = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return wide
