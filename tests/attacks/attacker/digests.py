"""Files tried out on the digests that a report prints, and on what it is called."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from attacks.attacker.documents import read_page, read_pdf, read_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def printed(folder: Path, guesses: Mapping[str, bytes]) -> set[str]:
    """Return the guesses of what a delivered file holds of which a digest is told."""
    texts = _texts(folder)
    return {guess for guess, file in guesses.items() if _sha256(file) in texts}


def named_after(folder: Path, guesses: Mapping[str, bytes]) -> set[str]:
    """Return the guesses of the one delivered file after which a report is called.

    How a report comes by its name can be read in the source.
    """
    manifest = json.loads((folder / "run.json").read_text("utf-8"))
    settings = [f"{name} {told}" for name, told in sorted(manifest["settings"].items())]
    return {
        guess
        for guess, file in guesses.items()
        for whole in [[f"persons {_sha256(file)}", *settings]]
        if _sha256("\n".join([*whole, manifest["code"]["sha256"]]).encode()).startswith(
            folder.name
        )
    }


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _texts(folder: Path) -> str:
    book = read_workbook(folder / "tables.xlsx")
    paper = "".join(read_pdf(folder / "report.pdf")[1])
    return "\n".join(
        [
            (folder / "run.json").read_text("utf-8"),
            read_page(folder / "report.html").words,
            "".join(paper.split()),  # a long word is broken on paper
            *(" ".join(row) for rows in book.values() for row in rows),
        ]
    )
