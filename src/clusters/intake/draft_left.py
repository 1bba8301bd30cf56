"""What a draft leaves to be said: columns that are not used, and what is lacking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.intake.content import described
from clusters.intake.guessed import Guess, Verdict
from clusters.intake.sections import LEFT
from clusters.intake.toml import quoted, wrapped
from clusters.schema import COLUMNS, Language, Text, Theme
from clusters.schema import column as canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from clusters.intake.look import Seen

ABROAD = ("born_abroad", "birth_country")
FOREIGN = ("foreign_nationality", "nationality")
_AGES = ("birth_date", "birth_year", "age")
_MOST_NAMED, _MOST_DESCRIBED = 40, 25


def not_used(
    found: Sequence[Guess], tables: Sequence[Seen], language: Language
) -> Iterator[str]:
    """Yield comments with our columns that nothing was found for, and unused ones."""
    absent = [
        column.name
        for column in COLUMNS
        if column.name not in {"weight", *(each.column for each in found)}
    ]
    if absent:
        told = Text("Niet gevonden:", "Not found:").to(language)
        yield from wrapped([told, *_listed(absent)])
    taken = {(each.table, part) for each in found for part in each.own.split(" + ")}
    for table in tables:
        spare = [own for own in table.cells if (table.name, own) not in taken]
        if spare:
            told = Text("Niet gebruikt uit", "Not used of").to(language)
            listed = _listed(spare) if len(spare) > _MOST_DESCRIBED else []
            yield from wrapped([f"{told} {table.name}:", *listed])
            if not listed:
                yield from _described(table, spare, language)


def _described(table: Seen, spare: Sequence[str], language: Language) -> Iterator[str]:
    """Yield a line to be completed per column, with what stands in it."""
    for own in spare:
        what = described(table.cells[own]).to(language)
        yield f"# ? = {quoted(own)} # {LEFT.to(language)}: {what}"


def _listed(names: Sequence[str]) -> list[str]:
    shown = [" ".join(name.split()) for name in names[:_MOST_NAMED]]
    more = ["..."] if len(names) > _MOST_NAMED else []
    return [f"{name}," for name in shown[:-1]] + [shown[-1], *more]


def lacking(used: set[str], found: Sequence[Guess]) -> Iterator[Text]:
    """Yield what a study cannot do without."""
    near = {each.column: each.own for each in found if each.verdict is Verdict.LEFT}
    needed = {"person_id": ("person_id",), "sex": ("sex",), "age": _AGES}
    for columns in needed.values():
        if not used & {*columns}:
            yield _say(columns, near)
    if not used & {*ABROAD, *FOREIGN}:
        yield _say((*ABROAD, *FOREIGN), near)
    for theme in (Theme.SOCIOECONOMIC, Theme.HOUSING):
        if not any(canonical(name).theme is theme for name in used):
            names = tuple(each.name for each in COLUMNS if each.theme is theme)
            suggested = tuple(name for name in names if name in near)
            yield _say(suggested or names, near)


def _say(columns: Sequence[str], near: Mapping[str, str]) -> Text:
    nl = " of ".join(_named(name, near) for name in columns)
    en = " or ".join(_named(name, near) for name in columns)
    return Text(f"extract.columns: {nl}", f"extract.columns: {en}")


def _named(name: str, near: Mapping[str, str]) -> str:
    return f"{name} ({near[name]}?)" if name in near else name
