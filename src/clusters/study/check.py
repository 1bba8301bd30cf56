"""What an extract holds and lacks, told before anything is modelled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from clusters.disclosure import load_policy
from clusters.extracts import open_extract
from clusters.labels import load_phrases
from clusters.people import read_people
from clusters.schema import Text
from clusters.schema.text import grouped
from clusters.settings import load_study, read_logo
from clusters.study.areas import area_notices
from clusters.study.classes import refuse_own_classes
from clusters.study.describe import describe_people
from clusters.study.national import national_figures
from clusters.study.published import read_published
from clusters.study.residents import read_residents
from clusters.study.run import CONFIG, history_name, refuse_missing_files
from clusters.study.years import study_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.extracts import Source
    from clusters.features import FeatureTable
    from clusters.people import Selection
    from clusters.schema import Language
    from clusters.settings import Study

_FILES = Text("Bestanden", "Files")
_POPULATION = Text("Onderzoeksgroep", "Study population")
_FEATURES = Text(
    "Kenmerken, en bij hoeveel mensen ze bekend zijn",
    "Features, and of how many people they are known",
)
_NOTICES = Text("Let op", "Notices")


def check_study(study_file: Path) -> str:
    """Read settings and extract as a run would, and tell what is there.

    Raises
    ------
    SettingsError, ExtractError, DisclosureError
        With what is missing, unknown, doubled or out of range.
    """
    study = load_study(study_file)
    policy = load_policy(CONFIG / "disclosure.toml", study.report.audience)
    if study.report.style.logo:
        read_logo(study.report.style.logo)
    refuse_own_classes(study, policy)
    refuse_missing_files(study)
    for name, file in study.published.files.items():
        read_published(name, file)
    with TemporaryDirectory(prefix="clusters-") as spill:
        extract = open_extract(study, Path(spill))
        people, selection = read_people(extract, study)
        years = [_year(study, year, Path(spill)) for year in study.history.years]
    table = describe_people(people, study, least=policy.minimum_persons)
    language = study.study.language
    load_phrases(CONFIG / f"labels.{language}.toml", table.meanings, "")
    national_figures(study, table.meanings)
    notices = [*extract.notices, *area_notices(people, study), *table.notices]
    sources = (*extract.sources, *years)
    lines = _lines(study, sources, selection, table, notices)
    return "\n".join(lines)


def _year(study: Study, year: int, spill: Path) -> Source:
    """Read everybody in the file of another year, and return what file it is."""
    of_year = study_of(study, year)
    extract = open_extract(of_year, spill)
    read_residents(extract, extract.roster(), of_year)
    return replace(extract.sources[0], table=history_name(year))


def _lines(
    study: Study,
    sources: tuple[Source, ...],
    selection: Selection,
    table: FeatureTable,
    notices: list[Text],
) -> Iterator[str]:
    language = study.study.language
    yield _FILES.to(language)
    yield from (f"  {_source(source, language)}" for source in sources)
    yield _POPULATION.to(language)
    for step in selection.funnel:
        persons = grouped(step.persons, language)
        yield f"  {step.meaning.to(language):<40}{persons:>12}"
    yield _FEATURES.to(language)
    known = table.frame.notna().mean()
    for meaning in table.meanings:
        yield f"  {meaning.meaning.to(language):<50}{known[meaning.name]:>6.0%}"
    yield _NOTICES.to(language)
    yield from (f"  {notice.to(language)}" for notice in notices)


def _source(source: Source, language: Language) -> str:
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
