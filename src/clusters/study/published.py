"""Published figures, read from the CSV files that a study names and checked."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from clusters.errors import SettingsError
from clusters.perspectives.origin.groups import ORIGIN9, ORIGIN18
from clusters.perspectives.types.names import TYPES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

# Per file: the columns, and the codes that each may hold; nothing for free text.
_CODES: Mapping[str, Mapping[str, Collection[str] | None]] = {
    "types": {"year": None, "type": [each.code for each in TYPES]},
    "origins": {"year": None, "origin": [each.code for each in ORIGIN18]},
    "moves": {
        "origin9": [each.code for each in ORIGIN9],
        "direction": ("in", "out"),
    },
    "clusters": {"name": None},
}
_NUMBER = {"clusters": "share"}


def read_published(name: str, path: Path) -> dict[tuple[str, ...], int]:
    """Return published figures by the codes they are about.

    Parameters
    ----------
    name : "types", "origins", "moves" or "clusters".
    path : the CSV file.

    Raises
    ------
    SettingsError
        If the file or a column is missing, a code is unknown or a figure is no whole
        number.
    """
    codes, number = _CODES[name], _NUMBER.get(name, "persons")
    header = [*codes, number]
    if not path.is_file():
        raise SettingsError(
            f"[published] {name}: {path} is not there.\n"
            "Check its name, and that you call clusters in the project folder.",
            f"[published] {name}: {path} is er niet.\n"
            "Kijk de naam na, en of u clusters in de projectmap aanroept.",
        )
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except (OSError, UnicodeDecodeError):
        raise SettingsError(
            f"[published] {name}: {path} cannot be opened as text.",
            f"[published] {name}: {path} is niet als tekst te openen.",
        ) from None
    if not rows or rows[0] != header:
        raise SettingsError(
            f"{path.name}: the first line must be {','.join(header)}.",
            f"{path.name}: de eerste regel moet {','.join(header)} zijn.",
        )
    figures: dict[tuple[str, ...], int] = {}
    for line, row in enumerate(rows[1:], start=2):
        about = tuple(row[:-1])
        fits = len(row) == len(header) and row[-1].isdecimal() and about not in figures
        allowed = zip(about, codes.values(), strict=False)
        if not fits or any(known and code not in known for code, known in allowed):
            raise SettingsError(
                f"{path.name}, line {line}: an unknown code, a second figure for the "
                f"same, or no whole number under {number}.\nCodes: {_listed(codes)}.",
                f"{path.name}, regel {line}: een onbekende code, een tweede getal voor "
                f"hetzelfde, of geen geheel getal onder {number}.\nCodes: "
                f"{_listed(codes)}.",
            )
        figures[about] = int(row[-1])
    return figures


def _listed(codes: Mapping[str, Collection[str] | None]) -> str:
    return "; ".join(
        f"{name} = {', '.join(known)}" for name, known in codes.items() if known
    )
