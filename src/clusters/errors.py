"""The exceptions we raise on purpose: one family, one class per audience.

Each says where, what, what was allowed and what to do, in both languages, and never a
person's value. Anything else that escapes is a bug and keeps its traceback.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from clusters.schema import Language

_PASTE = {
    "nl": "Om in het studiebestand te plakken (een kop die er al staat niet nog eens):",
    "en": "To paste into the study file (a heading that is there already not again):",
}
_COMPLETE = {
    "nl": "Om in het studiebestand te plakken en aan te vullen (een kop die er al "
    "staat "
    "niet nog eens):",
    "en": "To paste into the study file and complete (a heading that is there already "
    "not again):",
}
_TO_COMPLETE = '= ""'


class ClustersError(Exception):
    """A run that cannot go on, told to the person who can mend it.

    ``paste`` holds lines of TOML by section of the study file, that mend it once they
    are completed.
    """

    exit_code = 1

    def __init__(
        self,
        en: str,
        nl: str | None = None,
        paste: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        super().__init__(en)
        self.en, self.nl = en, nl or en
        self.paste = {section: tuple(lines) for section, lines in (paste or {}).items()}

    def to(self, language: Language) -> str:
        """Return the message in ``language``, with what can be pasted at its end."""
        told = self.nl if language == "nl" else self.en
        if not self.paste:
            return told
        sections = [
            "\n".join([f"[{section}]", *lines]) for section, lines in self.paste.items()
        ]
        lines = [line for lines in self.paste.values() for line in lines]
        is_open = any(_TO_COMPLETE in line for line in lines)
        how = _COMPLETE if is_open else _PASTE
        return "\n\n".join([told, how[language], *sections])

    def of(self, section: str) -> Self:
        """Return the same of another section of the study file, read as ``extract``."""

        def moved(text: str) -> str:
            return text.replace("[extract", f"[{section}")

        paste = {
            name.replace("extract", section, 1): lines
            for name, lines in self.paste.items()
        }
        return type(self)(moved(self.en), moved(self.nl), paste)


class SettingsError(ClustersError):
    """The study file asks for something that does not exist or does not fit."""

    exit_code = 2


class ExtractError(ClustersError):
    """The delivered extract is not what was agreed."""

    exit_code = 3


class DisclosureError(ClustersError):
    """What was asked cannot be released without exposing people."""

    exit_code = 4


def together(errors: Iterable[ExtractError]) -> ExtractError:
    """Return one error that says what several say, each thing once."""
    told = list({error.en: error for error in errors}.values())
    if len(told) == 1:
        return told[0]
    paste: dict[str, list[str]] = {}
    for error in told:
        for section, lines in error.paste.items():
            kept = paste.setdefault(section, [])
            kept += [line for line in lines if line not in kept]
    return ExtractError(
        "\n\n".join(error.en for error in told),
        "\n\n".join(error.nl for error in told),
        paste,
    )
