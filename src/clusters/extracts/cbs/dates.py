"""Dates in CBS files as SQL: eight digits that sort as they follow each other."""

from __future__ import annotations

from clusters.extracts.cbs.database import text

# How CBS writes that a spell has not ended; a row of dashes or nothing says the same.
_NO_END = "('88888888', '99999999')"


def is_open(own: str) -> str:
    """Return SQL for whether a bound says that there is none."""
    return f"({own} IS NULL OR {own} IN {_NO_END} OR ltrim({own}, '-') = '')"


def compact(own: str, date_format: str | None) -> str:
    """Return SQL for a bound as YYYYMMDD, missing if there is none."""
    return f"CASE WHEN NOT {is_open(own)} THEN {_digits(own, date_format)} END"


def malformed(own: str, date_format: str | None) -> str:
    """Return SQL for whether a bound is there but is not a date."""
    digits = _digits(own, date_format)
    whole = f"length({digits}) = 8 AND translate({digits}, '0123456789', '') = ''"
    return f"(NOT {is_open(own)} AND NOT coalesce({whole}, FALSE))"


def whole_date(digits: str) -> str:
    """Return SQL for YYYYMMDD in which an unknown month or day (00) is the first."""
    year, month, day = (
        f"substr({digits}, {start}, {length})"
        for start, length in ((1, 4), (5, 2), (7, 2))
    )
    first = f"CASE {month} WHEN '00' THEN '01' ELSE {month} END"
    return (
        f"CASE WHEN {year} <> '0000' THEN {year} || {first} || "
        f"CASE {day} WHEN '00' THEN '01' ELSE {day} END END"
    )


def _digits(own: str, date_format: str | None) -> str:
    if date_format is None:
        return f"translate({own}, '-', '')"
    return f"strftime(try_strptime({own}, {text(date_format)}), '%Y%m%d')"
