"""The extract section for tables of any municipality or survey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.extracts.header import matching
from clusters.extracts.values import ANY_OTHER
from clusters.intake.guessed import Guess, Verdict
from clusters.intake.sections import (
    GUESSED,
    LEFT,
    Sections,
    alike,
    apart,
    path,
    sign_lines,
)
from clusters.intake.toml import commented, is_short, key, line, pairs, quoted, wrapped
from clusters.schema import COLUMNS, Language, Text, Theme
from clusters.schema import column as canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from clusters.intake.joins import Joined, Link
    from clusters.intake.look import Seen

_AGES = ("birth_date", "birth_year", "age")
_ABROAD = ("born_abroad", "birth_country")
_FOREIGN = ("foreign_nationality", "nationality")
_COUNTED = Text(
    "zo veel zijn er nu; klopt dat met de leverancier?",
    "as many as there are now; does the supplier say so too?",
)
_MOST_NAMED = 40


def person_sections(
    tables: Sequence[Seen], joins: Joined, found: Sequence[Guess]
) -> Sections:
    """Return the sections for tables in the person layout, the main one first."""
    used = {each.column for each in found if each.verdict is not Verdict.LEFT}
    common = alike([each.opened.source for each in tables])
    links = {link.table: link for link in joins.links}

    def lines(language: Language) -> Iterator[str]:
        yield "[extract]"
        yield 'layout = "person"'
        yield from sign_lines(common)
        yield from _date_format(found)
        yield from _households(used, language)
        for table in tables:
            yield ""
            yield from _table(table, links.get(table.name), common, language)
        yield from _apart(joins, language)
        yield ""
        yield "[extract.columns]"
        yield from _columns(found, tables, language)
        yield from _not_used(found, tables, language)
        yield ""
        yield from _lists(found)
        yield "[extract.codes]"
        yield from _codes(found, language)
        yield ""
        yield "[population]"
        yield from _definition(used, language)
        yield ""

    return Sections(lines, tuple(_lacking(used, found)))


def _date_format(found: Sequence[Guess]) -> Iterator[str]:
    dated = [each for each in found if canonical(each.column).kind.value == "date"]
    formats = {each.column: each.date_format for each in dated if each.verdict}
    kinds = set(formats.values())
    if kinds - {None} and len(kinds) == 1:
        yield line("date_format", quoted(str(kinds.pop())))
    elif kinds - {None}:
        yield line(
            "date_format", pairs({name: each for name, each in formats.items() if each})
        )


def _households(used: set[str], language: Language) -> Iterator[str]:
    if "household_id" in used:
        yield from commented(
            Text(
                "whole_households = true # NOG: als van elk huishouden iedereen erin "
                "staat, ook kinderen en wie hier is geboren",
                "whole_households = true # LEFT: if everybody of each household is "
                "in it, children and natives too",
            ).to(language)
        )


def _table(
    table: Seen, link: Link | None, common: dict[str, str], language: Language
) -> Iterator[str]:
    yield f"[extract.tables.{key(table.name)}]"
    yield line("file", path(table.file))
    if link:
        remark = "" if link.is_sure else GUESSED.to(language)
        yield line("key", quoted(link.key), remark)
        if matching(link.by) != matching(link.key):
            yield line("by", quoted(link.by), remark)
        if link.drop_last:
            yield line("drop_last", str(link.drop_last), remark)
        if link.one_to_one:
            yield line("relation", quoted("one_to_one"))
        if link.parent != "persons":
            yield line("joins", quoted(link.parent), remark)
    yield from sign_lines(apart(table.opened.source, common))
    if table.is_whole:
        yield line("rows", str(table.rows), _COUNTED.to(language))


def _apart(joins: Joined, language: Language) -> Iterator[str]:
    if joins.apart:
        names = ", ".join(joins.apart)
        yield ""
        yield from commented(
            Text(
                f"NOG: geen sleutel gevonden waarmee dit koppelt: {names}.",
                f"LEFT: no key found by which this joins: {names}.",
            ).to(language)
        )


def _columns(
    found: Sequence[Guess], tables: Sequence[Seen], language: Language
) -> Iterator[str]:
    for guess in sorted(found, key=lambda each: each.verdict is Verdict.LEFT):
        setting = line(guess.column, quoted(_own(guess, tables)))
        why = guess.why.to(language)
        match guess.verdict:
            case Verdict.SURE:
                yield setting
            case Verdict.GUESSED:
                yield f"{setting} # {GUESSED.to(language)}: {why}"
            case Verdict.LEFT:
                yield f"# {setting} # {LEFT.to(language)}: {why}"


def _own(guess: Guess, tables: Sequence[Seen]) -> str:
    first = guess.own.split(" + ")[0]
    owners = [each.name for each in tables if each.opened.has(first)]
    return guess.own if len(owners) == 1 else f"{guess.table}.{guess.own}"


def _lists(found: Sequence[Guess]) -> Iterator[str]:
    notations = {each.column: each.notation for each in found if each.notation}
    if notations:
        yield "[extract.lists]"
        yield from (line(name, quoted(each)) for name, each in notations.items())
        yield ""


def _codes(found: Sequence[Guess], language: Language) -> Iterator[str]:
    coded = [each for each in found if each.codes or each.placeholders]
    for guess in coded:
        agreed = ", ".join(canonical(guess.column).code_names)
        choose = Text(f"kies uit {agreed}", f"choose from {agreed}").to(language)
        if guess.placeholders:
            unknown = {
                code: "" if code == ANY_OTHER else "?" for code in guess.placeholders
            }
            yield from wrapped([f"{LEFT.to(language)}: {choose}"])
            yield f"# {line(guess.column, pairs(unknown))}"
        elif is_short(guess.codes):
            sign = "# " if guess.verdict is Verdict.LEFT else ""
            yield sign + line(guess.column, pairs(guess.codes))
    for guess in coded:
        if not is_short(guess.codes):
            sign = "# " if guess.verdict is Verdict.LEFT else ""
            yield ""
            yield f"{sign}[extract.codes.{guess.column}]"
            for code, meaning in guess.codes.items():
                yield sign + line(code, quoted(meaning))


def _not_used(
    found: Sequence[Guess], tables: Sequence[Seen], language: Language
) -> Iterator[str]:
    lacking = [
        column.name
        for column in COLUMNS
        if column.name not in {each.column for each in found}
    ]
    if lacking:
        told = Text("Niet gevonden:", "Not found:").to(language)
        yield from wrapped([told, *_listed(lacking)])
    taken = {(each.table, part) for each in found for part in each.own.split(" + ")}
    for table in tables:
        spare = [own for own in table.cells if (table.name, own) not in taken]
        if spare:
            told = Text("Niet gebruikt uit", "Not used of").to(language)
            yield from wrapped([f"{told} {table.name}:", *_listed(spare)])


def _listed(names: Sequence[str]) -> list[str]:
    shown = [" ".join(name.split()) for name in names[:_MOST_NAMED]]
    more = ["..."] if len(names) > _MOST_NAMED else []
    return [f"{name}," for name in shown[:-1]] + [shown[-1], *more]


def _definition(used: set[str], language: Language) -> Iterator[str]:
    if used & {*_ABROAD}:
        yield line("definition", quoted("born_abroad"))
    elif used & {*_FOREIGN}:
        remark = Text(
            "VERMOED: een geboorteland is er niet", "GUESSED: no country of birth"
        )
        yield line("definition", quoted("foreign_nationality"), remark.to(language))
    else:
        yield line("definition", quoted("born_abroad"), LEFT.to(language))


def _lacking(used: set[str], found: Sequence[Guess]) -> Iterator[Text]:
    """Yield what a study cannot do without."""
    near = {each.column: each.own for each in found if each.verdict is Verdict.LEFT}
    needed = {"person_id": ("person_id",), "sex": ("sex",), "age": _AGES}
    for columns in needed.values():
        if not used & {*columns}:
            yield _say(columns, near)
    if not used & {*_ABROAD, *_FOREIGN}:
        yield _say((*_ABROAD, *_FOREIGN), near)
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
