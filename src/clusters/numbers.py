"""Numbers and dates as Dutch and English readers write them.

A number and its sign or unit never part at the end of a line, so a hard space stands
between them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from datetime import date

    from clusters.schema import Language

HARD_SPACE = "\u00a0"
MINUS = "\u2212"

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober "
    "november december",
    "en": "January February March April May June July August September October "
    "November December",
}


_DIGITS = re.compile(r"([0-9]+)")

# The space between a sign of money and its number, a number and its unit, an article
# that is cut short and its noun.
_UNTIED = re.compile(r"(?<=[€$£¥]) (?=[\d\u2212])|(?<=\d) (?=%|m²)|(?<=['’]t) ")


def known(value: object) -> int | None:
    """Return a released number, or nothing where it is hidden or does not exist."""
    return None if pd.isna(value) else int(value)  # type: ignore[call-overload]


def count(number: int, language: Language) -> str:
    """Return a whole number with its thousands apart.

    Examples
    --------
    >>> count(25430, "nl"), count(25430, "en")
    ('25.430', '25,430')
    """
    grouped = f"{abs(number):,}"
    if language == "nl":
        grouped = grouped.replace(",", ".")
    return f"{MINUS}{grouped}" if number < 0 else grouped


def decimal(number: float, language: Language, places: int = 1) -> str:
    """Return a number with ``places`` decimals.

    Examples
    --------
    >>> decimal(1234.56, "nl"), decimal(1234.56, "en")
    ('1.234,6', '1,234.6')
    """
    written = f"{abs(number):,.{places}f}"
    if language == "nl":
        written = written.translate(str.maketrans(",.", ".,"))
    return f"{MINUS}{written}" if number < 0 else written


def percent(number: int, language: Language) -> str:
    """Return a share; English sets no space before the sign.

    Examples
    --------
    >>> percent(62, "en")
    '62%'
    """
    return f"{number}{percent_sign(language)}"


def percent_sign(language: Language) -> str:
    """Return the sign after a share, with the space that stands before it."""
    return f"{HARD_SPACE}%" if language == "nl" else "%"


def more_than(number: int) -> str:
    """Return what a number is known to be more than, in signs.

    Examples
    --------
    >>> more_than(90).replace(HARD_SPACE, "_")
    '>_90'
    """
    return f">{HARD_SPACE}{number}"


def points(number: int) -> str:
    """Return a difference in percentage points, with its sign.

    Examples
    --------
    >>> points(41), points(0)
    ('+41', '0')
    """
    if not number:
        return "0"
    return f"+{number}" if number > 0 else f"{MINUS}{-number}"


def money(number: int, currency: str, language: Language) -> str:
    """Return an amount; Dutch sets a space after the sign of the currency.

    Examples
    --------
    >>> money(1234, "€", "en")
    '€1,234'
    """
    space = HARD_SPACE if language == "nl" or len(currency) > 1 else ""
    return f"{currency}{space}{count(number, language)}"


def tied(text: str) -> str:
    """Return text in which a sign, a unit and an article stay with what they are of.

    Examples
    --------
    >>> tied("€ 20 tot 30 m²").replace(HARD_SPACE, "_")
    '€_20 tot 30_m²'
    """
    return _UNTIED.sub(HARD_SPACE, text)


def naturally(name: str) -> list[tuple[int, str]]:
    """Return what to sort a name by, so that its numbers count as numbers.

    Examples
    --------
    >>> sorted(["Buurt 10", "Buurt 2", "Acht"], key=naturally)
    ['Acht', 'Buurt 2', 'Buurt 10']
    """
    parts = _DIGITS.split(name)  # every second part is a number
    return [
        (int(part), "") if place % 2 else (0, part) for place, part in enumerate(parts)
    ]


def long_date(day: date, language: Language) -> str:
    """Return a date in words.

    Examples
    --------
    >>> from datetime import date
    >>> print(long_date(date(2023, 1, 1), "en").replace(HARD_SPACE, " "))
    1 January 2023
    """
    month = _MONTHS[language].split()[day.month - 1]
    return f"{day.day}{HARD_SPACE}{month} {day.year}"
