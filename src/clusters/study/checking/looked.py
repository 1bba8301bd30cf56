"""What a look at a delivery finds, as values: what to do, and how it will be read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from clusters.extracts.misfits import MOST_MISFITS
from clusters.extracts.notices import vaguely
from clusters.people.contradictions import contradictions
from clusters.schema import COLUMNS, NOT_APPLICABLE, Kind, Notice, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from clusters.extracts import Source
    from clusters.features import FeatureTable
    from clusters.people import Selection
    from clusters.schema import Language

# Our choice: of fewer people a feature says more of who is known than of anybody.
_MOST_UNKNOWN = 0.5
# Our choice: two features are one where each tells the other of 98 in 100 people.
_SAME = 0.98
# Known of so many, a feature needs no line of its own.
WELL_KNOWN = 0.95


@dataclass(frozen=True)
class Filled:
    """A delivered column: of how many people in the study it says something."""

    name: str
    meaning: Text
    filled: int
    unknown: int


@dataclass(frozen=True)
class Answered:
    """A feature as it will be: how many people in each answer."""

    name: str
    meaning: Text
    clustered: bool
    known: int
    unknown: int
    not_applicable: int
    answers: tuple[tuple[Text, int], ...]

    @property
    def share_known(self) -> float:
        """Share of the people of whom it is known, whatever the answer."""
        return 1 - self.unknown / max(self.known + self.unknown, 1)


@dataclass(frozen=True)
class Check:
    """All that a check found; nobody is in it."""

    language: Language
    to_do: tuple[Text, ...]
    to_know: tuple[Text, ...]
    not_promised: tuple[Text, ...]
    sources: tuple[Source, ...]
    selection: Selection
    columns: tuple[Filled, ...]
    features: tuple[Answered, ...]


def columns_of(people: pd.DataFrame) -> tuple[Filled, ...]:
    """Return of how many people every delivered column says something."""
    filled = people.notna().sum()
    return tuple(
        Filled(
            each.name,
            each.meaning,
            int(filled[each.name]),
            len(people) - int(filled[each.name]),
        )
        for each in COLUMNS
        if each.name in people and each.kind is not Kind.KEY
    )


def features_of(table: FeatureTable) -> tuple[Answered, ...]:
    """Return every feature with its bands or answers, and how many people have each."""
    found = []
    for meaning in table.meanings:
        counts = table.frame[meaning.name].value_counts()
        known = int(counts.sum())
        answers = tuple(
            (each.meaning, int(counts.get(each.code, 0)))
            for each in meaning.categories
            if each.code != NOT_APPLICABLE
        )
        found.append(
            Answered(
                meaning.name,
                meaning.meaning,
                meaning.clustered,
                known,
                len(table.frame) - known,
                int(counts.get(NOT_APPLICABLE, 0)),
                answers,
            )
        )
    return tuple(found)


def warnings_of(
    features: Sequence[Answered], answers: pd.DataFrame
) -> Iterator[Notice]:
    """Yield what is odd about the features that people are clustered on."""
    clustered = [each for each in features if each.clustered]
    for each in clustered:
        if each.share_known < 1 - _MOST_UNKNOWN:
            yield _of_one(
                each,
                Text(
                    f"bij {1 - each.share_known:.0%} van de mensen onbekend",
                    f"unknown of {1 - each.share_known:.0%} of the people",
                ),
            )
        if sum(persons > 0 for _, persons in each.answers) == 1:
            same = Text(
                "iedereen van wie het bekend is, heeft hetzelfde antwoord",
                "everybody of whom it is known has the same answer",
            )
            yield _of_one(each, same)
    for one, other in combinations(clustered, 2):
        if _are_twins(answers[one.name], answers[other.name]):
            yield Notice(
                f"Kenmerken ‘{one.meaning.nl}’ en ‘{other.meaning.nl}’ zeggen "
                "hetzelfde en tellen dubbel; laat er een weg met [features] drop.",
                f"Features ‘{one.meaning.en}’ and ‘{other.meaning.en}’ say the same "
                "and count twice; leave one out with [features] drop.",
                asks="do",
            )


def too_few(people: pd.DataFrame, least: int) -> Iterator[Notice]:
    """Yield that a run will refuse people who are so few, if they are."""
    if len(people) < least:
        yield Notice(
            f"De onderzoeksgroep telt minder dan {least} personen: een run geeft daar "
            "niets over vrij.",
            f"The study population has fewer than {least} persons: a run releases "
            "nothing about it.",
            asks="do",
        )


def contradiction_notices(people: pd.DataFrame) -> Iterator[Notice]:
    """Yield of how many people two columns contradict each other; many is to do."""
    for each in contradictions(people):
        some = vaguely(each.persons)
        is_many = each.persons > MOST_MISFITS * each.of
        look = Text(" Kijk beide kolommen na.", " Check both columns.")
        nl, en = (look.nl, look.en) if is_many else ("", "")
        yield Notice(
            f"Bij {some.nl} personen in het onderzoek spreken kolommen elkaar tegen: "
            f"{each.told.nl}.{nl}",
            f"For {some.en} persons in the study columns contradict each other: "
            f"{each.told.en}.{en}",
            asks="do" if is_many else "know",
        )


def _of_one(feature: Answered, what: Text) -> Notice:
    return Notice(
        f"Kenmerk ‘{feature.meaning.nl}’: {what.nl}. Kijk de levering na, of laat het "
        f'weg met [features] drop = ["{feature.name}"].',
        f"Feature ‘{feature.meaning.en}’: {what.en}. Check the extract, or leave it "
        f'out with [features] drop = ["{feature.name}"].',
        asks="do",
    )


def _are_twins(one: pd.Series, other: pd.Series) -> bool:
    """Whether each of two features tells the other."""
    first, second = one.cat.codes.to_numpy(), other.cat.codes.to_numpy()
    both = (first >= 0) & (second >= 0)
    if not both.any():
        return False
    shape = (len(one.cat.categories), len(other.cat.categories))
    table = np.zeros(shape)
    np.add.at(table, (first[both], second[both]), 1)
    table = table[table.any(axis=1)][:, table.any(axis=0)]
    told = min(table.max(axis=1).sum(), table.max(axis=0).sum()) / table.sum()
    return bool(min(table.shape) > 1 and told >= _SAME)
