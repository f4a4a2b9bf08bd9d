"""The page in a real browser: from a blank workbook to a checked one, with and without scripts."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from mijlpalen_xlsx import check
from tests.browser import fits
from tests.web.server import Server, filled_in

SAMPLES = Path(__file__).parents[2] / "samples"
FORTY = SAMPLES / "fouten" / "plan.xlsx"
REFUSED = SAMPLES / "niet-te-lezen" / "half.xlsx"
NASTY = (
    '<script>window.ran = 1</script> "O\'Brien" <img src=x onerror=window.ran=1> '
    "{0} %s &lt; \u05d0\u05d1\u05d2 "
)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser without memory; whatever a page of ours asks from elsewhere fails the test."""
    context = browser.new_context(accept_downloads=True, viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, served: Server) -> Iterator[Page]:
    """The first page of the server. Nothing may go wrong in its script, nothing be asked of another host."""
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: wrong.append(request.url) if not _ours(request.url, served) else None)
    page.goto(served.url)
    yield page
    expected = ("status of 4", "net::ERR_FAILED")  # a test makes these happen
    assert not [each for each in wrong if not any(word in each for word in expected)]


def _ours(url: str, served: Server) -> bool:
    return url.startswith((served.url, "data:", "blob:"))


def send(page: Page, *files: Path | dict[str, object]) -> None:
    page.set_input_files("#file", list(files))  # type: ignore[arg-type]
    page.click("#check [type=submit]")
    page.wait_for_selector("#outcome")


def shown(page: Page) -> set[tuple[str, str]]:
    """Cell and code of each finding on the page, ranges taken apart."""
    found = set()
    for row in page.locator(".findings tbody tr").all():
        code = row.locator(".code").inner_text().strip()
        cells = row.locator("th")
        ranges = row.locator(".cells")
        text = ranges.text_content() if ranges.count() else _first(cells)
        for part in re.findall(r"([A-Z]+)(\d+)(?::[A-Z]+(\d+))?", text or ""):
            last = int(part[2] or part[1])
            found |= {(f"{part[0]}{n}", code) for n in range(int(part[1]), last + 1)}
    return found


def _first(cells: Locator) -> str:
    """The ranges in the head of a row, without the number of cells behind them."""
    return str(cells.evaluate("head => head.firstChild.textContent")) if cells.count() else ""


def downloaded(page: Page, name: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).click()
    return Path(waiting.value.path()).read_bytes()


def test_from_a_blank_workbook_to_a_checked_one(page: Page, tmp_path: Path) -> None:
    page.fill("#region", "De Heuvels")
    page.fill("#subproject", "Techlab\nLOB")
    with page.expect_download() as waiting:
        page.click("text=Download leeg werkboek")
    assert waiting.value.suggested_filename == "mijlpalenplan.xlsx"
    target = tmp_path / "ingevuld.xlsx"
    waiting.value.save_as(target)

    book = openpyxl.load_workbook(target)
    sheet = book["Mijlpalenplan"]
    heads = {cell.value: cell for row in sheet.iter_rows(max_row=12) for cell in row if cell.value}
    first = next(cell.row for cell in sheet["C"] if cell.value == "Techlab") + 1
    for title, value in {
        "Mijlpaal": "Er is een plan",
        "Start": "1-5-2026",
        "Gereed (gepland)": "1-2-2026",
    }.items():
        sheet.cell(first, heads[title].column, value)
    sheet.cell(first + 1, heads["Mijlpaal"].column, "Nog een plan")
    sheet.cell(first + 1, heads["Start"].column, "als het zover is")
    book.save(target)

    send(page, target)
    findings = check(target).files[0].findings
    cells = {(f.cell, f.code) for f in findings if f.cell}
    assert shown(page) == cells
    assert "M201" in {code for _, code in cells}
    assert page.locator("#outcome").inner_text() == "Uitkomst: ingevuld.xlsx"

    marked = openpyxl.load_workbook(io.BytesIO(downloaded(page, "Gemarkeerd werkboek")))
    cell = next(f.cell for f in findings if f.code == "M201")
    assert cell
    assert marked["Mijlpalenplan"][cell].comment
    assert sum(1 for row in marked["Bevindingen"].iter_rows(values_only=True) if any(row)) > len(findings)


def test_the_files_to_take_along_are_those_of_the_command(page: Page) -> None:
    send(page, FORTY)
    data = json.loads(downloaded(page, "Gegevens (JSON)"))
    findings = check(FORTY).files[0].findings
    assert [f["code"] for f in data["files"][0]["findings"]] == [f.code for f in findings]
    rows = list(
        csv.reader(downloaded(page, "Bevindingen (CSV)").decode("utf-8-sig").splitlines(), delimiter=";")
    )
    assert len(rows) == len(findings) + 1
    assert downloaded(page, "Verslag (HTML)").startswith(b"<!doctype html>")


