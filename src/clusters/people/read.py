"""From an opened extract to the people of a study."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.people.assemble import assemble
from clusters.people.population import Selection, select
from clusters.people.weights import refuse_unfit_weights

if TYPE_CHECKING:
    import pandas as pd

    from clusters.extracts import Extract
    from clusters.settings import Study


def read_people(
    extract: Extract, study: Study, roster: pd.DataFrame | None = None
) -> tuple[pd.DataFrame, Selection]:
    """Return the people of a study, and how the extract came down to them.

    Details are read of those people only, after the population rule. ``roster`` is that
    of the extract, if it was read before.

    Raises
    ------
    ExtractError
        As `select` and `refuse_unfit_weights`.
    """
    on = study.study.reference_date
    roster = extract.roster() if roster is None else roster
    selection = select(
        roster,
        study.population,
        on,
        municipality=study.study.municipality,
        rows_read=extract.rows_read,
    )
    details = extract.details(selection.person_ids)
    people = assemble(roster, details, on, whole_households=study.has_whole_households)
    refuse_unfit_weights(people)
    return people, selection
