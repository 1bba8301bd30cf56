"""Tables of StatLine as they are downloaded: title rows, quotes, ``;`` and a footer."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from clusters.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from clusters.settings import National

# Marks for "unknown", "secret" and "nothing"; an empty cell cannot occur.
_NO_NUMBER = frozenset({"", ".", "x", "-"})


def national_shares(settings: National) -> dict[str, int]:
    """Return whole percents per category of a feature, of all categories mapped.

    Raises
    ------
    SettingsError
        If the file cannot be read, has not the columns or answers that are mapped,
        leaves more than one row per answer, or holds no number there.
    """
    rows = _rows(settings.file, {settings.column, settings.value, *settings.where})
    counts: dict[str, float] = {}
    for answer, category in settings.codes.items():
        found = [
            row
            for row in rows
            if row[settings.column] == answer
            and all(row[name] == code for name, code in settings.where.items())
        ]
        if len(found) != 1:
            raise _misfit(
                settings.file,
                f"{len(found)} rows say {answer!r} under {settings.column!r}; name in "
                "where what leaves one",
                f"{len(found)} rijen zeggen {answer!r} onder {settings.column!r}; noem "
                "in where wat er één overlaat",
            )
        number = _number(found[0][settings.value], settings)
        counts[category] = counts.get(category, 0.0) + number
    total = sum(counts.values())
    if total <= 0:
        raise _misfit(
            settings.file,
            "the answers mapped have nobody",
            "de antwoorden tellen niemand",
        )
    return {
        category: int(100 * number / total + 0.5) for category, number in counts.items()
    }


def _rows(path: Path, needed: Collection[str]) -> list[Mapping[str, str]]:
    """Return the rows between the row of headings and the footer."""
    lines = list(csv.reader(_text(path).splitlines(), delimiter=";"))
    lines = [[cell.strip() for cell in line] for line in lines]
    for place, line in enumerate(lines):
        if set(needed) <= set(line):
            rest = lines[place + 1 :]
            full = [row for row in rest if len(row) == len(line)]
            return [dict(zip(line, row, strict=True)) for row in full]
    listed = ", ".join(sorted(needed))
    raise _misfit(
        path, f"no row has the headings {listed}", f"geen rij heeft de koppen {listed}"
    )


def _text(path: Path) -> str:
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _number(cell: str, settings: National) -> float:
    if cell not in _NO_NUMBER:
        try:
            return float(cell.replace(" ", "").replace(",", "."))
        except ValueError:
            pass
    raise _misfit(
        settings.file,
        f"no number under {settings.value!r} for an answer that is mapped",
        f"geen getal onder {settings.value!r} bij een antwoord uit codes",
    )


def _misfit(path: Path, en: str, nl: str) -> SettingsError:
    return SettingsError(
        f"[report.national] {path.name}: {en}.", f"[report.national] {path.name}: {nl}."
    )
