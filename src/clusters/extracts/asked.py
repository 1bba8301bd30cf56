"""Names, codes and meanings in the study file that are not ours, told all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.errors import SettingsError
from clusters.extracts.nearest import nearest
from clusters.extracts.values import ANY_OTHER
from clusters.schema import COLUMNS, Kind, Text
from clusters.schema import column as canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from clusters.settings import Extract

_NAMES = tuple(column.name for column in COLUMNS)


def check_settings(extract: Extract) -> None:
    """Refuse names and codes in the study file that are not ours, all at once.

    Raises
    ------
    SettingsError
        With one line per problem and the nearest name.
    """
    problems = [
        *_unknown_names(extract),
        *_unknown_codes(extract),
        *_unknown_lists(extract),
        *_misfits_for_empty(extract),
    ]
    if problems:
        raise SettingsError(
            "\n  ".join(["[extract] in the study file:", *(p.en for p in problems)]),
            "\n  ".join(["[extract] in het studiebestand:", *(p.nl for p in problems)]),
        )


def _unknown_names(extract: Extract) -> Iterator[Text]:
    for name in extract.columns:
        if name not in _NAMES:
            yield _unknown("columns", name, _NAMES)
    for name in extract.codes:
        if name not in _NAMES and name not in extract.extra:
            yield _unknown("codes", name, [*_NAMES, *extract.extra])
    for name in extract.extra:
        if name in _NAMES:
            yield Text(
                f"extra: {name} is een van onze kolommen; zet hem onder columns",
                f"extra: {name} is one of our own columns; map it under columns",
            )


def _unknown(section: str, name: str, known: Sequence[str]) -> Text:
    near = nearest(name, known)
    return Text(
        f"{section}: onbekende kolom {name}{near.nl}",
        f"{section}: unknown column {name}{near.en}",
    )


def _unknown_codes(extract: Extract) -> Iterator[Text]:
    for name, codes in extract.codes.items():
        if name not in _NAMES:
            continue
        column = canonical(name)
        if column.kind is not Kind.CODE and ANY_OTHER in codes:
            yield Text(
                f"codes.{name}: '*' is alleen voor kolommen met codes",
                f"codes.{name}: '*' is for coded columns only",
            )
        yield from _targets_not_agreed(name, codes, column.code_names)


def _targets_not_agreed(
    name: str, codes: Mapping[str, str], agreed: Sequence[str]
) -> Iterator[Text]:
    listed = ", ".join(agreed)
    for target in dict.fromkeys(codes.values()):
        if agreed and target and target not in agreed:
            yield Text(
                f"codes.{name}: {target!r} is niet een van {listed}",
                f"codes.{name}: {target!r} is not one of {listed}",
            )


def _unknown_lists(extract: Extract) -> Iterator[Text]:
    listed = [column.name for column in COLUMNS if column.codelist]
    for name in extract.lists:
        if name not in listed:
            yield _unknown("lists", name, listed)


def _misfits_for_empty(extract: Extract) -> Iterator[Text]:
    for name, meaning in extract.empty.items():
        if name not in _NAMES:
            near = nearest(name, _NAMES)
            yield Text(
                f"empty: onbekende kolom {name}{near.nl}",
                f"empty: unknown column {name}{near.en}",
            )
            continue
        column = canonical(name)
        is_number = meaning.replace(".", "", 1).isdecimal()
        if column.code_names and meaning not in column.code_names:
            listed = ", ".join(column.code_names)
            yield Text(
                f"empty.{name}: {meaning!r} is niet een van {listed}",
                f"empty.{name}: {meaning!r} is not one of {listed}",
            )
        elif column.kind is Kind.DATE or (column.kind is Kind.NUMBER and not is_number):
            yield Text(
                f"empty.{name}: {meaning!r} past niet bij deze kolom",
                f"empty.{name}: {meaning!r} does not fit this column",
            )