def test_several_files_at_once(page: Page, tmp_path: Path) -> None:
    plans = []
    for n in range(3):
        plans.append(tmp_path / f"plan-{n}.xlsx")
        plans[-1].write_bytes(filled_in(f"Er is een plan {n}", region=f"Regio {n}"))
    send(page, *plans, REFUSED)
    assert page.locator("#chosen li").count() == 4
    assert page.locator("#outcome").inner_text() == "Uitkomst: 4 werkboeken"
    assert [a.inner_text() for a in page.locator("table.files tbody th").all()] == [
        *(p.name for p in plans),
        "half.xlsx",
    ]
    assert page.get_by_role("heading", name="Alle plannen samen").is_visible()
    assert page.get_by_role("link", name=re.compile("^Gemarkeerd werkboek")).count() == 3
    assert "beschadigd" in page.locator(".unread").inner_text()
    assert page.locator(".picture svg").count() == 3


def test_without_scripts(browser: Browser, served: Server) -> None:
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    page.goto(served.url)
    with page.expect_download() as waiting:
        page.click("text=Download leeg werkboek")
    assert waiting.value.suggested_filename == "mijlpalenplan.xlsx"
    send(page, FORTY)
    assert page.url.endswith("/check")
    assert page.locator("#region").is_visible()
    assert shown(page) == {(f.cell, f.code) for f in check(FORTY).files[0].findings if f.cell}
    marked = openpyxl.load_workbook(io.BytesIO(downloaded(page, "Gemarkeerd werkboek")))
    assert "Bevindingen" in marked.sheetnames
    page.get_by_label("alleen fouten").check()
    assert page.locator(".findings tr.warning").first.is_hidden()
    assert page.locator(".findings tr.error").first.is_visible()
    page.goto(served.url)
    page.click("#check [type=submit]")
    assert page.get_by_role("alert").get_by_role("link", name="Kies eerst een werkboek.").is_visible()
    context.close()


def test_what_to_show(page: Page) -> None:
    send(page, FORTY)
    errors, warnings, hints = (page.locator(f".findings tr.{kind}") for kind in ("error", "warning", "hint"))
    assert errors.first.is_visible()
    assert hints.first.is_visible()
    page.get_by_label("fouten en let op").check()
    assert hints.first.is_hidden()
    assert warnings.first.is_visible()
    page.get_by_label("alleen fouten").check()
    assert warnings.first.is_hidden()
    empty = page.locator("#result .scrolls:has(.findings):not(:has(tr.error))")
    assert empty.count()
    assert not any(table.is_visible() for table in empty.all())


def test_the_keyboard_alone(page: Page, tmp_path: Path) -> None:
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Naar de inhoud"
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        ring = focused.evaluate("e => getComputedStyle(e).outlineStyle + getComputedStyle(e).outlineWidth")
        assert ring not in ("none0px", "none3px"), focused.evaluate("e => e.outerHTML")
        seen.append(focused.get_attribute("id") or focused.inner_text())
        if focused.get_attribute("id") == "file":
            break
    assert seen[-1] == "file"
    page.set_input_files("#file", str(FORTY))  # what the dialog of the system does
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Meer keuzes"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("id") == "reference_date"
    page.locator("#check [type=submit]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#outcome")
    expect(page.locator("#said")).to_have_text(re.compile(r"^Controle klaar\. Fouten: \d+"))
    assert page.locator(":focus").get_attribute("id") == "result"
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Gemarkeerd werkboek"
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename == "plan-gemarkeerd.xlsx"


def test_a_mistake_is_said_at_its_field(page: Page) -> None:
    page.click("#check [type=submit]")
    assert page.locator("#file-mistake").inner_text() == "Kies eerst een werkboek."
    assert page.locator(":focus").get_attribute("id") == "file"
    page.set_input_files("#file", [str(FORTY)] * 11)
    page.click("#check [type=submit]")
    assert page.locator("#file-mistake").inner_text() == "Stuur hoogstens 10 bestanden tegelijk."
    page.set_input_files("#file", str(FORTY))
    assert not page.locator("#file-mistake").count()
    page.click("text=Meer keuzes >> nth=0")
    page.fill("#years", "later")
    page.click("text=Download leeg werkboek")
    page.wait_for_selector(".wrong")
    assert page.locator(":focus").get_attribute("class") == "wrong"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#years")
    assert page.locator("#years").is_visible()


def test_files_can_be_dropped(page: Page) -> None:
    data = page.evaluate_handle(
        """bytes => { const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], 'gesleept.xlsx')); return data; }""",
        list(filled_in("Er is een plan")),
    )
    page.dispatch_event(".drop", "dragover", {"dataTransfer": data})
    assert "over" in (page.locator(".drop").get_attribute("class") or "")
    page.dispatch_event(".drop", "drop", {"dataTransfer": data})
    page.click("#check [type=submit]")
    page.wait_for_selector("#outcome")
    assert page.locator("#outcome").inner_text() == "Uitkomst: gesleept.xlsx"


