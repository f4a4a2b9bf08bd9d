"""Makes the samples anew: ``python -m samples.make``. What we write ourselves comes out byte for byte.

The workbook of LibreOffice differs with its version, so it is only made anew with ``--libreoffice``.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from mijlpalen_xlsx.plan import plan_from_data
from mijlpalen_xlsx.writer import workbook_bytes
from samples.mistakes import workbook_with_mistakes
from samples.run import stories, written_down
from samples.three_versions import three_versions

HERE = Path(__file__).resolve().parent
LONG_AGO = (2025, 1, 1, 0, 0, 0)
LONG_AGO_TEXT = rb"\g<1>2025-01-01T00:00:00Z"
MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def from_json(folder: Path) -> bytes:
    """The workbook of the plan.json in a folder."""
    return workbook_bytes(plan_from_data(json.loads((folder / "plan.json").read_text("utf-8"))))


def packed_anew(data: bytes) -> bytes:
    """The same zip file with every entry at one moment, so that the bytes do not depend on today."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(packed, "w") as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, MODIFIED.sub(LONG_AGO_TEXT, before.read(name)))
    return packed.getvalue()


def unreadable() -> dict[str, bytes]:
    """Files that are no workbook with a plan, each in its own way."""
    notes = io.BytesIO()
    with zipfile.ZipFile(notes, "w") as archive:
        archive.writestr(zipfile.ZipInfo("foto.txt", LONG_AGO), "geen foto")
    good = from_json(HERE / "halverwege")
    return {
        "tekst.xlsx": b"Nr;Mijlpaal;Gereed\n1.1;Het techlab is open;1-9-2026\n",
        "leeg.xlsx": b"",
        "ingepakt.xlsx": notes.getvalue(),
        "half.xlsx": good[: len(good) // 2],
    }


def saved_by_libreoffice(workbook: Path) -> bytes:
    """The workbook as LibreOffice saves it."""
    with tempfile.TemporaryDirectory() as folder:
        office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        convert = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, str(workbook)]
        subprocess.run([*office, *convert], check=True, capture_output=True)
        return (Path(folder) / workbook.name).read_bytes()


def made() -> dict[Path, bytes]:
    """Every file that comes out the same each time."""
    files = {HERE / name / "plan.xlsx": from_json(HERE / name) for name in ("halverwege", "2025-2028")}
    files[HERE / "fouten" / "plan.xlsx"] = packed_anew(workbook_with_mistakes())
    files.update({HERE / "drie-versies" / name: data for name, data in three_versions().items()})
    files.update({HERE / "niet-te-lezen" / name: data for name, data in unreadable().items()})
    return files


def main() -> None:
    for path, data in made().items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    office = HERE / "libreoffice" / "plan.xlsx"
    if "--libreoffice" in sys.argv or not office.exists():
        office.write_bytes(saved_by_libreoffice(HERE / "halverwege" / "plan.xlsx"))
    for folder in stories():
        for name, text in written_down(folder).items():
            (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
