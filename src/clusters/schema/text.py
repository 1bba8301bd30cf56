"""Words for readers, in the two languages we print and never mix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]


@dataclass(frozen=True)
class Text:
    """One piece of wording in Dutch and in English.

    Examples
    --------
    >>> Text("leeftijd", "age").to("en")
    'age'
    """

    nl: str
    en: str

    def to(self, language: Language) -> str:
        """Return the wording in ``language``."""
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True)
class Notice(Text):
    """What a reader should know of a delivery, and what it asks of the data team.

    ``asks`` is "do" where somebody should look and perhaps mend something, "know" where
    nothing is wrong, "nothing" where nobody promised anything else.
    """

    asks: Literal["do", "know", "nothing"] = "know"


def grouped(number: float, language: Language) -> str:
    """Return a number with its thousands grouped, as the language writes it.

    Examples
    --------
    >>> grouped(12500, "nl"), grouped(1.5, "nl"), grouped(12500, "en")
    ('12.500', '1,5', '12,500')
    """
    english = f"{number:,.10g}"
    if language == "en":
        return english
    return english.translate(str.maketrans(",.", ".,"))


def plural(number: int, one: str, more: str) -> str:
    """Return a number with the word for it.

    Examples
    --------
    >>> plural(1, "rij", "rijen"), plural(2, "rij", "rijen")
    ('1 rij', '2 rijen')
    """
    return f"{number} {one if number == 1 else more}"
