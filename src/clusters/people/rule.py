"""What the population rule says and what follows from it, without any person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.schema import NOT_APPLICABLE, UNKNOWN, Text

if TYPE_CHECKING:
    from clusters.settings import Population


def describe(
    population: Population, place: str, nationality: Text | None = None
) -> Text:
    """Return in one sentence who is studied.

    ``nationality`` is what having that of the country is called; none for the
    Netherlands.
    """
    own = nationality.nl if nationality else "Nederlandse nationaliteit"
    who_nl, who_en = {
        "born_abroad": ("die in het buitenland zijn geboren", "born abroad"),
        "foreign_nationality": (
            f"zonder {own}",
            "of foreign nationality",
        ),
        "either": (
            f"die in het buitenland zijn geboren of geen {own} hebben",
            "born abroad or of foreign nationality",
        ),
    }[population.definition]
    until_nl, until_en = "", ""
    if population.maximum_age is not None:
        until_nl = f" tot en met {population.maximum_age} jaar"
        until_en = f" up to {population.maximum_age}"
    since_nl, since_en = "", ""
    if population.arrived_since is not None:
        since_nl = f" en zich in {population.arrived_since} of later hebben gevestigd"
        since_en = f", who arrived in {population.arrived_since} or later"
    return Text(
        f"Inwoners van {place} van {population.minimum_age} jaar en ouder{until_nl}, "
        f"{who_nl}{since_nl}.",
        f"Residents of {place} aged {population.minimum_age} and over{until_en}, "
        f"{who_en}{since_en}.",
    )


def impossible(population: Population) -> tuple[tuple[str, str], ...]:
    """Return the features and answers that nobody in the study can have.

    The rule drops people whose age it cannot tell, and with ``arrived_since`` people
    of whom no arrival is known.
    """
    stay = ("years_in_country", "age_at_arrival")
    answers = (UNKNOWN, NOT_APPLICABLE)
    arrived = [(feature, answer) for feature in stay for answer in answers]
    since = population.arrived_since is not None
    return (("age", UNKNOWN), *(arrived if since else ()))
