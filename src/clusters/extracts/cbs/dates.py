"""Dates in CBS files as SQL: eight digits that sort as they follow each other."""

from __future__ import annotations

from clusters.extracts.cbs.database import text

# How CBS writes that a spell has not ended; a row of dashes or nothing says the same.
_NO_END = "('', '88888888', '99999999')"


def compact(own: str, date_format: str | None) -> str:
    """Return SQL for a bound as a number YYYYMMDD, missing if it is none.

    An open end of eights or nines is later than any date, and needs no rule.
    """
    return f"try_cast({_digits(own, date_format)} AS INTEGER)"


def malformed(own: str, date_format: str | None) -> str:
    """Return SQL for whether a bound is there but is not a date."""
    digits = _digits(own, date_format)
    is_date = f"length({digits}) = 8 AND try_cast({digits} AS INTEGER) IS NOT NULL"
    return (
        f"({own} IS NOT NULL AND NOT coalesce({is_date}, FALSE) "
        f"AND replace({own}, '-', '') NOT IN {_NO_END})"
    )


def whole_date(number: str) -> str:
    """Return SQL for YYYYMMDD as text, an unknown month or day (00) being the first."""
    month = f"CASE WHEN ({number} // 100) % 100 = 0 THEN 100 ELSE 0 END"
    day = f"CASE WHEN {number} % 100 = 0 THEN 1 ELSE 0 END"
    return f"CASE WHEN {number} > 10000 THEN ({number} + {month} + {day})::VARCHAR END"


def _digits(own: str, date_format: str | None) -> str:
    if date_format is None:
        return f"replace({own}, '-', '')"
    return f"strftime(try_strptime({own}, {text(date_format)}), '%Y%m%d')"
