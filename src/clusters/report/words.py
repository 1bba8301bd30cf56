"""Sentences made from released numbers, in Dutch or in English and never in both.

A fraction in words always has its percentage beside it: the words are for reading, the
number is for checking. No sentence judges, and none says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.report.numbers import HARD_SPACE, count, percent, tied
from clusters.schema import NO, YES, Text

if TYPE_CHECKING:
    from clusters.labels import Trait
    from clusters.schema import FeatureMeaning, Language


@dataclass(frozen=True)
class Fraction:
    """A share in words; ``plural`` says whether a Dutch verb after it is plural."""

    words: str
    plural: bool = False


# Fractions people say, by the percentage they stand for. Dutch "vier op de tien" takes
# a plural verb, "een derde" a singular one.
_ANCHORS: dict[int, tuple[Text, bool]] = {
    5: (Text("een op de twintig", "one in twenty"), False),
    10: (Text("een op de tien", "one in ten"), False),
    20: (Text("een op de vijf", "one in five"), False),
    25: (Text("een kwart", "a quarter"), False),
    33: (Text("een derde", "a third"), False),
    40: (Text("vier op de tien", "four in ten"), True),
    50: (Text("de helft", "half"), False),
    60: (Text("zes op de tien", "six in ten"), True),
    67: (Text("twee derde", "two thirds"), False),
    75: (Text("drie kwart", "three quarters"), False),
    80: (Text("acht op de tien", "eight in ten"), True),
    90: (Text("negen op de tien", "nine in ten"), True),
}
_A_FEW = Text("een klein deel", "a small part")
_NEARLY_ALL = Text("bijna iedereen", "nearly everyone")
_NEARLY_ALL_FROM = 95
_MORE_THAN = Text("meer dan", "more than")
_ABOVE = Text("ruim", "just over")
_BELOW = Text("bijna", "nearly")
_HALF = 50


def fraction(share: int, language: Language) -> Fraction:
    """Return a whole percentage as people say it.

    Examples
    --------
    >>> fraction(36, "nl").words, fraction(47, "nl").words, fraction(62, "en").words
    ('ruim een derde', 'bijna de helft', 'just over six in ten')
    """
    if share < min(_ANCHORS):
        return Fraction(_A_FEW.to(language))
    if share >= _NEARLY_ALL_FROM:
        return Fraction(_NEARLY_ALL.to(language))
    nearest = min(
        _ANCHORS, key=lambda anchor: (abs(anchor - share), anchor != _HALF, anchor)
    )
    wording, plural = _ANCHORS[nearest]
    words = wording.to(language)
    if share != nearest:
        words = f"{(_ABOVE if share > nearest else _BELOW).to(language)} {words}"
    return Fraction(words, plural)


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
    share = percent(trait.share, language)
    return f"{_MORE_THAN.to(language)} {share}" if trait.is_above else share


def against(trait: Trait, language: Language) -> str:
    """Return the share of a trait held against everybody's."""
    template = Text("{here} tegen {all} van allen", "{here} against {all} of all")
    return template.to(language).format(
        here=own_share(trait, language), all=percent(trait.reference_share, language)
    )


def capital(text: str) -> str:
    """Return text with its first letter as a capital; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """Return text for the middle of a sentence; abbreviations keep their capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


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
    if trait.is_above:
        said = Fraction(f"{_MORE_THAN.to(language)} {said.words}", said.plural)
    noun = _NOUNS.get(feature.name, feature.meaning).to(language)
    sentence = (
        _template(feature)
        .to(language)
        .format(
            fraction=said.words,
            have="hebben" if said.plural else "heeft",
            be="zijn" if said.plural else "is",
            share=own_share(trait, language),
            all=percent(trait.reference_share, language),
            feature=lower(noun),
            category=answer(feature, trait.category, language),
        )
    )
    return capital(sentence)


def _template(feature: FeatureMeaning) -> Text:
    """Choose the sentence: most headings are nouns that people "have", some are not."""
    codes = {category.code for category in feature.categories}
    if {YES, NO} <= codes:
        return _QUESTION
    return _SENTENCES.get(feature.name, _HAVING)


_HAVING = Text(
    "{fraction} ({share}) {have} als {feature} ‘{category}’; van allen is dat {all}.",
    "{fraction} ({share}) have ‘{category}’ as {feature}; among all this is {all}.",
)
_QUESTION = Text(
    "voor {fraction} ({share}) geldt ‘{feature}: {category}’; van allen is dat {all}.",
    "for {fraction} ({share}), ‘{feature}: {category}’ holds; among all this is {all}.",
)
_SENTENCES = {
    "age": Text(
        "{fraction} ({share}) {be} {category}; van allen is dat {all}.",
        "{fraction} ({share}) are aged {category}; among all this is {all}.",
    ),
    "sex": Text(
        "{fraction} ({share}) {be} {category}; van allen is dat {all}.",
        "{fraction} ({share}) are registered as {category}; among all this is {all}.",
    ),
}

# For headings that do not fit behind "heeft als".
_NOUNS = {
    "minor_children": Text(
        "aantal minderjarige kinderen thuis", "number of children under 18 at home"
    ),
    "tenure": Text("woonvorm", "tenure"),
    "cars": Text("aantal auto’s in het huishouden", "number of cars in the household"),
}
