"""What an extract holds and lacks, told before anything is modelled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from clusters.disclosure import load_policy
from clusters.errors import ExtractError, together
from clusters.extracts import open_extract
from clusters.labels import load_phrases
from clusters.people import read_people
from clusters.schema import Notice
from clusters.settings import load_study, read_logo
from clusters.store import PROCESSED, private_folder
from clusters.study.checking.as_json import json_of
from clusters.study.checking.as_page import write_page
from clusters.study.checking.as_text import as_text
from clusters.study.checking.looked import (
    Check,
    columns_of,
    contradiction_notices,
    features_of,
    too_few,
    warnings_of,
)
from clusters.study.classes import refuse_own_classes
from clusters.study.describe import describe_people
from clusters.study.published import read_published
from clusters.study.publishing.areas import area_notices
from clusters.study.publishing.national import national_figures
from clusters.study.residents import read_residents
from clusters.study.run import CONFIG, history_name, refuse_missing_files
from clusters.study.years import residents_of, study_of

if TYPE_CHECKING:
    import pandas as pd

    from clusters.extracts import CheckedExtract, Source
    from clusters.features import FeatureTable
    from clusters.people import Selection
    from clusters.schema import Language, Text
    from clusters.settings import Study


def check_study(
    study_file: Path, *, language: Language | None = None, as_json: bool = False
) -> str:
    """Read settings and extract as a run would, and tell what is there.

    Parameters
    ----------
    study_file : the TOML file of the study.
    language : in which it is told, if not in that of the study.
    as_json : tell it to a program, see `json_of`.

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
        read, years = _all_read(study, Path(spill))
    people = read.people
    table = describe_people(people, study, least=policy.minimum_persons)
    load_phrases(CONFIG / f"labels.{study.study.language}.toml", table.meanings, "")
    national_figures(study, table.meanings)
    notices = [
        *read.extract.notices,
        *too_few(people, policy.minimum_cluster),
        *contradiction_notices(people),
        *area_notices(read.residents, study),
        *table.notices,
    ]
    sources = (*read.extract.sources, *years)
    told_in = language or study.study.language
    check = _looked(told_in, sources, people, read.selection, table, notices)
    private_folder(PROCESSED)
    page = private_folder(PROCESSED / study.study.name) / "check.html"
    write_page(check, study.study.title or study.study.name, page)
    return json_of(check, page) if as_json else f"{as_text(check)}\n{page}"


@dataclass(frozen=True)
class _Read:
    """The delivery of the reference date, read as a run would."""

    extract: CheckedExtract
    people: pd.DataFrame
    selection: Selection
    residents: pd.DataFrame


def _all_read(study: Study, work: Path) -> tuple[_Read, list[Source]]:
    """Read every file, that of other years too, and tell together what is wrong."""
    read, years, errors = None, [], []
    try:
        read = _delivery(study, work)
    except ExtractError as error:
        errors.append(error)
    for year in study.history.years:
        try:
            years.append(_year(study, year, work))
        except ExtractError as error:
            errors.append(error)
    if read is None or errors:
        raise together(errors)
    return read, years


def _delivery(study: Study, work: Path) -> _Read:
    extract = open_extract(study, work)
    roster = extract.roster()
    people, selection = read_people(extract, study, roster)
    return _Read(extract, people, selection, read_residents(extract, roster, study))


def _looked(  # noqa: PLR0913 - one of each thing a check is about
    language: Language,
    sources: tuple[Source, ...],
    people: pd.DataFrame,
    selection: Selection,
    table: FeatureTable,
    notices: list[Text],
) -> Check:
    features = features_of(table)
    by_asks: dict[str, list[Text]] = {"do": [], "know": [], "nothing": []}
    for notice in (*notices, *warnings_of(features, table.frame)):
        by_asks[notice.asks if isinstance(notice, Notice) else "know"].append(notice)
    return Check(
        language=language,
        to_do=tuple(by_asks["do"]),
        to_know=tuple(by_asks["know"]),
        not_promised=tuple(by_asks["nothing"]),
        sources=sources,
        selection=selection,
        columns=columns_of(people),
        features=features,
    )


def _year(study: Study, year: int, work: Path) -> Source:
    """Read everybody in the file of another year, and return what file it is."""
    source, _ = residents_of(study_of(study, year), work)
    return replace(source, table=history_name(year))
