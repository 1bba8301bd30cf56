"""Columns that the study file names and no file has: all of them told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.errors import ExtractError, SettingsError
from clusters.extracts.header import DELIMITERS
from clusters.extracts.nearest import nearest, nearest_name
from clusters.extracts.shown import quoted
from clusters.extracts.source import header_hint
from clusters.schema import Text
from clusters.schema.text import plural

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from clusters.extracts.mapping import Place
    from clusters.extracts.source import OpenTable

_AGES = ("age", "birth_year", "birth_date")
_MOST_NAMES = 60
# Where fewer columns come out, the file was hardly cut at all.
_HARDLY_CUT = 2
_IN_TOML = {"\t": "\\t"}


def absent_from(
    tables: Mapping[str, OpenTable], asked: Mapping[str, str], section: str = "columns"
) -> Iterator[ExtractError]:
    """Yield the refusal of columns that no file has, if there are any.

    Parameters
    ----------
    tables
        The files that were looked in.
    asked
        Our name to the own name, of every column that is not there.
    section
        Of ``[extract]`` in the study file, in which the names can be corrected.
    """
    cut = [error for each in tables.values() for error in cut_wrongly(each)]
    if asked and cut:
        # of a file that was cut wrongly nothing else can be told
        yield from cut
    elif asked:
        yield _absent(tables, asked, f"extract.{section}")


def too_little(known: Collection[str], main: OpenTable) -> Iterator[ExtractError]:
    """Yield the refusal of columns that are not enough to go on with, if they are not.

    Parameters
    ----------
    known
        Our names of the columns that are there, or are refused already.
    main
        The table of persons.
    """
    lines = [name for name in ("person_id", "sex") if name not in known]
    without = list(lines)
    if not {*known} & {*_AGES}:
        without.append("/".join(_AGES))
        lines.append(_AGES[-1])
    if without:
        yield ExtractError(
            "\n".join(
                [
                    f"{main.source.where}: no column for {', '.join(without)}.",
                    *(text.en for text in found_in(main)),
                    "Say under [extract.columns] what they are called in the files.",
                ]
            ),
            "\n".join(
                [
                    f"{main.source.where}: geen kolom voor {', '.join(without)}.",
                    *(text.nl for text in found_in(main)),
                    "Zeg onder [extract.columns] hoe ze in de bestanden heten.",
                ]
            ),
            {"extract.columns": [f'{name} = ""' for name in lines]},
        )


def refuse_key_elsewhere(person: Place, main: OpenTable) -> None:
    """Refuse a key of persons that stands in another table than theirs."""
    if person.table != main.source.table:
        raise SettingsError(
            "[extract.columns] in the study file: person_id must be in table "
            f"{main.source.table}.",
            "[extract.columns] in het studiebestand: person_id moet in tabel "
            f"{main.source.table} staan.",
        )


def _absent(
    tables: Mapping[str, OpenTable], asked: Mapping[str, str], section: str
) -> ExtractError:
    known = [name for each in tables.values() for name in each.names]
    lines = [_told(name, own, known, tables) for name, own in asked.items()]
    lines_to_paste = [_line(name, own, known) for name, own in asked.items()]
    count = len(asked)
    seen = [text for each in tables.values() for text in found_in(each)]
    return ExtractError(
        "\n".join(
            [
                f"{plural(count, 'column', 'columns')} of [{section}] "
                f"{'is' if count == 1 else 'are'} in no file:",
                *(f"  {line.en}" for line in lines),
                *(text.en for text in seen),
                f"Correct [{section}], or ask for a complete extract.",
            ]
        ),
        "\n".join(
            [
                f"{plural(count, 'kolom', 'kolommen')} van [{section}] "
                f"{'staat' if count == 1 else 'staan'} in geen bestand:",
                *(f"  {line.nl}" for line in lines),
                *(text.nl for text in seen),
                f"Verbeter [{section}], of vraag om een volledige levering.",
            ]
        ),
        # of a file that was cut wrongly no name can be guessed
        {section: lines_to_paste} if len(known) > len(tables) else None,
    )


def found_in(table: OpenTable) -> Iterator[Text]:
    """Yield the columns that a file has and how its cells were cut.

    A first row that holds values is a person, so then no name is told.
    """
    source = table.source
    names = table.names
    cut = f"{source.delimiter!r}" if source.delimiter else ""
    with_nl, with_en = (
        (f", gescheiden met {cut},", f", cut at {cut},") if cut else ("",) * 2
    )
    count = len(table.columns)
    if not names:
        yield Text(
            f"{source.where}: de eerste rij{with_nl} heeft "
            f"{plural(count, 'cel', 'cellen')} en lijkt geen kop maar gegevens: geen "
            "naam erin is bekend. Zij wordt niet getoond, want zij kan een persoon "
            "zijn.",
            f"{source.where}: the first row{with_en} has "
            f"{plural(count, 'cell', 'cells')} and looks like data, not like names: "
            "none in it is known. It is not shown, because it may be a person.",
        )
        yield header_hint(table)
        return
    listed = ", ".join(map(repr, names[:_MOST_NAMES]))
    more = ", ..." if len(names) > _MOST_NAMES else ""
    yield Text(
        f"{source.where} heeft "
        f"{plural(count, 'kolom', 'kolommen')}{with_nl.rstrip(',')}: "
        f"{listed}{more}.",
        f"{source.where} has "
        f"{plural(count, 'column', 'columns')}{with_en.rstrip(',')}: "
        f"{listed}{more}.",
    )


def cut_wrongly(table: OpenTable) -> Iterator[ExtractError]:
    """Yield the refusal of a file of which the names hold another delimiter."""
    used = table.source.delimiter
    if len(table.columns) > _HARDLY_CUT or not table.names:
        return
    if used is None:
        yield from _all_in_one(table)
        return
    text = used.join(table.columns)
    better = max(DELIMITERS, key=text.count)
    if better == used or text.count(better) <= text.count(used):
        return
    setting = f'delimiter = "{_IN_TOML.get(better, better)}"'
    columns = len(table.columns)
    yield ExtractError(
        f"{table.source.where}: cut at {used!r} this file has "
        f"{plural(columns, 'column', 'columns')}, but it seems to be cut at "
        f"{better!r}: {text}.\n"
        f"Set {setting} in the study file, or leave it out.",
        f"{table.source.where}: gescheiden met {used!r} heeft dit bestand "
        f"{plural(columns, 'kolom', 'kolommen')}, maar het lijkt gescheiden met "
        f"{better!r}: {text}.\n"
        f"Zet {setting} in het studiebestand, of laat het weg.",
    )


def _all_in_one(table: OpenTable) -> Iterator[ExtractError]:
    """Yield the refusal of a sheet into which text was pasted without being cut."""
    name = table.columns[0]
    sign = max(DELIMITERS, key=name.count)
    if name.count(sign) >= _HARDLY_CUT:
        yield ExtractError(
            f"{table.source.where}: everything stands in one column, cut at {sign!r}: "
            f"{name}.\nDeliver the text file itself (.csv), or split the text into "
            "columns.",
            f"{table.source.where}: alles staat in één kolom, gescheiden met {sign!r}: "
            f"{name}.\nLever het tekstbestand zelf (.csv), of splits de tekst in "
            "kolommen.",
        )


def _told(
    name: str, own: str, known: Sequence[str], tables: Mapping[str, OpenTable]
) -> Text:
    near = nearest(own, known)
    table, dot, column = own.partition(".")
    parts = [each.strip() for each in (column if dot else table).split("+")]
    absent = [part for part in parts if not any(t.has(part) for t in tables.values())]
    if len(parts) > 1 and absent:
        listed = ", ".join(map(repr, absent))
        is_one = len(absent) == 1
        return Text(
            f"{name} = {own!r}: "
            f"{'het deel' if is_one else 'de delen'} {listed} "
            f"{'ontbreekt' if is_one else 'ontbreken'}",
            f"{name} = {own!r}: the {'part' if is_one else 'parts'} {listed} "
            f"{'is' if is_one else 'are'} missing",
        )
    return Text(f"{name} = {own!r}{near.nl}", f"{name} = {own!r}{near.en}")


def _line(name: str, own: str, known: Sequence[str]) -> str:
    """Return a line of TOML with the nearest name, or none to be filled in."""
    guess = nearest_name(own, known) or ""
    return f"{name} = {quoted(guess)}"
