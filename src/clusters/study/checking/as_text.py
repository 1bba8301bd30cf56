"""The check in a terminal: what to do first, what is fine in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.schema import Text
from clusters.schema.text import grouped, plural
from clusters.study.checking.looked import WELL_KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.extracts import Source
    from clusters.schema import Language
    from clusters.study.checking.looked import Answered, Check

TO_DO = Text("Te doen", "To do")
TO_KNOW = Text("Goed om te weten", "Good to know")
FINE = Text("In orde", "In order")
FILES = Text("Bestanden", "Files")
POPULATION = Text("Onderzoeksgroep", "Study population")
FEATURES = Text(
    "Kenmerken: bij hoeveel mensen bekend, en de klassen",
    "Features: of how many people known, and the bands",
)
# Of fewer people no number is given.
_FEW = 10


def as_text(check: Check) -> str:
    """Return the check as lines for a terminal."""
    return "\n".join(_lines(check))


def _lines(check: Check) -> Iterator[str]:
    language = check.language
    if check.to_do:
        yield f"{TO_DO.to(language)} ({len(check.to_do)})"
        for number, each in enumerate(check.to_do, start=1):
            yield f"  {number}. {each.to(language)}"
    yield f"{FINE.to(language)}: {fine(check).to(language)}"
    yield POPULATION.to(language)
    for step in check.selection.funnel:
        persons = grouped(step.persons, language)
        yield f"  {step.meaning.to(language):<40}{persons:>12}"
    yield FEATURES.to(language)
    for feature in check.features:
        name = feature.meaning.to(language)
        yield f"  {name:<50}{feature.share_known:>6.0%}  {bands(feature, language)}"
    if check.to_know or check.not_promised:
        yield TO_KNOW.to(language)
    yield from (f"  {each.to(language)}" for each in check.to_know)
    if check.not_promised:
        yield f"  {not_promised(check).to(language)}"
    yield FILES.to(language)
    yield from (f"  {source_line(each, language)}" for each in check.sources)


def fine(check: Check) -> Text:
    """Word in one line what needs no attention."""
    full = sum(each.share_known >= WELL_KNOWN for each in check.features)
    files, columns = len(check.sources), len(check.columns)
    of = len(check.features)
    return Text(
        f"{plural(files, 'bestand', 'bestanden')} gelezen, "
        f"{plural(columns, 'kolom', 'kolommen')} gebruikt, {full} van de {of} "
        "kenmerken bij bijna iedereen bekend.",
        f"{plural(files, 'file', 'files')} read, "
        f"{plural(columns, 'column', 'columns')} used, {full} of {of} features known "
        "of nearly everybody.",
    )


def not_promised(check: Check) -> Text:
    """Word in one line how much is absent that nobody promised."""
    count = len(check.not_promised)
    nl = plural(count, "melding", "meldingen")
    en = plural(count, "notice", "notices")
    is_one = count == 1
    return Text(
        f"Niet geleverd en niet beloofd: {nl} over kolommen en kenmerken die daarom "
        f"ontbreken {'staat' if is_one else 'staan'} in check.html.",
        f"Not delivered and not promised: {en} about columns and features that are "
        f"absent for it {'is' if is_one else 'are'} in check.html.",
    )


def bands(feature: Answered, language: Language) -> str:
    """Return the answers of a feature with how many people have each."""
    return "; ".join(
        f"{meaning.to(language)} {persons_in(persons, language)}"
        for meaning, persons in feature.answers
    )


def persons_in(persons: int, language: Language) -> str:
    """Return a number of people, vague where it is small."""
    return f"<{_FEW}" if 0 < persons < _FEW else grouped(persons, language)


def source_line(source: Source, language: Language) -> str:
    """Return how a file was read."""
    facts = [source.format, source.encoding, source.delimiter, source.decimal]
    rows = Text("rijen", "rows").to(language)
    told = [repr(fact) for fact in facts[2:] if fact]
    return ", ".join(
        [
            f"{source.table}: {source.file}",
            *([f"{grouped(source.rows, language)} {rows}"] if source.rows else []),
            *[fact for fact in facts[:2] if fact],
            *told,
        ]
    )
