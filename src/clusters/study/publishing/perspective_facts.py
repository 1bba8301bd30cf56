"""The other perspectives as a report may know them, and what is missing from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pyarrow.parquet as pq

from clusters.findings.perspectives import Lack, Missing, Published, TypeChoices, Views
from clusters.perspectives.types.assign import income_year_of, limit_of
from clusters.perspectives.types.names import types_of
from clusters.schema import Text, column
from clusters.study.published import read_published
from clusters.study.residents import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from clusters.disclosure import ReleasedTable
    from clusters.settings import Study
    from clusters.study.run import Run

# Findings have a place of their own for these.
_ELSEWHERE = {"funnel", "sizes", "profiles", "drilldown", "areas", "transitions"}
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


def perspective_facts(run: Run, released: Mapping[str, ReleasedTable]) -> Views:
    """Return the other perspectives as a report may know them."""
    chosen = run.study.published
    figures = {
        name: read_published(name, run.work / f"published-{name}.csv")
        for name in chosen.files
    }
    moved = run.work / "moves.parquet"
    years = pd.read_parquet(moved, columns=["year"])["year"] if moved.exists() else None
    return Views(
        tables={name: released[name] for name in released if name not in _ELSEWHERE},
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


def _missing(run: Run, names: set[str]) -> dict[str, tuple[Missing, ...]]:
    """Return what cannot be told and why, by the chapter that it is missing from."""
    if run.study.extract.is_weighted and "types" not in names:
        return dict.fromkeys(_CHAPTERS, (Missing(Lack.WEIGHTED),))
    columns = set(pq.read_schema(run.work / "roster.parquet").names)
    no_arrivals = "arrivals_by_type" not in names
    return {
        "types": tuple(_missing_of_types(run, columns, names)),
        "origins": tuple(
            missing_of_origins(columns, names, own=run.study.origins is not None)
        ),
        "inflow": (Missing(Lack.ARRIVALS),) if no_arrivals else (),
        "stay": tuple(_missing_of_stays(run, names)),
    }


def _missing_of_types(
    run: Run, columns: set[str], names: set[str]
) -> Iterator[Missing]:
    chosen = run.study.perspectives
    lacking = [column(name).meaning for name in _TYPE_COLUMNS if name not in columns]
    if lacking:
        yield Missing(Lack.COLUMNS, tuple(lacking))
    if not type_choices(run.study).regular:
        yield Missing(Lack.LIMIT)
    if not chosen.status_holders:
        yield Missing(Lack.STATUS)
    if "types_by_year" not in names:
        yield Missing(Lack.TYPE_YEARS)


def missing_of_origins(
    columns: set[str], names: set[str], *, own: bool
) -> Iterator[Missing]:
    """Yield what cannot be told of origins; ``own`` groups are not those counted."""
    if own and "origins" not in names:
        yield Missing(Lack.OWN_ORIGINS)
        return
    if "origins" not in names:
        yield Missing(Lack.ORIGINS)
    elif not {"birth_country_mother", "birth_country_father"} <= columns:
        yield Missing(Lack.PARENTS)
    if "origins_by_year" not in names:
        yield Missing(Lack.ORIGIN_YEARS)


def _missing_of_stays(run: Run, names: set[str]) -> Iterator[Missing]:
    if "stays_by_cohort" not in names:
        yield Missing(Lack.KEYS if run.study.history.files else Lack.STAYS)
    if "moves" not in names:
        yield Missing(Lack.MOVES)
    if "stays_by_cluster" not in names:
        yield Missing(Lack.CLUSTER_STAYS)
