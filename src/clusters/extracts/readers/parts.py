"""A table in more files than one: a folder, or a pattern; and its digest."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pyarrow as pa

from clusters.errors import ExtractError
from clusters.extracts.header import matching
from clusters.extracts.source import OpenTable
from clusters.store import sha256

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_PATTERN = frozenset("*?[")
# How Hive, Spark and pyarrow call the folder of rows without a value.
_NO_VALUE = "__HIVE_DEFAULT_PARTITION__"


def parts_of(path: Path, suffixes: tuple[str, ...]) -> list[Path]:
    """Return the files that a path stands for, sorted; itself if it is one file.

    Hidden files, and those that begin with an underscore, are what other programs left.
    """
    if path.is_file() or not (path.is_dir() or _is_pattern(path)):
        return [path]
    root = root_of(path)
    found = path.rglob("*") if path.is_dir() else _matches(root, path)
    return sorted(
        each
        for each in found
        if each.is_file()
        and each.name.lower().endswith(suffixes)
        and not any(
            part.startswith((".", "_")) for part in each.relative_to(root).parts
        )
    )


def root_of(path: Path) -> Path:
    """Return the folder in which the files of a path lie, however deep."""
    if path.is_dir():
        return path
    while _is_pattern(path):
        path = path.parent
    return path if path.is_dir() else path.parent


def digest_of(path: Path, parts: Sequence[Path]) -> str:
    """Return one digest of all files of a table, names included if they are more."""
    if [*parts] == [path]:
        return sha256(path)
    root = root_of(path)
    told = [f"{each.relative_to(root).as_posix()} {sha256(each)}" for each in parts]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def joined_parts(
    path: Path, parts: Sequence[Path], opened: Sequence[OpenTable]
) -> OpenTable:
    """Return the parts of a table as one, in the order of their names.

    Raises
    ------
    ExtractError
        If a part lacks a column of the first, has one more, or has another decimal
        sign.
    """
    first = opened[0]
    for each in opened[1:]:
        _refuse_others(first, each)
    folders = [_partitions(root_of(path), part) for part in parts]
    added = [name for name in folders[0] if not first.has(name)]
    signs = {each.source.decimal for each in opened} - {None}
    if len(signs) > 1:
        raise ExtractError(
            f"{path}: some files have a decimal point, others a decimal comma.\n"
            "Set 'decimal' for this table, or deliver the files apart.",
            f"{path}: sommige bestanden hebben een decimale punt, andere een komma.\n"
            "Zet 'decimal' bij deze tabel, of lever de bestanden apart.",
        )
    rows = [each.source.rows for each in opened]
    source = replace(
        first.source,
        file=path.name,
        sha256=digest_of(path, parts),
        rows=None if None in rows else sum(each or 0 for each in rows),
        decimal=signs.pop() if signs else None,
    )
    columns = (*first.columns, *added)

    def reading(positions: Sequence[int]) -> Iterator[list[pa.Array]]:
        for part, folder in zip(opened, folders, strict=True):
            yield from _reading(part, [columns[each] for each in positions], folder)

    return replace(first, source=source, columns=columns, reading=reading)


def _reading(
    part: OpenTable, names: Sequence[str], folder: Mapping[str, str | None]
) -> Iterator[list[pa.Array]]:
    own = [name for name in names if part.has(name)]
    # without a column of its own, the first one still tells how many rows there are
    places = [part.position(name) for name in own] or [0]
    for arrays in part.reading(places):
        held = dict(zip(own, arrays, strict=False))
        rows = len(arrays[0])
        yield [
            held[name]
            if name in held
            else pa.array([folder.get(name)] * rows, type=pa.string())
            for name in names
        ]


def _partitions(root: Path, part: Path) -> dict[str, str | None]:
    told = [each.partition("=") for each in part.relative_to(root).parent.parts]
    return {
        name: None if value == _NO_VALUE else unquote(value)
        for name, sign, value in told
        if sign
    }


def _refuse_others(first: OpenTable, other: OpenTable) -> None:
    there, here = {*map(matching, first.columns)}, {*map(matching, other.columns)}
    if there == here:
        return
    # a part without a header begins with a person, who is not told
    is_told = bool(first.names and other.names)
    listed = f": {', '.join(sorted(there ^ here)[:5])}" if is_told else ""
    raise ExtractError(
        f"{other.source.file} has other columns than {first.source.file}{listed}.\n"
        "Files that form one table need the same columns, each with a header.",
        f"{other.source.file} heeft andere kolommen dan {first.source.file}{listed}.\n"
        "Bestanden die samen één tabel zijn, hebben dezelfde kolommen nodig, elk met "
        "een kop.",
    )


def _is_pattern(path: Path) -> bool:
    return bool(_PATTERN & {*str(path)}) and not path.exists()


def _matches(root: Path, path: Path) -> Iterator[Path]:
    return root.glob(path.relative_to(root).as_posix())
