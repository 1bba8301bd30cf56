"""Choices given with ``--set``, put into a copy of the study file."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from clusters.errors import SettingsError
from clusters.settings.load import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping, Sequence


@contextmanager
def with_choices(study: Path, choices: Sequence[str]) -> Iterator[Path]:
    """Give a study file in which choices are made; it is gone afterwards.

    Parameters
    ----------
    study
        The study file; without choices it is given itself.
    choices
        Each is ``section.key=value`` with the value as in TOML. What is no TOML is
        taken as a word, so that ``study.language=en`` needs no quotes.

    Raises
    ------
    SettingsError
        If one is no such thing, or names a key below one that has a value.
    """
    if not choices:
        yield study
        return
    read_toml(study)  # says what is wrong with it as always
    document = tomlkit.parse(study.read_text(encoding="utf-8-sig"))
    for choice in choices:
        _make(document, choice)
    with TemporaryDirectory(prefix="clusters-") as folder:
        copy = Path(folder) / study.name
        copy.write_text(tomlkit.dumps(document), encoding="utf-8")
        try:
            yield copy
        except SettingsError as error:
            names = (str(copy), f"{study} (--set)")
            raise SettingsError(
                error.en.replace(*names), error.nl.replace(*names)
            ) from None


def _make(document: MutableMapping[str, Any], choice: str) -> None:
    key, is_told, value = choice.partition("=")
    *sections, name = (part.strip() for part in key.split("."))
    table: Any = document
    for section in sections:
        table = table.setdefault(section, {}) if hasattr(table, "setdefault") else None
    if not is_told or not sections or not name or not hasattr(table, "setdefault"):
        raise SettingsError(
            f"--set {choice}: give section.key=value, such as clustering.clusters=6.",
            f"--set {choice}: geef sectie.sleutel=waarde, zoals clustering.clusters=6.",
        )
    table[name] = _value(value.strip())


def _value(text: str) -> Any:  # noqa: ANN401 - any TOML value
    try:
        return tomlkit.value(text)
    except TOMLKitError:
        return text
