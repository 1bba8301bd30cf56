"""The one place where a number becomes text, in one language and with its origin."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from numbers import Integral
from string import Formatter
from typing import TYPE_CHECKING, Self

from clusters import numbers
from clusters.report.shown import Known, Ledger, Origin
from clusters.report.words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from clusters.disclosure import Policy
    from clusters.findings.findings import Findings
    from clusters.labels import Trait
    from clusters.schema import FeatureMeaning, Language, Text


@dataclass(frozen=True)
class Teller:
    """Tells of the findings, and keeps in ``ledger`` what it told and where it is from.

    A count or share is one of a released table, unless another origin is given.
    """

    findings: Findings
    ledger: Ledger = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Open a ledger of what is given."""
        object.__setattr__(self, "ledger", Ledger(Known.of(self.findings)))

    def for_chapter(self) -> Self:
        """Return the same findings, with a ledger of their own."""
        own = copy(self)
        object.__setattr__(own, "ledger", Ledger(self.ledger.known))
        return own

    @property
    def language(self) -> Language:
        """The language of the report."""
        return self.findings.language

    @property
    def policy(self) -> Policy:
        """The rules that the tables meet."""
        return self.findings.sizes.policy

    @cached_property
    def meanings(self) -> dict[str, FeatureMeaning]:
        """What every feature means, by name."""
        return {each.name: each for each in self.findings.dictionary}

    def read(self, text: Text) -> str:
        """Return wording that came with the findings, as it is, braces and all."""
        return self.ledger.give(text.to(self.language), Origin.WORDING)

    def say(self, text: Text, **values: object) -> str:
        """Return wording of our own with its values filled in.

        A whole number that is filled in is what its place in the wording says: how
        many there are of something, a rule, a year.
        """
        return self.fill(text.to(self.language), **values)

    def fill(self, template: str, **values: object) -> str:
        """Return a sentence of ours with its values filled in, as `say` does."""
        for literal, *_ in Formatter().parse(template):
            for part in literal.split("|"):
                self.ledger.give(part, Origin.WORDING)
        for name, value in values.items():
            if isinstance(value, Integral):
                self.number(int(value), Origin.DERIVED, rule=name)
        return template.format(**values)

    def number(self, value: int, origin: Origin, rule: str = "") -> str:
        """Return a whole number in figures only."""
        return self.ledger.give_number(value, f"{value}", origin, rule)

    def count(self, value: object, origin: Origin = Origin.RELEASED) -> str:
        """Return a count, or the marker where it is hidden."""
        number = numbers.known(value)
        if number is None:
            return self.policy.marker
        written = numbers.count(number, self.language)
        return self.ledger.give_number(number, written, origin)

    def percent(self, value: object, origin: Origin = Origin.RELEASED) -> str:
        """Return a share with its sign, or the marker."""
        number = numbers.known(value)
        if number is None:
            return self.policy.marker
        written = numbers.percent(number, self.language)
        return self.ledger.give_number(number, written, origin)

    def share(self, value: int, *, is_above: bool = False) -> str:
        """Return a released share without its sign, or what it is more than."""
        written = numbers.more_than(value) if is_above else f"{value}"
        return self.ledger.give_number(value, written, Origin.RELEASED)

    def points(self, value: int) -> str:
        """Return a difference of two shares with its sign."""
        return self.ledger.give_number(value, numbers.points(value), Origin.DERIVED)

    def decimal(
        self, value: float, places: int = 1, origin: Origin = Origin.DERIVED
    ) -> str:
        """Return a number with decimals."""
        written = numbers.decimal(value, self.language, places)
        return self.ledger.give(written, origin)

    def money(self, amount: int) -> str:
        """Return an amount that the study or a law sets."""
        written = numbers.money(amount, self.findings.currency, self.language)
        return self.ledger.give(written, Origin.SETTING)

    def date(self, day: date) -> str:
        """Return a day in words."""
        return self.ledger.give(numbers.long_date(day, self.language), Origin.SETTING)

    def people(self, number: int, origin: Origin = Origin.RELEASED) -> str:
        """Return a number of persons, singular or plural."""
        written = sentences.people(number, self.language)
        return self.ledger.give_number(number, written, origin)

    def at_least(
        self,
        share: int,
        is_above: bool,  # noqa: FBT001 - of a cell
        origin: Origin = Origin.RELEASED,
    ) -> str:
        """Return a share in words, or what it is known to be more than."""
        self.percent(share, origin)
        return sentences.at_least(share, is_above, self.language)

    def against(self, trait: Trait) -> str:
        """Return the share of a trait held against everybody's."""
        for share in (trait.share, trait.reference_share):
            self.percent(share)
        for unknown in (trait.unknown, trait.reference_unknown):
            self.percent(unknown)
        return sentences.against(trait, self.language)

    def trait_sentence(self, trait: Trait) -> str:
        """Return one sentence about one trait, held against everybody."""
        self.against(trait)
        meaning = self.meanings[trait.feature]
        does = sentences.predicate(trait, meaning, self.language)
        self.ledger.give(does, Origin.WORDING)
        return sentences.trait_sentence(trait, meaning, self.language)

    def draws(self, values: Iterable[int | None], origin: Origin) -> None:
        """Keep numbers that are written where they are drawn."""
        for value in values:
            if value is not None:
                self.number(value, origin, rule="drawn")
