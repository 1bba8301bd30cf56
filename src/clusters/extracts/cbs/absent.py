"""Variables that a CBS table was promised with and does not have, told all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.errors import ExtractError, together
from clusters.extracts.lacking import cut_wrongly, found_in
from clusters.extracts.nearest import nearest_name
from clusters.extracts.shown import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.extracts.source import OpenTable


@dataclass(frozen=True)
class Absent:
    """A variable by the name a study file has for it, and the names looked for."""

    full: str
    tried: tuple[str, ...]
    required: bool


def absent_variables(table: OpenTable, absent: Sequence[Absent]) -> ExtractError:
    """Return the refusal of a table, with the lines that name what is missing."""
    if cut := list(cut_wrongly(table)):
        return together(cut)
    seen = list(found_in(table))
    one = len(absent) == 1
    en = ", ".join(" or ".join(each.tried) for each in absent)
    nl = ", ".join(" of ".join(each.tried) for each in absent)
    return ExtractError(
        "\n".join(
            [
                f"{table.source.where}: {'variable' if one else 'variables'} {en} "
                f"{'is' if one else 'are'} missing.",
                *(text.en for text in seen),
                "Deliver what is missing, or say under [extract.columns] what it is "
                "called here.",
            ]
        ),
        "\n".join(
            [
                f"{table.source.where}: {'variabele' if one else 'variabelen'} {nl} "
                f"{'ontbreekt' if one else 'ontbreken'}.",
                *(text.nl for text in seen),
                "Lever wat ontbreekt, of zeg onder [extract.columns] hoe het hier "
                "heet.",
            ]
        ),
        {"extract.columns": [_line(table, each) for each in absent]},
    )


def _line(table: OpenTable, absent: Absent) -> str:
    guess = nearest_name(absent.tried[0], table.names) or ""
    return f"{quoted(absent.full)} = {quoted(guess)}"
