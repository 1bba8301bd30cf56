"""From a TOML file to checked settings, or one message that names every problem."""

from __future__ import annotations

import difflib
import tomllib
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from clusters.errors import SettingsError
from clusters.settings.study import Study

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Model = TypeVar("Model", bound=BaseModel)


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
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        raise SettingsError(
            f"{path}: this file cannot be opened.\n"
            "Check the name, and that you call clusters in the project folder."
        ) from None
    except UnicodeDecodeError:
        raise SettingsError(f"{path}: save this file as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: not valid TOML: {error}.") from None


def validated(model: type[Model], content: dict[str, Any], path: Path) -> Model:
    """Return ``content`` as a ``model``; ``path`` is named in what is wrong."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        problems = "\n".join(f"  {_problem(model, each)}" for each in error.errors())
        raise SettingsError(f"{path}:\n{problems}") from None


def _problem(model: type[BaseModel], error: Any) -> str:  # noqa: ANN401 - pydantic's
    where = [str(part) for part in error["loc"] if not str(part).startswith("function")]
    name = ".".join(where)
    match error["type"]:
        case "missing":
            return f"missing: {name}"
        case "extra_forbidden":
            known = difflib.get_close_matches(where[-1], _keys(model, where[:-1]), 1, 0)
            return f"unknown: {name}" + (
                f" (did you mean {known[0]}?)" if known else ""
            )
        case _:
            return f"{name or 'file'}: {error['msg']}"


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
