"""The extract section for tables of any municipality or survey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.extracts.header import matching
from clusters.extracts.values import ANY_OTHER
from clusters.intake.draft_left import ABROAD, FOREIGN, lacking, not_used
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
from clusters.schema import Language, Text
from clusters.schema import column as canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusters.intake.joins import Joined, Link
    from clusters.intake.look import Seen

_COUNTED = Text(
    "zo veel zijn er nu; klopt dat met de leverancier?",
    "as many as there are now; does the supplier say so too?",
)


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
        yield from _weight(found, tables, language)
        yield from _households(used, language)
        for table in tables:
            yield ""
            yield from _table(table, links.get(table.name), common, language)
        yield from _apart(joins, language)
        yield ""
        yield "[extract.columns]"
        yield from _columns(found, tables, language)
        yield from not_used(found, tables, language)
        yield ""
        yield from _lists(found)
        yield "[extract.codes]"
        yield from _codes(found, language)
        yield ""
        yield "[population]"
        yield from _definition(used, language)
        yield ""

    return Sections(lines, tuple(lacking(used, found)))


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


def _weight(
    found: Sequence[Guess], tables: Sequence[Seen], language: Language
) -> Iterator[str]:
    yield from (
        _setting(each, tables, language) for each in found if each.column == "weight"
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
        if guess.column != "weight":
            yield _setting(guess, tables, language)


def _setting(guess: Guess, tables: Sequence[Seen], language: Language) -> str:
    setting = line(guess.column, quoted(_own(guess, tables)))
    why = guess.why.to(language)
    match guess.verdict:
        case Verdict.SURE:
            return setting
        case Verdict.GUESSED:
            return f"{setting} # {GUESSED.to(language)}: {why}"
        case Verdict.LEFT:
            return f"# {setting} # {LEFT.to(language)}: {why}"


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


def _definition(used: set[str], language: Language) -> Iterator[str]:
    if used & {*ABROAD}:
        yield line("definition", quoted("born_abroad"))
    elif used & {*FOREIGN}:
        remark = Text(
            "VERMOED: een geboorteland is er niet", "GUESSED: no country of birth"
        )
        yield line("definition", quoted("foreign_nationality"), remark.to(language))
    else:
        yield line("definition", quoted("born_abroad"), LEFT.to(language))
