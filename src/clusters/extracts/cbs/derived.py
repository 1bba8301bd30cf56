"""What a CBS table does not tell in one variable, worked out from several, as SQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clusters.extracts.cbs.database import quoted, text

if TYPE_CHECKING:
    from clusters.extracts.cbs.delivered import Delivered

# Of a month alone, the middle is the day that is wrong by the least.
_MIDDLE_OF_MONTH = "15"
WEEKS_PER_MONTH = 52 / 12


@dataclass(frozen=True)
class Derived:
    """SQL for columns to add and for variables to replace, by their name."""

    added: dict[str, str] = field(default_factory=dict)
    replaced: dict[str, str] = field(default_factory=dict)


def derived(delivered: Delivered) -> Derived:
    """Return what is worked out from this table."""
    if delivered.name == "GBAPERSOONTAB" and delivered.has("GBAGEBOORTEMAAND"):
        return Derived(added={"birth_date": _birth_date(delivered)})
    if delivered.name == "SPOLISBUS":
        return Derived(replaced=_whole_month(delivered))
    return Derived()


def number(name: str, delivered: Delivered) -> str:
    """Return SQL for a variable as a number; what is no number is missing."""
    plain = f"replace({quoted(name)}, {text(delivered.decimal)}, '.')"
    return f"try_cast({plain} AS DOUBLE)"


def _birth_date(delivered: Delivered) -> str:
    """Return SQL for YYYYMMDD; without a year or month the date is unknown."""
    month = "lpad(nullif(ltrim(GBAGEBOORTEMAAND, '0'), ''), 2, '0')"
    day = text(_MIDDLE_OF_MONTH)
    if delivered.has("GBAGEBOORTEDAG"):
        day = f"coalesce(lpad(nullif(ltrim(GBAGEBOORTEDAG, '0'), ''), 2, '0'), {day})"
    return f"GBAGEBOORTEJAAR || {month} || {day}"


def _whole_month(delivered: Delivered) -> dict[str, str]:
    """Return SQL for wage and hours as they would be over the whole month.

    A job that began or ended within the month has a shorter period; a period without
    an end is taken for a month.
    """
    begins, ends = (
        f"try_strptime({each}::VARCHAR, '%Y%m%d')" for each in ("begins", "ends")
    )
    days = f"(date_diff('day', {begins}, {ends}) + 1)"
    factor = f"coalesce(day(last_day({begins})) / {days}, 1)"
    per = {"SBASISLOON": ("1", 2), "SBASISUREN": (str(WEEKS_PER_MONTH), 1)}
    return {
        name: _number_as_told(
            f"round({number(name, delivered)} * {factor} / {divisor}, {digits})",
            name,
            delivered,
        )
        for name, (divisor, digits) in per.items()
        if delivered.has(name)
    }


def _number_as_told(sql: str, name: str, delivered: Delivered) -> str:
    """Return SQL that writes a number with the table's own decimal sign.

    What was no number stays as it was, to be refused where numbers are parsed.
    """
    written = f"replace(({sql})::VARCHAR, '.', {text(delivered.decimal)})"
    return f"coalesce({written}, {quoted(name)})"
