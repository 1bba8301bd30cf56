"""Sentences made from released numbers, in Dutch or in English and never in both.

A fraction in words always has its percentage beside it: the words are for reading, the
number is for checking. No sentence judges, and none says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.numbers import HARD_SPACE, count, percent, tied
from clusters.report.words.predicates import clause
from clusters.schema import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.labels import Trait
    from clusters.schema import FeatureMeaning, Language


@dataclass(frozen=True)
class Fraction:
    """A share in words; ``plural`` says whether a verb after it is plural."""

    words: str
    plural: bool = False


# Fractions people say, with the percentage they stand for: close enough together that
# none is stretched (16 % is nearly one in six, not nearly one in five). Dutch "vier op
# de tien" takes a plural verb, "een derde" a singular one; English always a plural one.
_ANCHORS: tuple[tuple[float, Text, bool], ...] = (
    (5, Text("een op de twintig", "one in twenty"), False),
    (100 / 15, Text("een op de vijftien", "one in fifteen"), False),
    (100 / 12, Text("een op de twaalf", "one in twelve"), False),
    (10, Text("een op de tien", "one in ten"), False),
    (100 / 8, Text("een op de acht", "one in eight"), False),
    (100 / 6, Text("een op de zes", "one in six"), False),
    (20, Text("een op de vijf", "one in five"), False),
    (25, Text("een kwart", "a quarter"), False),
    (30, Text("drie op de tien", "three in ten"), True),
    (100 / 3, Text("een derde", "a third"), False),
    (40, Text("vier op de tien", "four in ten"), True),
    (50, Text("de helft", "half"), False),
    (60, Text("zes op de tien", "six in ten"), True),
    (200 / 3, Text("twee derde", "two thirds"), False),
    (70, Text("zeven op de tien", "seven in ten"), True),
    (75, Text("drie kwart", "three quarters"), False),
    (80, Text("acht op de tien", "eight in ten"), True),
    (90, Text("negen op de tien", "nine in ten"), True),
)
_A_FEW = Text("een klein deel", "a small part")
_NEARLY_ALL = Text("bijna iedereen", "nearly everyone")
_FEWEST, _NEARLY_ALL_FROM = 5, 95
_MORE_THAN = Text("meer dan", "more than")
_ABOVE = Text("ruim", "just over")
_BELOW = Text("bijna", "nearly")
_HALF = 50
_AGAINST = Text(
    "{here}\u00a0tegen\u00a0{all} van allen", "{here}\u00a0against\u00a0{all} of all"
)
_AGAINST_KNOWN = Text(
    "{here}\u00a0tegen\u00a0{all} van allen, van wie dit bekend is; onbekend bij "
    "{unknown}\u00a0tegen\u00a0{unknown_all}",
    "{here}\u00a0against\u00a0{all} of all, of whom this is known; unknown for "
    "{unknown}\u00a0against\u00a0{unknown_all}",
)
_AND = Text("en", "and")


def fraction(share: int, language: Language) -> Fraction:
    """Return a whole percentage as people say it.

    Examples
    --------
    >>> fraction(36, "nl").words, fraction(47, "nl").words, fraction(16, "en").words
    ('ruim een derde', 'bijna de helft', 'nearly one in six')
    """
    if share < _FEWEST:
        return Fraction(_A_FEW.to(language))
    if share >= _NEARLY_ALL_FROM:
        return Fraction(_NEARLY_ALL.to(language))
    nearest, wording, plural = min(
        _ANCHORS, key=lambda each: (abs(each[0] - share), each[0] != _HALF, each[0])
    )
    said = wording.to(language)
    if share != round(nearest):
        said = f"{(_ABOVE if share > nearest else _BELOW).to(language)} {said}"
    return Fraction(said, plural or language == "en")


def people(number: int, language: Language) -> str:
    """Return a number of persons, singular or plural.

    Examples
    --------
    >>> people(25430, "nl").replace(HARD_SPACE, " ")
    '25.430 personen'
    """
    one, more = Text("persoon", "person"), Text("personen", "persons")
    noun = one if number == 1 else more
    return f"{count(number, language)}{HARD_SPACE}{noun.to(language)}"


def own_share(trait: Trait, language: Language) -> str:
    """Return the share of a trait, or what it is known to be more than."""
    return at_least(trait.share, trait.is_above, language)


def at_least(share: int, is_above: bool, language: Language) -> str:
    """Return a share, or what it is known to be more than."""
    told = percent(share, language)
    return f"{_MORE_THAN.to(language)} {told}" if is_above else told


def against(trait: Trait, language: Language) -> str:
    """Return the share of a trait held against everybody's.

    Where many answers are not known it says of whom the shares are, and of how many
    there is no answer.
    """
    template = _AGAINST_KNOWN if trait.tells_unknown else _AGAINST
    return template.to(language).format(
        here=own_share(trait, language),
        all=percent(trait.reference_share, language),
        unknown=percent(trait.unknown, language),
        unknown_all=percent(trait.reference_unknown, language),
    )


def capital(text: str) -> str:
    """Return text with its first letter as a capital; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def listed(parts: Sequence[str], language: Language) -> str:
    """Return parts as a list in a sentence.

    Examples
    --------
    >>> listed(["loon", "leeftijd", "woning"], "nl")
    'loon, leeftijd en woning'
    """
    *first, last = parts
    return f"{', '.join(first)} {_AND.to(language)} {last}" if first else last


def heading(feature: FeatureMeaning, language: Language) -> str:
    """Return the name of a feature as a heading."""
    return capital(feature.meaning.to(language))


def answer(feature: FeatureMeaning, category: str, language: Language) -> str:
    """Return the name of a category."""
    return tied(feature.category(category).to(language))


def trait_name(trait: Trait, feature: FeatureMeaning, language: Language) -> str:
    """Return a trait as feature and category."""
    category = answer(feature, trait.category, language)
    return f"{heading(feature, language)}: {category}"


def trait_sentence(trait: Trait, feature: FeatureMeaning, language: Language) -> str:
    """Return one sentence about one trait, held against everybody."""
    said = fraction(trait.share, language)
    start = f"{_MORE_THAN.to(language)} {said.words}" if trait.is_above else said.words
    does = predicate(trait, feature, language)
    return f"{capital(start)} {does} ({against(trait, language)})."


def predicate(trait: Trait, feature: FeatureMeaning, language: Language) -> str:
    """Return what people with a trait do or have, to follow how many they are."""
    category = answer(feature, trait.category, language)
    plural = fraction(trait.share, language).plural
    return clause(feature, trait.category, category, plural=plural, language=language)
