"""The exceptions we raise on purpose: one family, one class per audience.

Each says where, what, what was allowed and what to do, in both languages, and never a
person's value. Anything else that escapes is a bug and keeps its traceback.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clusters.schema import Language


class ClustersError(Exception):
    """A run that cannot go on, told to the person who can mend it."""

    exit_code = 1

    def __init__(self, en: str, nl: str | None = None) -> None:
        super().__init__(en)
        self.en, self.nl = en, nl or en

    def to(self, language: Language) -> str:
        """Return the message in ``language``."""
        return self.nl if language == "nl" else self.en


class SettingsError(ClustersError):
    """The study file asks for something that does not exist or does not fit."""

    exit_code = 2


class ExtractError(ClustersError):
    """The delivered extract is not what was agreed."""

    exit_code = 3


class DisclosureError(ClustersError):
    """What was asked cannot be released without exposing people."""

    exit_code = 4
