"""Numbers as people write them: 1.234,5 or 1,234.5, but never both in one column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from clusters.errors import ExtractError
from clusters.extracts.shown import shown, toml_lines
from clusters.schema import Text
from clusters.schema.text import plural

if TYPE_CHECKING:
    from clusters.schema import Column

# Blanks that separate thousands, hard and narrow ones among them; and the minus sign
# of typesetters.
_BLANKS = "[ \u00a0\u2009\u202f']"
_MINUS = "\u2212"
# An amount is never told, a word that stands for unknown or a class of ages is.
_AMOUNT = re.compile("[0-9]{3}|[0-9][.,][0-9]")


def numbers(
    texts: pd.Series, column: Column, decimal: str | None, where: str
) -> pd.Series:
    """Return texts as float64; whether they are possible is asked elsewhere.

    Parameters
    ----------
    texts
        Without blanks around them, missing where empty.
    column
        What they are, for messages.
    decimal
        The decimal sign, or None to let the column decide.
    where
        File and column, for messages.
    """
    distinct = pd.Series(texts.dropna().unique(), dtype="str")
    distinct = distinct.str.replace(_MINUS, "-", regex=False)
    sign = decimal or _sign(distinct, where)
    is_number = distinct.str.fullmatch(_shape(sign))
    if not is_number.all():
        _refuse(texts, distinct, is_number, sign, column, where)
    plain = distinct.str.replace(
        f"{_BLANKS}|{_grouping(sign)}", "", regex=True
    ).str.replace(sign, ".", regex=False)
    amounts = plain.astype("float64") + 0.0  # -0.0 is 0
    by_text = dict(zip(distinct, amounts, strict=True))
    written = texts.str.replace(_MINUS, "-", regex=False)
    return written.map(by_text).astype("float64")


def _grouping(sign: str) -> str:
    return r"\." if sign == "," else ","


def _shape(sign: str) -> str:
    """Return what a number looks like under a decimal sign, thousands separated or not.

    The exponent is there because programs write a large number as 1e+05.
    """
    point = rf"\{sign}"
    group = f"(?:{_grouping(sign)}|{_BLANKS})"
    whole = rf"(?:[0-9]{{1,3}}(?:{group}[0-9]{{3}})+|[0-9]+)"
    amount = rf"(?:{whole}(?:{point}[0-9]*)?|{point}[0-9]+)"
    return rf"[+-]?{amount}(?:[eE][+-]?[0-9]{{1,3}})?"


def _sign(distinct: pd.Series, where: str) -> str:
    """Return the decimal sign under which every value is a number."""
    with_sign = distinct[distinct.str.contains("[.,]", regex=True)]
    counts = {s: int(with_sign.str.fullmatch(_shape(s)).sum()) for s in ".,"}
    fits = [sign for sign, count in counts.items() if count == len(with_sign)]
    if len(fits) == 2 and len(with_sign):
        raise ExtractError(
            f"{where}: it is not clear whether a point or comma is a decimal sign here "
            "or separates thousands.\n"
            'Set \'decimal\' for this table in the study file: "," or ".".',
            f"{where}: het is niet duidelijk of een punt of komma hier het "
            "decimaalteken is of duizendtallen scheidt.\n"
            'Zet \'decimal\' bij deze tabel in het studiebestand: "," of ".".',
        )
    return max(counts, key=lambda sign: counts[sign])


def _refuse(
    texts: pd.Series,
    distinct: pd.Series,
    is_number: pd.Series,
    sign: str,
    column: Column,
    where: str,
) -> None:
    known = set(distinct[is_number])
    wrong = texts.dropna()[~texts.dropna().str.replace(_MINUS, "-").isin(known)]
    rows, told = len(wrong), [each for each in shown(wrong) if not _AMOUNT.search(each)]
    with_sign = Text("", "")
    if wrong.str.contains("[0-9][.,]|[.,][0-9]", regex=True).any():
        with_sign = Text(
            f" met {sign!r} als decimaalteken", f" with {sign!r} as decimal sign"
        )
    section = f"extract.codes.{column.name}"
    raise ExtractError(
        f"{where}: {plural(rows, 'value is', 'values are')} no number{with_sign.en}.\n"
        "Set 'decimal' for this table if it is another; signs such as € do not belong "
        "here. Map a text that stands for unknown to an empty string under "
        f"[{section}].",
        f"{where}: {plural(rows, 'waarde is', 'waarden zijn')} geen "
        f"getal{with_sign.nl}."
        "\nZet 'decimal' bij deze tabel als het een ander is; tekens als € horen er "
        "niet in. Zet een tekst die onbekend betekent om in een lege tekst onder "
        f"[{section}].",
        {section: toml_lines(told, ())} if told else None,
    )
