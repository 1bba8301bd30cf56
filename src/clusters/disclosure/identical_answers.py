"""Answers to different questions that the same people gave, as sums.

Somebody who knows that living alone is a household of one has two numbers for one, in
every cluster and in the city.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from clusters.disclosure.design import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from clusters.disclosure.design import Condition, Key
    from clusters.profiles import Answers

# Whom a table counts, and the conditions on them besides their answer.
Group = tuple[str, tuple["Condition", ...]]
Index = dict["Condition", list[Group]]


def identical_sums(
    identical: Iterable[Sequence[Answers]], counts: Mapping[Key, int]
) -> tuple[dict[Key, int], set[tuple[Key, tuple[Key, ...]]]]:
    """Return what binds the quantities, where answers are the same people.

    Parameters
    ----------
    identical
        Per set of people, the variables and codes by which they are known.
    counts
        The quantities there are.

    Returns
    -------
    dict
        The people who gave one of several answers, where these have no quantity yet.
    set
        What adds up to what. Where two counts differ, as among people whom
        ``identical`` is not about, nothing.
    """
    index = _index(counts)
    added: dict[Key, int] = {}
    sums: set[tuple[Key, tuple[Key, ...]]] = set()
    for answers in identical:
        for group, known in _known(answers, index, counts).items():
            persons = {sum(counts[key] for key in keys) for keys in known}
            if len(known) == 1 or len(persons) > 1:
                continue
            first, *others = sorted(known, key=lambda keys: (len(keys), keys))
            total = first[0] if len(first) == 1 else _any_of(group, first)
            if len(first) > 1:
                added[total] = persons.pop()
                sums.add((total, first))
            sums |= {(total, keys) for keys in others}
    return added, sums


def _index(counts: Mapping[Key, int]) -> Index:
    """Return by answer the groups in which it was counted."""
    index: Index = defaultdict(list)
    for population, conditions in counts:
        for each in conditions:
            rest = tuple(other for other in conditions if other != each)
            index[each].append((population, rest))
    return index


def _known(
    answers: Sequence[Answers], index: Index, counts: Mapping[Key, int]
) -> dict[Group, list[tuple[Key, ...]]]:
    """Return per group the quantities of each description that is counted in full."""
    known: dict[Group, list[tuple[Key, ...]]] = defaultdict(list)
    for name, codes in answers:
        for population, rest in index.get((name, codes[0]), ()):
            keys = tuple(
                key_of(population, {**dict(rest), name: code}) for code in codes
            )
            if all(key in counts for key in keys):
                known[population, rest].append(keys)
    return known


def _any_of(group: Group, keys: Sequence[Key]) -> Key:
    """Return the quantity of the people in any of some cells of one variable."""
    population, rest = group
    ((name, _),) = set(keys[0][1]) - set(rest)
    codes = sorted(code for _, conditions in keys for other, code in conditions
                   if other == name)  # fmt: skip
    return key_of(population, {**dict(rest), name: " or ".join(codes)})
