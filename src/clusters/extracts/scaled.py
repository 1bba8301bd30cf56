"""Numbers in another unit than ours, and days as Excel counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.errors import ExtractError
from clusters.schema.text import plural

if TYPE_CHECKING:
    from clusters.settings import Scale

EXCEL = "excel"
_SERIAL = r"[0-9]{1,7}(?:[.,][0-9]+)?"
# Excel counts 29 February 1900, which never was; from March on this day is its zero.
_ZERO = pd.Timestamp("1899-12-30")
_LAST = 2_958_465  # 31 December 9999, the last day that Excel knows


def scaled(values: pd.Series, scale: Scale | None) -> pd.Series:
    """Return numbers in our unit; without a scale they are in it already."""
    if scale is None:
        return values
    return values * scale.factor / scale.divisor + scale.offset


def excel_days(texts: pd.Series, where: str) -> pd.Series:
    """Return days that Excel wrote as numbers, as ``datetime64[s]``.

    Examples
    --------
    >>> excel_days(pd.Series(["29221", "43466.5"]), "").dt.date.astype(str).tolist()
    ['1980-01-01', '2019-01-01']
    """
    is_serial = texts.str.fullmatch(_SERIAL)
    numbers = (
        texts.where(is_serial.fillna(False)).str.replace(",", ".").astype("float64")
    )
    unfit = int((texts.notna() & ~(numbers <= _LAST)).sum())
    if unfit:
        raise ExtractError(
            f"{where}: {plural(unfit, 'value is no day', 'values are no days')} as "
            "Excel counts them.\n"
            "Correct 'date_format', or ask for dates.",
            f"{where}: "
            f"{plural(unfit, 'waarde is geen dag', 'waarden zijn geen dagen')} "
            "zoals Excel die telt.\n"
            "Verbeter 'date_format', of vraag om datums.",
        )
    days = _ZERO + pd.to_timedelta(numbers // 1, unit="D")
    return days.astype("datetime64[s]")
