"""A study file with comments, drafted from delivered files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clusters.extracts.values import plain_keys
from clusters.intake.content import keys_suggested
from clusters.intake.delivered import cbs_table_of, delivered_files, table_names
from clusters.intake.draft_cbs import cbs_sections
from clusters.intake.draft_person import person_sections
from clusters.intake.guess import guesses
from clusters.intake.guessed import Guess, Verdict
from clusters.intake.joins import Joined, joined
from clusters.intake.look import Seen, look
from clusters.intake.toml import commented, line, quoted
from clusters.schema import Text
from clusters.schema.own_names import variables_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from clusters.intake.answers import Answers
    from clusters.intake.sections import Sections
    from clusters.schema import Language

SCHEMA_LINE = "#:schema ./study.schema.json"
MAIN = "persons"
Review = Callable[[Sequence[Guess]], "list[Guess]"]


@dataclass(frozen=True)
class Draft:
    """A study file as text, and what has to be said before it can be checked."""

    text: str
    to_do: tuple[Text, ...]


def draft_study(
    paths: Sequence[Path],
    answers: Answers,
    language: Language,
    review: Review = list,
) -> Draft:
    """Look at files and draft a study file for them.

    Parameters
    ----------
    paths
        Files, or folders of them.
    answers
        What people said already.
    language
        Of the study and of its comments.
    review
        What people make of the guesses, in a terminal; by default they stand.

    Raises
    ------
    ExtractError
        If a file cannot be read.
    """
    files = delivered_files(paths)
    cbs = {table.name: file for file in files if (table := cbs_table_of(file))}
    if "GBAPERSOONTAB" in cbs:
        unknown = [file for file in files if file not in cbs.values()]
        sections = cbs_sections(cbs, unknown)
    else:
        tables, joins = _persons_first(files)
        sections = person_sections(tables, joins, review(_guesses(tables, joins)))
    to_do = (*_unanswered(answers, sections), *sections.to_do)
    lines = [*_head(answers, to_do, language), *sections.lines(language)]
    return Draft("\n".join([*lines, *_tail(language)]) + "\n", to_do)


def _persons_first(files: Sequence[Path]) -> tuple[list[Seen], Joined]:
    tables = [look(*each) for each in zip(table_names(files), files, strict=True)]
    found = variables_of({each.name: [*each.cells] for each in tables})
    keys = {each.own: each.column for each in found if each.column.endswith("_id")}
    joins = joined(tables, keys)
    if len(tables) > 1:
        tables = [
            replace(each, name=MAIN) if each.name == joins.main else each
            for each in tables
        ]
        links = tuple(
            replace(link, parent=MAIN) if link.parent == joins.main else link
            for link in joins.links
        )
        joins = replace(joins, main=MAIN, links=links)
    there = {joins.main, *(link.table for link in joins.links)}
    tables.sort(key=lambda each: each.name != joins.main)
    return [each for each in tables if each.name in there], joins


def _guesses(tables: Sequence[Seen], joins: Joined) -> list[Guess]:
    own = {each.name: [*each.cells] for each in tables}
    main = tables[0]
    persons = plain_keys(main.cells[joins.key]) if joins.key else None
    found = [
        each
        for each in guesses(tables, variables_of(own), persons)
        if each.column != "person_id"
    ]
    if joins.key is None:
        return [*keys_suggested(main), *found]
    key = Guess("person_id", main.name, joins.key, Verdict.SURE)
    return [key, *found]


def _unanswered(answers: Answers, sections: Sections) -> Iterator[Text]:
    if answers.reference_date is None:
        hint = sections.date_hint
        yield Text(
            "study.reference_date: de dag waarop u kijkt"
            + (f"; {hint.nl}" if hint else ""),
            "study.reference_date: the day you look at"
            + (f"; {hint.en}" if hint else ""),
        )


_HEAD = Text(
    "Gemaakt door `clusters init`. Zonder opmerking: zeker. VERMOED: kijk na of het "
    "klopt. NOG: vul in en haal het # weg. Alle sleutels: docs/datateam.md.",
    "Made by `clusters init`. Without a remark: sure. GUESSED: see whether it is "
    "right. LEFT: fill in and take the # away. All keys: docs/datateam.md.",
)
_TO_DO = Text("Wat u nog zegt:", "What you still have to say:")
_READY = Text(
    "Niets meer nodig: probeer `clusters check`.", "Nothing left: try `clusters check`."
)


def _head(answers: Answers, to_do: Sequence[Text], language: Language) -> Iterator[str]:
    yield SCHEMA_LINE
    yield from commented(_HEAD.to(language))
    yield "#"
    if to_do:
        yield f"# {_TO_DO.to(language)}"
        for number, each in enumerate(to_do, start=1):
            yield from commented(f"{number}. {each.to(language)}")
    else:
        yield from commented(_READY.to(language))
    yield ""
    yield "[study]"
    yield line("name", quoted(answers.name))
    if answers.reference_date:
        yield line("reference_date", answers.reference_date.isoformat())
    else:
        yield "# reference_date = 2024-01-01 # " + (
            "NOG" if language == "nl" else "LEFT"
        )
    if answers.place:
        yield line("place", quoted(answers.place))
    yield line("language", quoted(language))
    yield from commented(_MUNICIPALITY.to(language))
    yield ""


_MUNICIPALITY = Text(
    'municipality = "0000" # NOG: als er ook mensen uit andere gemeenten in staan',
    'municipality = "0000" # LEFT: if there are people of other municipalities in it',
)
_SEED = Text(
    "startgetal: elk getal mag, maar houd het daarna zo",
    "seed: any number will do, but keep it",
)


def _tail(language: Language) -> Iterator[str]:
    yield "[clustering]"
    yield line("seed", "1", _SEED.to(language))
