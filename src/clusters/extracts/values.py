"""From strings to the canonical columns of the schema.

Every decision about a notation is made for a whole column, never for a cell, and a
column that does not decide is refused. A message gives counts and, for coded columns
only, the codes that many rows have; a key, a date or an amount is never quoted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.errors import ExtractError
from clusters.extracts.amounts import numbers
from clusters.extracts.days import dates
from clusters.extracts.shown import SHOWN_FROM, shown, toml_lines
from clusters.schema import Kind, Text
from clusters.schema.own_names import code_list
from clusters.schema.text import plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from clusters.schema import Column

# Stands in the study file for every code that it does not name.
ANY_OTHER = "*"
# A whole number that passed through a column of fractions: 3.0.
_WHOLE = r"([+-]?[0-9]+)\.0+"


def parse(
    values: pd.Series,
    column: Column,
    *,
    where: str,
    codes: Mapping[str, str] | None = None,
    decimal: str | None = None,
    date_format: str | None = None,
) -> pd.Series:
    """Return strings as the values of a canonical column.

    Parameters
    ----------
    values
        Strings as delivered, missing where the cell is empty; any index.
    column
        What the values mean.
    where
        File and column, for messages.
    codes
        Supplier's code to ours; ``"*"`` stands for every other code of a coded
        column, and an empty string for unknown. For numbers and dates it maps
        special values: ``{"98" = ""}``.
    decimal
        Decimal sign of the file; without it the column must decide.
    date_format
        Of dates, as in ``strptime``; ISO dates are understood besides.

    Returns
    -------
    pandas.Series
        ``str`` for keys and codes, float64 for numbers, ``datetime64[s]`` for dates,
        under the same index and the column's name.

    Raises
    ------
    ExtractError
        If a value is not what was agreed.
    """
    texts = clean(values).rename(column.name)
    match column.kind:
        case Kind.KEY:
            return plain_keys(texts)
        case Kind.CODE:
            return _codes(texts, column, codes or {}, where)
        case Kind.NUMBER:
            return numbers(_mapped(texts, codes or {}), column, decimal, where)
        case Kind.DATE:
            return dates(_mapped(texts, codes or {}), date_format, where)


def clean(values: pd.Series) -> pd.Series:
    """Return strings in one notation of accents, without blanks, empty as missing."""
    texts = values.astype("str").str.normalize("NFC").str.strip()
    return texts.mask(texts == "")


def plain_keys(texts: pd.Series) -> pd.Series:
    """Return keys without the ``.0`` that a whole number got in a numeric column."""
    return texts.str.replace(rf"^{_WHOLE}$", r"\1", regex=True)


def plain_codes(texts: pd.Series) -> pd.Series:
    """Return codes likewise, if the column holds nothing but whole numbers.

    Among real fractions, such as 62.01 and 62.0 in an industry code, the zero counts.
    """
    present = texts.dropna()
    is_numeric = present.str.fullmatch(r"[+-]?[0-9]+(\.0+)?").all()
    return plain_keys(texts) if is_numeric else texts


def _codes(
    texts: pd.Series, column: Column, codes: Mapping[str, str], where: str
) -> pd.Series:
    allowed = column.code_names
    own = plain_codes(texts)
    distinct = [str(code) for code in own.dropna().unique()]
    targets = {code: _target(code, codes, allowed) for code in distinct}
    unknown = [code for code, target in targets.items() if target is None]
    if unknown:
        _refuse_codes(own, unknown, column, codes, where)
    mapped = own.map(targets).astype("str")
    mapped = mapped.mask(mapped == "")
    return _padded(mapped, column.width, where) if column.width else mapped


def _target(code: str, codes: Mapping[str, str], allowed: Sequence[str]) -> str | None:
    """Return our code for a supplier's code; None if nobody said what it is."""
    if code in codes:
        return codes[code]
    if code in allowed:
        return code
    if ANY_OTHER in codes:
        return codes[ANY_OTHER]
    return None if allowed else code


