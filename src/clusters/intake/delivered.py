"""From what was named on the command line to tables with a name each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clusters.errors import ExtractError
from clusters.extracts.readers import is_read
from clusters.schema.cbs import CBS_TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from clusters.schema.cbs import CbsTable


def delivered_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files that were named, and those in folders that were.

    Raises
    ------
    ExtractError
        If one is not there, or nothing of it is read.
    """
    files: list[Path] = []
    for path in paths:
        if not path.exists():
            raise ExtractError(
                f"{path}: this is not there.\nCheck the name of the file or folder.",
                f"{path}: dit is er niet.\nKijk de naam van bestand of map na.",
            )
        found = (
            [
                each
                for each in sorted(path.iterdir())
                if each.is_file() and is_read(each)
            ]
            if path.is_dir()
            else [path]
        )
        if not found:
            raise ExtractError(
                f"{path}: no file in this folder is of a kind that is read.\n"
                "Name the files themselves.",
                f"{path}: geen bestand in deze map is van een soort die wordt gelezen."
                "\nNoem de bestanden zelf.",
            )
        files += found
    return list(dict.fromkeys(files))


def table_names(files: Sequence[Path]) -> list[str]:
    """Return a name for each file that can stand in a study file."""
    names: list[str] = []
    for file in files:
        stem = re.sub(r"[^a-z0-9]+", "_", file.name.split(".")[0].lower()).strip("_")
        name, number = stem or "tabel", 1
        while name in names:
            number += 1
            name = f"{stem}_{number}"
        names.append(name)
    return names


def cbs_table_of(file: Path) -> CbsTable | None:
    """Return which CBS table a file is by its name, years and versions aside.

    Examples
    --------
    >>> from pathlib import Path
    >>> cbs_table_of(Path("GBAPERSOON2019TABV1.sav")).name
    'GBAPERSOONTAB'
    """
    stem = file.name.split(".")[0].upper()
    for table in CBS_TABLES:
        base = re.escape(table.name.removesuffix(table.kind))
        if re.fullmatch(rf"{base}_?(\d{{4}})?_?{table.kind}(_?V\d+)?", stem):
            return table
    return None