def test_a_check_can_be_stopped(page: Page) -> None:
    page.route("**/check", lambda route: None)  # an answer that does not come
    page.set_input_files("#file", str(FORTY))
    page.click("#check [type=submit]")
    stop = page.get_by_role("button", name="Stop")
    assert stop.is_visible()
    assert page.locator("#check [type=submit]").is_disabled()
    stop.click()
    assert page.locator("#stage").inner_text() == "Gestopt. Er is niets bewaard."
    assert page.locator("#check [type=submit]").is_enabled()
    page.unroute("**/check")
    send(page, FORTY)
    assert page.locator("#busy").is_hidden()


def test_a_lost_connection_is_said(page: Page) -> None:
    page.route("**/check", lambda route: route.abort())
    page.set_input_files("#file", str(FORTY))
    page.click("#check [type=submit]")
    page.wait_for_selector("#file-mistake")
    assert page.locator("#file-mistake").inner_text() == "Er kwam geen antwoord. Probeer het zo weer."


@pytest.mark.parametrize("scripts", [True, False])
def test_text_of_people_is_text(browser: Browser, served: Server, scripts: bool, tmp_path: Path) -> None:
    plan = tmp_path / "<img src=x onerror=alert(1)>.xlsx"
    title = (NASTY * 500)[:32_000]
    plan.write_bytes(filled_in(title, region=NASTY, due="1-1-2026"))
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(f"it ran: {dialog.message}"))
    page.goto(served.url)
    send(page, {"name": plan.name, "mimeType": "application/octet-stream", "buffer": plan.read_bytes()})
    assert "<img src=x onerror=alert(1)>.xlsx" in page.locator("#outcome").inner_text()
    assert '<script>window.ran = 1</script> "O\'Brien"' in page.locator(".facts").inner_text()
    assert page.locator("#result script, #result img").count() == 0
    assert page.locator("table.coming th bdi, table.standing th bdi").count() > 0
    if scripts:
        assert page.evaluate("window.ran") is None
    context.close()


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing(
    browser: Browser,
    served: Server,
    lang: str,
    colours: str,
    need_package: Callable[[str], Path],
    tmp_path: Path,
) -> None:
    clean = tmp_path / "schoon.xlsx"
    clean.write_bytes(filled_in("Er is een plan voor de school"))
    source = (need_package("axe-core") / "axe.min.js").read_text("utf-8")
    context = browser.new_context(color_scheme=colours)  # type: ignore[arg-type]
    page = context.new_page()

    def judged() -> list[str]:
        page.evaluate(source)
        found = page.evaluate("axe.run().then(result => result.violations)")
        return [f"{v['id']}: {v['nodes'][0]['html'][:200]} {v['nodes'][0]['failureSummary']}" for v in found]

    page.goto(f"{served.url}?lang={lang}")
    assert not judged()
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    assert not judged()
    for files in ([FORTY], [clean], [REFUSED], [FORTY, clean, REFUSED]):
        page.goto(f"{served.url}?lang={lang}")
        send(page, *files)
        assert page.locator("html").get_attribute("lang") == lang
        assert not judged(), files
    page.goto(f"{served.url}template?years=x&lang={lang}")
    assert not judged()
    page.goto(f"{served.url}rules/M201?lang={lang}")
    assert not judged()
    context.close()


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_the_page_fits(page: Page, width: int) -> None:
    page.set_viewport_size(
        {"width": width, "height": 256 if width == 320 else 900}
    )  # 320 x 256: 400 % of 1280
    assert fits(page)
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    assert fits(page)
    send(page, FORTY, REFUSED)
    assert fits(page)


def test_forced_colours_and_less_motion(browser: Browser, served: Server) -> None:
    context = browser.new_context(forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    page.goto(served.url)
    border = page.locator("#check [type=submit]").evaluate("e => getComputedStyle(e).borderTopWidth")
    assert border != "0px"
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    context.close()


def test_the_other_language_is_a_click_away(page: Page) -> None:
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    send(page, FORTY)
    assert page.locator("#outcome").inner_text() == "Result: plan.xlsx"
    assert page.get_by_role("link", name="Marked workbook").is_visible()
    page.get_by_role("link", name="Nederlands").click()
    assert page.get_by_role("heading", name="Controleer een werkboek").is_visible()


def test_a_far_too_large_file_is_refused_on_the_page(
    browser: Browser, served: Server, tmp_path: Path
) -> None:
    """Without scripts the browser sends all of it before it reads an answer."""
    large = tmp_path / "groot.xlsx"
    with large.open("wb") as file:
        file.truncate(80 * 1024 * 1024)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url)
    page.set_input_files("#file", large)
    page.click("#check [type=submit]")
    page.wait_for_selector(".wrong")
    assert "Dit is te groot; alles samen mag hoogstens 20 MB zijn." in page.inner_text(".wrong")
    context.close()