def _refuse_codes(
    own: pd.Series,
    unknown: Sequence[str],
    column: Column,
    codes: Mapping[str, str],
    where: str,
) -> None:
    found = own[own.isin(unknown)]
    told = shown(found)
    agreed, known = ", ".join(column.code_names), ", ".join(codes) or "-"
    different, seen = _different(len(unknown), len(found)), _told(told, len(unknown))
    raise ExtractError(
        f"{where}: {different.en}{seen.en}.\n"
        f"Agreed for {column.name} are: {agreed}. Mapped are: {known}.\n"
        f"Map each code under [extract.codes.{column.name}]; an empty string says "
        "that it means unknown.",
        f"{where}: {different.nl}{seen.nl}.\n"
        f"Afgesproken voor {column.name}: {agreed}. Omgezet worden: {known}.\n"
        f"Zet elke code om onder [extract.codes.{column.name}]; een lege tekst zegt "
        "dat de code onbekend betekent.",
        {f"extract.codes.{column.name}": _to_paste(told, column, own)}
        if told
        else None,
    )


def _to_paste(told: Sequence[str], column: Column, own: pd.Series) -> list[str]:
    """Return lines that map codes, completed where one list knows all of the column.

    Those that are mapped already count too: beside an H, the M of a woman is no man.
    """
    title, meanings = code_list(column, [str(code) for code in own.dropna().unique()])
    known = {} if title.startswith("?") else meanings
    return toml_lines(told, column.code_names, known)


def _different(codes: int, rows: int) -> Text:
    """Word how many codes stand in how many rows."""
    return Text(
        f"{plural(codes, 'onbekende code', 'onbekende codes')} in "
        f"{plural(rows, 'rij', 'rijen')}",
        f"{plural(codes, 'unknown code', 'unknown codes')} in "
        f"{plural(rows, 'row', 'rows')}",
    )


def _told(told: Sequence[str], unknown: int) -> Text:
    """Word the codes that may be told, and that others are not."""
    listed = ", ".join(map(repr, told))
    if len(told) == unknown:
        return Text(f": {listed}", f": {listed}")
    also = (f"; {listed}; andere", f"; {listed}; others") if told else ("", "")
    few = (
        f"codes in minder dan {SHOWN_FROM} rijen worden niet getoond",
        f"codes in fewer than {SHOWN_FROM} rows are not shown",
    )
    if told:
        return Text(f"{also[0]} {few[0]}", f"{also[1]} {few[1]}")
    return Text(
        f" ({few[0]}; is het de goede kolom?)", f" ({few[1]}; is it the right column?)"
    )


def _padded(codes: pd.Series, width: int, where: str) -> pd.Series:
    """Return codes with the leading zeros that a numeric column lost."""
    present = codes.dropna()
    is_digits = present.str.fullmatch(r"[0-9]+")
    sizes = present.str.len()
    is_short = is_digits & (sizes < width)
    too_long = int((is_digits & (sizes > width)).sum())
    if too_long:
        raise ExtractError(
            f"{where}: {plural(too_long, 'code', 'codes')} of more than {width} "
            "digits.\n"
            f"Is this the right column? It takes codes of {width} digits.",
            f"{where}: {plural(too_long, 'code', 'codes')} van meer dan {width} "
            "cijfers.\n"
            f"Is dit de goede kolom? Ze neemt codes van {width} cijfers.",
        )
    if not is_short.any():
        return codes
    if not is_digits.all() or (present.str.startswith("0") & ~is_short).any():
        raise ExtractError(
            f"{where}: {int(is_short.sum())} codes of fewer than {width} digits among "
            "codes that are whole, so it is not sure that leading zeros were lost.\n"
            "Ask for the column as text, or map the codes in the study file.",
            f"{where}: {int(is_short.sum())} codes van minder dan {width} cijfers "
            "tussen codes die heel zijn; het staat dus niet vast dat er voorloopnullen "
            "weg zijn.\nVraag om de kolom als tekst, of zet de codes om in het "
            "studiebestand.",
        )
    return codes.str.zfill(width)


def _mapped(texts: pd.Series, codes: Mapping[str, str]) -> pd.Series:
    """Return texts with the special values replaced, such as 98 for unknown."""
    if not codes:
        return texts
    plain = plain_keys(texts)
    mapped = texts.where(~plain.isin(list(codes)), plain.map(dict(codes)))
    return mapped.mask(mapped == "").astype("str")
