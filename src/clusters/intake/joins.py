"""Which table has the persons, and how the others hang on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.extracts.header import matching
from clusters.schema.own_names import columns_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from clusters.intake.look import Seen

# Shares of keys that are pointed to, or of pointers that lead to a key.
_BOTH, _ONE, _SAME_NAME = 0.99, 0.95, 0.5
_FEWEST = 20
_MOST_DROPPED = 3
_FEW = 200


@dataclass(frozen=True)
class Link:
    """How a table hangs on another; ``is_sure`` where the names say so too."""

    table: str
    key: str
    parent: str
    by: str
    drop_last: int
    is_sure: bool
    one_to_one: bool


@dataclass(frozen=True)
class Joined:
    """The table of persons, its key if one was found, and the tables hung on it."""

    main: str
    key: str | None
    links: tuple[Link, ...]
    apart: tuple[str, ...]


def joined(tables: Sequence[Seen], known_keys: Mapping[str, str]) -> Joined:
    """Return how tables join; those that do not are ``apart``.

    Parameters
    ----------
    tables
        At least one.
    known_keys
        Own name to our name of keys that a standard knows, in capitals.
    """
    tried = [_from(each, tables, known_keys) for each in tables]
    rows = {each.name: each.rows for each in tables}
    return max(
        tried, key=lambda each: (each.key is not None, len(each.links), rows[each.main])
    )


def person_key(table: Seen, known_keys: Mapping[str, str]) -> str | None:
    """Return the column that tells persons apart: named so, or the only one that can.

    Columns of a standard go first, then names with the word for a person in it.
    """
    keys = list(table.keys)
    named = [name for name in keys if "person_id" in _ours(name, known_keys)]
    named.sort(key=lambda name: known_keys.get(name.upper()) != "person_id")
    if named:
        return named[0]
    others = [name for name in keys if not _ours(name, known_keys)]
    return others[0] if len(others) == 1 else None


def _ours(name: str, known_keys: Mapping[str, str]) -> tuple[str, ...]:
    known = known_keys.get(name.upper())
    return (known,) if known else columns_named(name)


def _from(main: Seen, tables: Sequence[Seen], known_keys: Mapping[str, str]) -> Joined:
    key = person_key(main, known_keys)
    reached, links = {main.name: main}, []
    waiting = [each for each in tables if each is not main]
    found = True
    while found:
        found = False
        for child in list(waiting):
            ways = [
                link for parent in reached.values() for link in _ways(child, parent)
            ]
            if ways:
                best = max(
                    ways, key=lambda way: (way[0], way[1].by == key, -way[1].drop_last)
                )[1]
                links.append(best)
                reached[child.name] = child
                waiting.remove(child)
                found = True
    apart = tuple(each.name for each in waiting)
    return Joined(main.name, key, tuple(links), apart)


def _ways(child: Seen, parent: Seen) -> Iterator[tuple[float, Link]]:
    """Yield each column of a parent that points to a key of a child, with how well."""
    for key, keys in child.keys.items():
        there = frozenset(keys)
        # numbers that count from 1 match others by accident, unless both are complete
        counted = max(map(len, keys)) <= len(str(len(keys)))
        for by, pointers in parent.pointers.items():
            same_name = matching(key) == matching(by)
            if len(pointers) < min(_FEWEST, len(keys)) and not same_name:
                continue
            for dropped in (0,) if same_name else range(_MOST_DROPPED + 1):
                points = _how_well(there, pointers, dropped, same_name)
                if points >= (2 * _BOTH if counted and not same_name else 0.1):
                    one_to_one = dropped == 0 and by in parent.keys
                    link = Link(
                        child.name, key, parent.name, by, dropped, same_name, one_to_one
                    )
                    yield points, link


def _how_well(
    keys: frozenset[str], pointers: Sequence[str], dropped: int, same_name: bool
) -> float:
    """Return how well pointers and keys go together, from 0 to 4."""
    # most columns point nowhere, which a few values show
    if not any(each[: len(each) - dropped] in keys for each in pointers[:_FEW]):
        return 0.0
    distinct = {each[: len(each) - dropped] for each in pointers} - {""}
    both = len(distinct & keys)
    found, pointed = both / len(distinct), both / len(keys)
    if same_name:
        return 2 + found + pointed if max(found, pointed) >= _SAME_NAME else 0.0
    is_proof = max(found, pointed) >= _BOTH and min(found, pointed) >= _SAME_NAME
    if is_proof or (found >= _ONE and not dropped):
        return found + pointed
    return 0.0
