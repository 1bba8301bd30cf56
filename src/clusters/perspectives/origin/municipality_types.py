"""The nine types of municipality of the WRR, with our limits.

The WRR printed one number: homogeneous is over 90 % of Dutch origin. **Every other
limit is our choice.** The measures are those of `municipality.Placement`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clusters.schema import Text

_BIG = 100_000.0
# Not per cent of people, so their distance is per cent of the limit.
_OTHER_UNITS = ("inhabitants", "minority_lead")


@dataclass(frozen=True)
class Condition:
    """A measure that must be at least or at most a limit.

    Points are percentage points of the measure, and hundredths of the index of
    diversity; of inhabitants and of the lead of a minority, per cent of the limit.
    """

    measure: str
    bound: Literal["at least", "at most", "over", "under"]
    limit: float

    def margin(self, measures: dict[str, float]) -> float:
        """Return by how many points the condition is met; below zero it is not."""
        beyond = measures[self.measure] - self.limit
        if self.measure in _OTHER_UNITS:
            beyond *= 100 / self.limit
        return beyond if self.bound in ("at least", "over") else -beyond

    def holds(self, measures: dict[str, float]) -> bool:
        """Return whether the condition is met."""
        margin = self.margin(measures)
        return margin > 0 if self.bound in ("over", "under") else margin >= 0


@dataclass(frozen=True)
class MunicipalityType:
    """A type of municipality: its name, its rule in words, and in conditions."""

    code: str
    name: Text
    rule: Text
    conditions: tuple[Condition, ...]


# In order: the first that fits decides.
MUNICIPALITY_TYPES: tuple[MunicipalityType, ...] = (
    MunicipalityType(
        "homogeneous",
        Text("Homogene gemeente", "Homogeneous municipality"),
        Text(
            "Meer dan 90 % van de inwoners heeft een Nederlandse herkomst (WRR).",
            "Over 90 % of residents are of Dutch origin (WRR).",
        ),
        (Condition("dutch", "over", 90.0),),
    ),
    MunicipalityType(
        "majority_minority",
        Text("Majority-minority stad", "Majority-minority city"),
        Text(
            "Minder dan 50 % van de inwoners heeft een Nederlandse herkomst.",
            "Under 50 % of residents are of Dutch origin.",
        ),
        (Condition("dutch", "under", 50.0),),
    ),
    MunicipalityType(
        "border",
        Text("Grensgemeente", "Border municipality"),
        Text(
            "Van de inwoners met een andere herkomst komt 40 % of meer uit België of "
            "een Duitstalig land.",
            "Of residents of other origin 40 % or more are from Belgium or a "
            "German-speaking country.",
        ),
        (Condition("neighbours", "at least", 40.0),),
    ),
    MunicipalityType(
        "horticulture",
        Text("Tuinbouwgemeente", "Horticulture municipality"),
        Text(
            "Van de inwoners met een andere herkomst komt 25 % of meer uit Midden- en "
            "Oost-Europa, en van alle inwoners 2,5 % of meer.",
            "Of residents of other origin 25 % or more are from Central and Eastern "
            "Europe, and of all residents 2.5 % or more.",
        ),
        (
            Condition("eastern", "at least", 25.0),
            Condition("eastern_all", "at least", 2.5),
        ),
    ),
    MunicipalityType(
        "large_minority",
        Text(
            "Middelgrote gemeente met één grote minderheid",
            "Mid-size municipality with one large minority",
        ),
        Text(
            "Minder dan 100.000 inwoners; de grootste groep van buiten Europa en de "
            "Angelsaksische landen is 4 % of meer van de inwoners en 2 keer zo groot "
            "als de volgende, of groter.",
            "Under 100,000 residents; the largest group from outside Europe and the "
            "Anglo-Saxon countries is 4 % or more of residents and 2 times the next, "
            "or more.",
        ),
        (
            Condition("minority", "at least", 4.0),
            Condition("minority_lead", "at least", 2.0),
            Condition("inhabitants", "under", _BIG),
        ),
    ),
    MunicipalityType(
        "suburb",
        Text("Voorstad", "Suburb"),
        Text(
            "Voorstad van Amsterdam, Rotterdam of Den Haag, met een diversiteit van "
            "0,50 of meer.",
            "Suburb of Amsterdam, Rotterdam or Den Haag with a diversity of 0.50 or "
            "more.",
        ),
        (
            Condition("by_big_city", "at least", 100.0),
            Condition("diversity", "at least", 50.0),
        ),
    ),
    MunicipalityType(
        "big_provincial",
        Text("Grote provinciestad", "Big provincial city"),
        Text(
            "100.000 inwoners of meer, met een diversiteit van 0,425 of meer.",
            "100,000 residents or more, with a diversity of 0.425 or more.",
        ),
        (
            Condition("inhabitants", "at least", _BIG),
            Condition("diversity", "at least", 42.5),
        ),
    ),
    MunicipalityType(
        "expat",
        Text("Expatgemeente", "Expat municipality"),
        Text(
            "Een diversiteit van 0,30 of meer, terwijl van de inwoners met een andere "
            "herkomst 25 % of minder uit Turkije, Marokko of voormalig West-Indië "
            "komt.",
            "A diversity of 0.30 or more, while of residents of other origin 25 % or "
            "less are from Turkey, Morocco or the former West Indies.",
        ),
        (
            Condition("diversity", "at least", 30.0),
            Condition("classic", "at most", 25.0),
        ),
    ),
    MunicipalityType(
        "average",
        Text("Gemiddelde gemeente", "Average municipality"),
        Text(
            "Geen van de andere typen.",
            "None of the other types.",
        ),
        (),
    ),
)
