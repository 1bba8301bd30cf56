"""From typed cells to the strings a CSV would have held.

The same persons must give the same strings through every format, so a whole number
that SPSS or Excel keeps as 3.0 is written 3, and a moment at midnight is a date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from clusters.errors import ExtractError

if TYPE_CHECKING:
    from clusters.extracts.source import Source

# Above this a float no longer holds every whole number.
_LARGEST_WHOLE = 2**53
_MIDNIGHT = r"( 00:00:00)?\.0+$| 00:00:00$"
_NO_TEXT = (pa.types.is_nested, pa.types.is_time, pa.types.is_fixed_size_binary)
_ENDING_ZEROS = r"\.0+$|(\.[0-9]*[1-9])0+$"


def tidy(values: pa.Array) -> pa.Array:
    """Return strings without blanks around them; what is left empty is missing."""
    trimmed = pc.utf8_trim_whitespace(values)
    return pc.if_else(pc.equal(trimmed, ""), pa.scalar(None, pa.string()), trimmed)


def as_strings(values: pa.Array, decimal: str = ".") -> pa.Array | None:
    """Return typed values as strings, or None if the type has no plain text.

    Parameters
    ----------
    values
        One column, of any Arrow type.
    decimal
        Decimal sign to write, so that one sign holds for a whole file.
    """
    kind = values.type
    if pa.types.is_dictionary(kind):
        return as_strings(values.dictionary_decode(), decimal)
    if any(has_none(kind) for has_none in _NO_TEXT):
        return None
    if pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return _with_sign(_plain_numbers(values), decimal)
    if pa.types.is_timestamp(kind):
        return _moments(values)
    if isinstance(kind, pa.UuidType):
        # its bytes would pass for letters
        told = [each and str(each) for each in values.to_pylist()]
        return pa.array(told, type=pa.string())
    if pa.types.is_date64(kind):
        values = pc.cast(values, pa.date32())
    return pc.cast(values, pa.string())


def _plain_numbers(values: pa.Array) -> pa.Array:
    if pa.types.is_floating(values.type):
        return _floats(values)
    return pc.replace_substring_regex(
        pc.cast(values, pa.string()), _ENDING_ZEROS, r"\1"
    )


def _floats(values: pa.Array) -> pa.Array:
    doubles = pc.cast(values, pa.float64())
    none = pa.scalar(None, pa.float64())
    # pandas and SPSS write a missing number as NaN
    doubles = pc.if_else(pc.is_nan(doubles), none, doubles)
    is_whole = pc.and_(
        pc.equal(pc.floor(doubles), doubles),
        pc.less(pc.abs(doubles), _LARGEST_WHOLE),
    )
    whole = pc.cast(pc.if_else(is_whole, doubles, none), pa.int64())
    # from the column's own precision: 0.1 as float32 is 0.1, not 0.10000000149
    present = pc.if_else(pc.is_null(doubles), pa.scalar(None, values.type), values)
    return pc.coalesce(pc.cast(whole, pa.string()), pc.cast(present, pa.string()))


def _moments(values: pa.Array) -> pa.Array:
    if values.type.tz is not None:
        values = pc.local_timestamp(values)
    return pc.replace_substring_regex(
        pc.cast(values, pa.string()), pattern=_MIDNIGHT, replacement=""
    )


def _with_sign(values: pa.Array, decimal: str) -> pa.Array:
    return values if decimal == "." else pc.replace_substring(values, ".", decimal)


def plain_strings(values: pa.Array, source: Source, name: str) -> pa.Array:
    """Return the values of a column as text.

    Raises
    ------
    ExtractError
        If they are lists or records, and no plain values.
    """
    strings = as_strings(values, source.decimal or ".")
    if strings is None:
        raise ExtractError(
            f"{source.column(name)}: holds {values.type}, which is no plain value.\n"
            "Ask for one value per cell.",
            f"{source.column(name)}: bevat {values.type}, en dat is geen enkele waarde."
            "\nVraag om één waarde per cel.",
        )
    return strings
