"""One cell of a sheet as the text that a file with separators would have."""

from __future__ import annotations

import math
from datetime import date, datetime, time


def text_of(cell: object) -> str | None:
    """Return what stands in a cell, none where it is empty; whole numbers as such."""
    match cell:
        case None:
            return None
        case bool():
            return "true" if cell else "false"
        case float():
            is_whole = math.isfinite(cell) and cell == int(cell)
            return str(int(cell)) if is_whole else repr(cell)
        case datetime():
            moment = cell.isoformat(sep=" ", timespec="seconds")
            return moment.removesuffix(" 00:00:00")
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell).strip()
