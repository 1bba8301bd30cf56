"""The findings as the chapters ask for them: in one language, hidden cells marked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from clusters import numbers
from clusters.disclosure import is_sensitive, may_be_said
from clusters.profiles.counts import EVERYBODY, NO_CLEAR_PROFILE
from clusters.report.shown import Origin
from clusters.report.telling import Teller
from clusters.report.words import terms
from clusters.schema import NOT_APPLICABLE, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.disclosure import ReleasedTable
    from clusters.findings.evidence import Evidence
    from clusters.labels import Trait
    from clusters.schema import FeatureMeaning


_EMPTY = {UNKNOWN, NOT_APPLICABLE}

_CELL = ("cluster", "feature", "category")

# By cluster, feature and category.
Shares = dict[tuple[str, str, str], int | None]


@dataclass(frozen=True)
class Source(Teller):
    """The findings, and what every chapter asks of them."""

    @property
    def evidence(self) -> Evidence:
        """The tests that the clusters were put to."""
        return self.findings.method.evidence

    @property
    def tables(self) -> tuple[ReleasedTable, ...]:
        """Every released table that the report shows."""
        findings = self.findings
        beside = (
            findings.drilldown,
            findings.places.table if findings.places else None,
        )
        return (
            *(findings.funnel, findings.sizes, findings.profiles),
            *(table for table in beside if table is not None),
            *findings.views.tables.values(),
        )

    @cached_property
    def clusters(self) -> tuple[str, ...]:
        """The numbers of all clusters, the largest first."""
        numbers_ = self.findings.sizes.rows["cluster"]
        return tuple(
            each for each in numbers_ if each not in {EVERYBODY, NO_CLEAR_PROFILE}
        )

    @cached_property
    def profiled(self) -> tuple[str, ...]:
        """The numbers of the clusters that are large enough to describe."""
        described = set(self.findings.profiles.rows["cluster"])
        return tuple(each for each in self.clusters if each in described)

    @cached_property
    def features(self) -> tuple[FeatureMeaning, ...]:
        """The features with a profile, in the order of the dictionary."""
        profiled = set(self.findings.profiles.rows["feature"])
        return tuple(each for each in self.findings.dictionary if each.name in profiled)

    @cached_property
    def shares(self) -> Shares:
        """The released share of every cell of the profiles."""
        return shares_of(self.findings.profiles)

    @cached_property
    def above(self) -> Shares:
        """What hidden shares of the profiles are known to be more than."""
        return above_of(self.findings.profiles)

    def percent_or_more(
        self, value: object, *, is_more: bool, origin: Origin = Origin.RELEASED
    ) -> str:
        """Return a share, or in signs what it is known to be more than."""
        return f"{'> ' if is_more else ''}{self.percent(value, origin)}"

    def hidden_note(self, table: ReleasedTable) -> str:
        """Return what the marker means where a table has one, nothing where not."""
        if not table.rows["persons"].isna().any():
            return ""
        return self.say(terms.HIDDEN_NOTE, marker=self.policy.marker)

    def size(self, cluster: str) -> object:
        """Return the released number of persons of a cluster."""
        return self.findings.sizes.value("persons", cluster=cluster)

    def size_share(self, cluster: str) -> object:
        """Return the released share of a cluster in everybody."""
        return self.findings.sizes.value("share", cluster=cluster)

    def size_percent(self, cluster: str) -> str:
        """Return that share with its sign."""
        return self.part_percent(self.size_share(cluster), self.size(cluster))

    def part_percent(self, share: object, persons: object) -> str:
        """Return a share with its sign; what is rounded to none is less than one."""
        shown = self.percent(share)
        some = numbers.known(persons) and numbers.known(share) == 0
        return f"< {self.percent(1, Origin.DERIVED)}" if some else shown

    def name(self, cluster: str) -> str:
        """Return the name of a cluster, or of what is not one."""
        if cluster == EVERYBODY:
            return self.say(terms.EVERYBODY)
        if cluster == NO_CLEAR_PROFILE:
            return self.say(terms.NO_PROFILE)
        label = self.findings.labels.get(cluster)
        return label.name if label else self.say(terms.CLUSTER_NUMBER, number=cluster)

    def traits(self, cluster: str) -> tuple[Trait, ...]:
        """Return one trait per feature, the strongest first.

        Of a feature in the name that is the trait named, so that the evidence for a
        name is shown under it. That a question is unanswered or does not apply follows
        from other answers more often than that it tells something. A feature that is
        often unknown comes last: it leads no page.
        """
        by_feature = {trait.feature: trait for trait in self.named_by(cluster)}
        label = self.findings.labels.get(cluster)
        for trait in label.traits if label else ():
            if trait.category not in _EMPTY:
                by_feature.setdefault(trait.feature, trait)
        return tuple(
            sorted(
                by_feature.values(),
                key=lambda trait: (trait.is_often_unknown, -abs(trait.effect)),
            )
        )

    def not_alone(self, traits: Iterable[Trait]) -> list[Trait]:
        """Return traits told together; none where all are sensitive (CL-05)."""
        together = list(traits)
        alone = all(
            is_sensitive(each.feature, each.answers, self.policy) for each in together
        )
        return [] if alone else together

    def may_say(self, cluster: str, feature: str, category: str) -> bool:
        """Return whether an answer may be told on the page of a cluster (CL-05)."""
        about = (cluster, feature, (category,))
        size = numbers.known(self.size(cluster))
        return may_be_said(self.findings.profiles, size, about)

    def notable(self, cluster: str) -> tuple[Trait, ...]:
        """Return the traits that the page of a cluster may not leave out."""
        label = self.findings.labels.get(cluster)
        return tuple(
            trait
            for trait in (label.traits if label else ())
            if trait.is_notable and trait.category not in _EMPTY
        )

    def named_by(self, cluster: str) -> tuple[Trait, ...]:
        """Return the traits that the name of a cluster is made of."""
        label = self.findings.labels.get(cluster)
        return label.named_by if label else ()

    def more_often(self, cluster: str) -> tuple[Trait, ...]:
        """Return the traits that a cluster has more often than everybody."""
        return tuple(each for each in self.traits(cluster) if each.difference > 0)


def shares_of(table: ReleasedTable) -> Shares:
    """Return the share by cluster, feature and category, none where not shown."""
    return _by_cell(table, "share")


def above_of(table: ReleasedTable) -> Shares:
    """Return what a hidden share is known to be more than, none where not told."""
    return _by_cell(table, "above")


def _by_cell(table: ReleasedTable, column: str) -> Shares:
    keys = zip(*(table.rows[name] for name in _CELL), strict=True)
    return dict(zip(keys, map(numbers.known, table.rows[column]), strict=True))
