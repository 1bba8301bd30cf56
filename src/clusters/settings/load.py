"""From a TOML file to checked settings, or one message that names every problem."""

from __future__ import annotations

import difflib
import re
import tomllib
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from clusters.errors import SettingsError
from clusters.schema import Text
from clusters.settings.study import Study

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Model = TypeVar("Model", bound=BaseModel)

# The Dutch of what pydantic says; braces are filled from the error's context.
_DUTCH = {
    "literal_error": "kies uit {expected}",
    "greater_than": "moet groter zijn dan {gt}",
    "greater_than_equal": "moet minstens {ge} zijn",
    "less_than": "moet kleiner zijn dan {lt}",
    "less_than_equal": "moet hooguit {le} zijn",
    "string_pattern_mismatch": "past niet op het patroon {pattern}",
    "string_too_short": "moet minstens {min_length} tekens hebben",
    "string_too_long": "mag hooguit {max_length} tekens hebben",
    "string_type": "moet tekst tussen aanhalingstekens zijn",
    "int_type": "moet een geheel getal zijn",
    "int_parsing": "moet een geheel getal zijn",
    "float_type": "moet een getal zijn",
    "float_parsing": "moet een getal zijn",
    "bool_type": "moet true of false zijn",
    "date_type": "moet een datum zijn, zoals 2019-01-01",
    "date_parsing": "moet een datum zijn, zoals 2019-01-01",
    "date_from_datetime_parsing": "moet een datum zijn, zoals 2019-01-01",
    "path_type": "moet een bestandsnaam tussen aanhalingstekens zijn",
    "dict_type": "moet een tabel van sleutels en waarden zijn",
    "tuple_type": "moet een lijst tussen [ en ] zijn",
    "model_type": "moet een tabel van sleutels en waarden zijn",
}


def load_study(path: Path) -> Study:
    """Return the study described in a TOML file.

    Raises
    ------
    SettingsError
        With all problems at once: missing and unknown keys (with the nearest known
        one), and values that do not fit.
    """
    return validated(Study, read_toml(path), path)


def read_toml(path: Path) -> dict[str, Any]:
    """Return the content of a TOML file."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError:
        raise SettingsError(
            f"{path}: this file cannot be opened.\n"
            "Check the name, and that you call clusters in the project folder.",
            f"{path}: dit bestand kan niet worden geopend.\n"
            "Controleer de naam, en of u clusters aanroept in de projectmap.",
        ) from None
    except UnicodeDecodeError:
        raise SettingsError(
            f"{path}: save this file as UTF-8 (Notepad: Save as, Encoding).",
            f"{path}: sla dit bestand op als UTF-8 (Kladblok: Opslaan als, Codering).",
        ) from None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        hint = _hint(_line(text, str(error)))
        raise SettingsError(
            f"{path}: this is not valid TOML: {error}.\n{hint.en}",
            f"{path}: dit is geen geldige TOML {_where(str(error))}.\n{hint.nl}",
        ) from None


_PLACE = re.compile(r"at line (\d+), column (\d+)")
_QUOTES = Text(
    "Kijk daar naar aanhalingstekens, haken en dubbele sleutels.",
    "Look there for quotes, brackets and doubled keys.",
)
_CURLY = Text(
    "Daar staan gekrulde aanhalingstekens, zoals een tekstverwerker ze maakt. Gebruik "
    'rechte: "..."',
    'There are curly quotes, as a word processor makes them. Use straight ones: "..."',
)
_BACKSLASH = Text(
    "Een \\ betekent hier iets anders. Schrijf een pad met schuine strepen "
    '("C:/map/bestand.csv"), of tussen enkele aanhalingstekens.',
    'A \\ means something else here. Write a path with slashes ("C:/map/file.csv"), '
    "or in single quotes.",
)


def _hint(line: str) -> Text:
    """Return what is likely wrong with a line that is no TOML."""
    if "\\" in line:
        return _BACKSLASH
    return _CURLY if set(line) & set("“”„‘’") else _QUOTES


def _line(text: str, told: str) -> str:
    """Return the line at which tomllib stopped reading; nothing if at the end."""
    found = _PLACE.search(told)
    return text.splitlines()[int(found[1]) - 1] if found else ""


def _where(told: str) -> str:
    """Return in Dutch where tomllib stopped reading."""
    found = _PLACE.search(told)
    return f"op regel {found[1]}, teken {found[2]}" if found else "aan het einde"


def validated(model: type[Model], content: dict[str, Any], path: Path) -> Model:
    """Return ``content`` as a ``model``; ``path`` is named in what is wrong."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        problems = [_problem(model, each) for each in error.errors()]
        raise SettingsError(
            "\n  ".join([f"{path}:", *(each.en for each in problems)]),
            "\n  ".join([f"{path}:", *(each.nl for each in problems)]),
        ) from None


def _problem(model: type[BaseModel], error: Any) -> Text:  # noqa: ANN401 - pydantic's
    where = [str(part) for part in error["loc"] if not str(part).startswith("function")]
    name = ".".join(where)
    match error["type"]:
        case "missing":
            return Text(f"ontbreekt: {name}", f"missing: {name}")
        case "extra_forbidden":
            nearest = difflib.get_close_matches(
                where[-1], _keys(model, where[:-1]), 1, 0
            )
            return Text(
                f"onbekend: {name}" + "".join(f" (bedoelt u {k}?)" for k in nearest),
                f"unknown: {name}" + "".join(f" (did you mean {k}?)" for k in nearest),
            )
        case kind:
            context = error.get("ctx", {})
            wanted = context.get("nl") or _DUTCH.get(kind, "deze waarde past niet")
            place = f"{name}: " if name else ""
            # Pydantic lists what is allowed in English: 'a', 'b' or 'c'.
            dutch = wanted.format(**context).replace("' or '", "' of '")
            return Text(f"{place}{dutch}", f"{place}{error['msg']}")


def _keys(model: type[BaseModel], section: Sequence[str]) -> list[str]:
    """Return the keys known in a section, to name the nearest one."""
    fields = model.model_fields
    for part in section:
        if part not in fields:
            continue
        for candidate in _models_in(fields[part].annotation):
            fields = candidate.model_fields
    return list(fields)


def _models_in(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    parts = getattr(annotation, "__args__", ())
    return [model for part in parts for model in _models_in(part)]
