"""Dates as registers write them, with unknown days and months."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from clusters.errors import ExtractError
from clusters.extracts.scaled import EXCEL, excel_days
from clusters.schema import Text
from clusters.schema.text import plural

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TIME = r"(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
_ISO = r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})" + _TIME
_FORMATS = {
    "%Y-%m-%d": _ISO,
    "%Y%m%d": r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
    "%d-%m-%Y": r"(?P<d>[0-9]{1,2})[-/.](?P<m>[0-9]{1,2})[-/.](?P<y>[0-9]{4})" + _TIME,
}
# Read only where the study file sets them; years of two digits never, as nobody can
# tell 1925 from 2025.
_ASKED_FOR = ("%m/%d/%Y", "%m-%d-%Y", "%Y/%m/%d")
_PARTS = {
    "%Y": r"(?P<y>[0-9]{4})",
    "%m": r"(?P<m>[0-9]{1,2})",
    "%d": r"(?P<d>[0-9]{1,2})",
}

# CBS writes an open end as 88888888, and both it and the BRP an unknown date so.
_NO_DATE = frozenset(
    {"88888888", "99999999", "00000000", "0", "0000-00-00", "00-00-0000"}
)

# Our choice for a date that the BRP knows in part (day or month 00): the middle of
# what is known, so that ages and stays are off by half of it at most, and not skewed.
_MIDDLE_MONTH, _MIDDLE_DAY, _FIRST_DAY = 7, 15, 1


def dates(texts: pd.Series, date_format: str | None, where: str) -> pd.Series:
    """Return texts as ``datetime64[s]`` days; one format holds for the column.

    Parameters
    ----------
    texts
        Without blanks around them, missing where empty.
    date_format
        As in ``strptime``, tried before the formats we know: ISO, YYYYMMDD and
        DD-MM-YYYY.
    where
        File and column, for messages.
    """
    plain = texts.str.replace(r"^([0-9]+)\.0$", r"\1", regex=True)
    plain = plain.mask(plain.isin(_NO_DATE))
    distinct = pd.Series(plain.dropna().unique(), dtype="str")
    if date_format == EXCEL:
        return excel_days(plain, where)
    if date_format and not _is_numeric(date_format):
        return _by_strptime(plain, distinct, date_format, where)
    days = _days(_parts(distinct, date_format, where), distinct, where)
    by_text = dict(zip(distinct, days, strict=True))
    return plain.map(by_text).astype("datetime64[s]")


def _is_numeric(date_format: str) -> bool:
    return sorted(re.findall("%.", date_format)) == sorted(_PARTS)


def _parts(
    distinct: pd.Series, date_format: str | None, where: str
) -> NDArray[np.int64]:
    """Return year, month and day as columns, by the one format that fits all."""
    shapes = (_shape(date_format), _ISO) if date_format else _FORMATS.values()
    for shape in shapes:
        if distinct.str.fullmatch(shape).all():
            found = distinct.str.extract(f"^{shape}$")[["y", "m", "d"]]
            return np.asarray(found, dtype=np.int64).reshape(-1, 3)
    if date_format:
        unfit = int((~distinct.str.fullmatch(_shape(date_format))).sum())
        raise _misfit(distinct, unfit, date_format, where)
    best = max(int(distinct.str.fullmatch(shape).sum()) for shape in _FORMATS.values())
    left = f"{len(distinct) - best}"
    other = _other_format(distinct)
    raise ExtractError(
        f"{where}: no one date format fits all; the best leaves {left} of "
        f"{plural(len(distinct), 'different value', 'different values')} unread.\n"
        f"{other.en}Read are: YYYYMMDD, DD-MM-YYYY and YYYY-MM-DD. Set 'date_format', "
        "or ask for one format.",
        f"{where}: geen datumnotatie past op alle waarden; de beste laat {left} van de "
        f"{plural(len(distinct), 'verschillende waarde', 'verschillende waarden')} "
        f"ongelezen.\n{other.nl}Gelezen worden: JJJJMMDD, DD-MM-JJJJ en JJJJ-MM-DD. "
        "Zet 'date_format', of vraag om één notatie.",
    )


def _other_format(distinct: pd.Series) -> Text:
    """Return that all values do fit another format, if they do."""
    for each in _ASKED_FOR:
        if pd.to_datetime(distinct, format=each, errors="coerce").notna().all():
            return Text(
                f'Alle waarden passen wel bij date_format = "{each}". ',
                f'All values do fit date_format = "{each}". ',
            )
    return Text("", "")


def _misfit(
    distinct: pd.Series, unfit: int, date_format: str, where: str
) -> ExtractError:
    """Return the refusal of a format that was set, with the one that would fit."""
    fitting = [
        each for each, shape in _FORMATS.items() if distinct.str.fullmatch(shape).all()
    ]
    if fitting:
        nl = f'Alle waarden passen wel bij "{fitting[0]}": zet dat, of laat het weg.'
        en = f'All values do fit "{fitting[0]}": set that, or leave it out.'
    else:
        nl = "Verbeter 'date_format', of vraag om één notatie."
        en = "Correct 'date_format', or ask for one format."
    different = plural(unfit, "different value does", "different values do")
    verschillende = plural(
        unfit, "verschillende waarde past", "verschillende waarden passen"
    )
    return ExtractError(
        f"{where}: {different} not fit date_format {date_format!r} of the study file."
        f"\n{en}",
        f"{where}: {verschillende} niet bij date_format {date_format!r} uit het "
        f"studiebestand.\n{nl}",
        {"extract": [f'date_format = "{fitting[0]}"']} if fitting else None,
    )


def _shape(date_format: str) -> str:
    shape = re.escape(date_format)
    # without separators a part has its full width
    digits = "{2}" if re.fullmatch(r"(%.)+", date_format) else "{1,2}"
    for part, pattern in _PARTS.items():
        shape = shape.replace(part, pattern.replace("{1,2}", digits))
    return shape


def _days(parts: NDArray[np.int64], distinct: pd.Series, where: str) -> NDArray[Any]:
    years, months, days = parts.T
    is_month_unknown, is_day_unknown = months == 0, days == 0
    days = np.where(is_day_unknown, _MIDDLE_DAY, days)
    days = np.where(is_month_unknown, _FIRST_DAY, days)
    months = np.where(is_month_unknown, _MIDDLE_MONTH, months)
    starts = ((years - 1970) * 12 + months - 1).astype("datetime64[M]")
    result = starts.astype("datetime64[D]") + (days - 1)
    is_real = (months <= 12) & (result.astype("datetime64[M]") == starts)
    is_real &= (years > 0) | is_month_unknown
    if not is_real.all():
        unreal = int((~is_real).sum())
        one, more = "verschillende waarde is", "verschillende waarden zijn"
        other = _other_format(distinct)
        raise ExtractError(
            f"{where}: {plural(unreal, 'different value is', 'different values are')} "
            "no date of the calendar.\n"
            f"{other.en}If month comes before day, set 'date_format'; otherwise ask "
            "for a corrected file.",
            f"{where}: {plural(unreal, one, more)} geen datum van de kalender.\n"
            f"{other.nl}Staat de maand voor de dag, zet dan 'date_format'; vraag "
            "anders om een verbeterd bestand.",
        )
    result[years == 0] = np.datetime64("NaT")
    return np.asarray(result, dtype="datetime64[s]")


def _by_strptime(
    plain: pd.Series, distinct: pd.Series, date_format: str, where: str
) -> pd.Series:
    try:
        days = pd.to_datetime(distinct, format=date_format, errors="coerce")
    except ValueError:
        raise ExtractError(
            f"{where}: date_format {date_format!r} is not understood.\n"
            "Use %Y, %m, %d and the like, as in '%d-%m-%Y'.",
            f"{where}: date_format {date_format!r} wordt niet begrepen.\n"
            "Gebruik %Y, %m, %d en dergelijke, zoals in '%d-%m-%Y'.",
        ) from None
    if days.isna().any():
        raise _misfit(distinct, int(days.isna().sum()), date_format, where)
    by_text = dict(zip(distinct, days.dt.normalize(), strict=True))
    return plain.map(by_text).astype("datetime64[s]")
