"""How a command ends that cannot go on: one message, an exit code, no traceback.

A bug keeps its traceback for who must mend it, but not its message: other people's
libraries quote the row that they fell over.
"""

from __future__ import annotations

import errno
import os
import tomllib
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from clusters.errors import ClustersError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from clusters.schema import Language

_STOPPED, _BUG = 130, 1
_FULL = {errno.ENOSPC, errno.EDQUOT}
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def told(study_file: Path | None = None) -> Iterator[None]:
    """Tell what is meant for people on stderr, and of a bug its kind and place."""
    try:
        yield
    except ClustersError as error:
        typer.echo(error.to(language(study_file)), err=True)
        raise typer.Exit(error.exit_code) from None
    except KeyboardInterrupt:
        raise typer.Exit(_STOPPED) from None
    except typer.Exit:
        raise
    except Exception as error:  # noqa: BLE001 - its message may quote a person
        if refused := _of_the_disk(error):
            typer.echo(refused.to(language(study_file)), err=True)
            raise typer.Exit(refused.exit_code) from None
        places = "".join(traceback.format_tb(error.__traceback__))
        typer.echo(f"{places}{type(error).__name__}", err=True)
        raise typer.Exit(_BUG) from None


def _of_the_disk(error: Exception) -> SettingsError | None:
    """Return what to tell of a disk that refuses, which is no bug of ours."""
    number = getattr(error, "errno", None)
    if number in _FULL or os.strerror(errno.ENOSPC) in str(
        error
    ):  # DuckDB only says it
        return SettingsError(
            "The disk is full. Make room and start again; what was finished is kept.",
            "De schijf is vol. Maak ruimte en begin opnieuw; wat af was, is er nog.",
        )
    if number in _NO_RIGHT:
        file = getattr(error, "filename", None) or "?"
        return SettingsError(
            f"There is no right to open or write {file}. Ask for it, and start again.",
            f"Er is geen recht om {file} te openen of te schrijven. Vraag het, en "
            "begin opnieuw.",
        )
    return None


def language(study_file: Path | None = None) -> Language:
    """Return CLUSTERS_LANG, else the study's language, else Dutch."""
    asked = os.environ.get("CLUSTERS_LANG") or _language_of(study_file)
    return "en" if asked.startswith("en") else "nl"


def _language_of(study_file: Path | None) -> str:
    """Return the language a study file asks for, however wrong the rest of it is."""
    try:
        text = study_file.read_text(encoding="utf-8-sig") if study_file else ""
        return str(tomllib.loads(text)["study"]["language"])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError):
        return "nl"
