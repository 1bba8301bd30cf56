"""The other perspectives as a report may know them, and what is missing from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pyarrow.parquet as pq

from clusters.findings.perspectives import Published, TypeChoices, Views
from clusters.perspectives.type_names import types_of
from clusters.perspectives.types import income_year_of, limit_of
from clusters.report.chapters.sample import NOT_WEIGHTED
from clusters.report.words import missing
from clusters.schema import Text, column
from clusters.study.publishing.published import read_published
from clusters.study.residents import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from clusters.disclosure import ReleasedTable
    from clusters.settings import Study
    from clusters.study.run import Run

_VIEWS = (
    "types", "type_reasons", "types_by_year", "origins", "origins_by_year",
    "arrivals_by_type", "arrivals_by_origin", "moves", "stays_by_cohort",
    "stays_by_type", "stays_by_cluster",
)  # fmt: skip
_CHAPTERS = ("types", "origins", "inflow", "stay")
# What the rules for types ask, besides who is an international.
_TYPE_COLUMNS = (
    "migration_motive", "income_source", "personal_income", "partner_id",
    "mother_id", "father_id", "household_id",
)  # fmt: skip
# Whose wage limit it is.
_LIMITS = {
    "ruling": Text(
        "de inkomensnorm van de 30%-regeling", "the income norm of the 30% ruling"
    ),
    "ind": Text(
        "het looncriterium van de IND voor kennismigranten",
        "the wage criterion of the immigration service for highly skilled migrants",
    ),
    "decisio": Text("de grens van Decisio (2013)", "the limit of Decisio (2013)"),
    "own": Text("een eigen grens van dit onderzoek", "a limit of this study's own"),
}


def gather_views(run: Run, released: Mapping[str, ReleasedTable]) -> Views:
    """Return the other perspectives as a report may know them."""
    chosen = run.study.published
    figures = {
        name: read_published(name, run.work / f"published-{name}.csv")
        for name in chosen.files
    }
    moved = run.work / "moves.parquet"
    years = pd.read_parquet(moved, columns=["year"])["year"] if moved.exists() else None
    return Views(
        tables={name: table for name, table in released.items() if name in _VIEWS},
        published=Published(**figures, source=chosen.source),
        missing=_missing(run, set(released)),
        types=types_of(run.study.study.nationality_elsewhere),
        chosen=type_choices(run.study),
        by_big_city=run.study.perspectives.by_big_city,
        first_year=int(years.min()) if years is not None else 0,
        last_year=int(years.max()) if years is not None else 0,
    )


def type_choices(study: Study) -> TypeChoices:
    """Return what the study chose in the rules for types."""
    rules = rules_of(study)
    on = study.study.reference_date
    limit = limit_of(rules, on)
    return TypeChoices(
        adult_from=rules.adult_from,
        working_until=rules.working_until,
        regular=round(limit.regular) if limit else 0,
        under_30=round(limit.under_30) if limit else 0,
        limit_from=_LIMITS["own" if rules.own_limit else rules.scheme or "own"],
        income_year=income_year_of(rules, on),
        only_students_with_income=rules.only_students_with_income,
    )


def _missing(run: Run, names: set[str]) -> dict[str, tuple[Text, ...]]:
    """Return what cannot be told and why, by the chapter that it is missing from."""
    if run.study.extract.is_weighted and "types" not in names:
        return dict.fromkeys(_CHAPTERS, (NOT_WEIGHTED,))
    columns = set(pq.read_schema(run.work / "roster.parquet").names)
    no_arrivals = "arrivals_by_type" not in names
    return {
        "types": tuple(_missing_of_types(run, columns, names)),
        "origins": tuple(
            missing_of_origins(columns, names, own=run.study.origins is not None)
        ),
        "inflow": (missing.NO_ARRIVALS,) if no_arrivals else (),
        "stay": tuple(_missing_of_stays(run, names)),
    }


def _missing_of_types(run: Run, columns: set[str], names: set[str]) -> Iterator[Text]:
    chosen = run.study.perspectives
    lacking = [column(name).meaning for name in _TYPE_COLUMNS if name not in columns]
    if lacking:
        yield Text(
            missing.NO_COLUMNS.nl.format(columns="; ".join(c.nl for c in lacking)),
            missing.NO_COLUMNS.en.format(columns="; ".join(c.en for c in lacking)),
        )
    if not type_choices(run.study).regular:
        yield missing.NO_LIMIT
    if not chosen.status_holders:
        yield missing.NO_STATUS
    if "types_by_year" not in names:
        yield missing.NO_TYPE_YEARS


def missing_of_origins(
    columns: set[str], names: set[str], *, own: bool
) -> Iterator[Text]:
    """Yield what cannot be told of origins; ``own`` groups are not those counted."""
    if own and "origins" not in names:
        yield missing.OWN_ORIGINS
        return
    if "origins" not in names:
        yield missing.NO_ORIGINS
    elif not {"birth_country_mother", "birth_country_father"} <= columns:
        yield missing.NO_PARENTS
    if "origins_by_year" not in names:
        yield missing.NO_ORIGIN_YEARS


def _missing_of_stays(run: Run, names: set[str]) -> Iterator[Text]:
    if "stays_by_cohort" not in names:
        yield missing.KEYS_DIFFER if run.study.history.files else missing.NO_STAYS
    if "moves" not in names:
        yield missing.NO_MOVES
    if "stays_by_cluster" not in names:
        yield missing.NO_CLUSTER_STAYS
