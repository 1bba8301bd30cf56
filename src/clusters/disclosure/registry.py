"""The register of what was released before, against differencing between runs (SDC-25).

A file of JSON lines, one a release: definitions, exact counts of the quantities shown,
and what was printed. It holds small counts, so it stays with the person-level work and
is never released. Every line carries the digest of the line before it: a register that
was cut, edited or forked by two colleagues is refused, and without one nothing new is
compared, so nothing is released.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Any

from clusters.disclosure.history import Told
from clusters.errors import DisclosureError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from clusters.disclosure.policy import Policy

_FIRST = "0" * 64


@dataclass(frozen=True)
class Entry:
    """One release in the register; exact, so to be kept and not to be shown.

    Parameters
    ----------
    release
        Its name, such as the run's.
    totals
        By definition of a population, how many persons it has.
    told
        By definition of a quantity, what was told of it.
    about
        Which study it was of, and what it called its people and clusters.
    """

    release: str
    totals: Mapping[str, int]
    told: Mapping[str, Told]
    about: Mapping[str, Any] = field(default_factory=dict)


class Register:
    """The releases there have been; made by `Register.read` or `Register.begin`."""

    def __init__(
        self,
        path: Path,
        entries: tuple[Entry, ...],
        last: str,
        signed: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._path, self.entries, self._last = path, entries, last
        self.signed = dict(signed or {})

    @classmethod
    def begin(cls, path: Path) -> Register:
        """Return an empty register where there is none yet.

        Raises
        ------
        DisclosureError
            If there is one: releases may not be forgotten.
        """
        if path.exists():
            raise DisclosureError(
                f"{path}: there is a register of releases already; read it.",
                f"{path}: er is al een register van vrijgaven; lees dat.",
            )
        return cls(path, (), _FIRST)

    @classmethod
    def read(cls, path: Path) -> Register:
        """Return the register in a file.

        Raises
        ------
        DisclosureError
            If it is missing, or was changed by anything but `Register.append`.
        """
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
            records = [dict(json.loads(line)) for line in lines]
            entries = tuple(_entry(each) for each in records if "told" in each)
            signed = {
                each["signed"]: tuple(each["by"]) for each in records if "by" in each
            }
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise _spoilt(path) from None
        last = _FIRST
        for line, record in zip(lines, records, strict=True):
            if record.get("after") != last:
                raise _spoilt(path)
            last = _digest(line)
        return cls(path, entries, last, signed)

    def before(self, release: str) -> Register:
        """Return the register as it was when a release entered it, or as it is."""
        names = [entry.release for entry in self.entries]
        if release not in names:
            return self
        entries = self.entries[: names.index(release)]
        return Register(self._path, entries, self._last, self.signed)

    def only(self, releases: Collection[str]) -> Register:
        """Return the register with some of its releases."""
        entries = tuple(each for each in self.entries if each.release in releases)
        return Register(self._path, entries, self._last, self.signed)

    def sign(self, release: str, by: tuple[str, ...]) -> Register:
        """Write down who let a release go; it binds later ones from then on.

        Raises
        ------
        DisclosureError
            If it never entered the register, or the file has changed.
        """
        if release not in {entry.release for entry in self.entries}:
            raise _spoilt(self._path)
        if self.signed.get(release) == by:
            return self
        last = self._write({"signed": release, "by": list(by)})
        signed = {**self.signed, release: by}
        return Register(self._path, self.entries, last, signed)

    def append(self, entry: Entry) -> Register:
        """Add a release to the file and return the register with it.

        A release that is in it already, to the number, is not added twice.

        Raises
        ------
        DisclosureError
            If the file has changed since it was read.
        """
        if entry in self.entries:
            return self
        last = self._write(asdict(entry))
        return Register(self._path, (*self.entries, entry), last, self.signed)

    def _write(self, record: Mapping[str, Any]) -> str:
        """Add a line to the file and return its digest."""
        if (self._path.exists() or self.entries) and (
            Register.read(self._path)._last != self._last
        ):
            raise _spoilt(self._path)
        linked = {"after": self._last, **record}
        line = json.dumps(linked, sort_keys=True, ensure_ascii=False)
        owner_only = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(owner_only, "a", encoding="utf-8") as file:
            file.write(line + "\n")
            file.flush()
            os.fsync(file.fileno())
        return _digest(line)

    def told(self, names: Collection[str]) -> dict[str, Told]:
        """Return what was told before of definitions, the latest where it was often."""
        return {
            name: told
            for entry in self.entries
            for name, told in entry.told.items()
            if name in names
        }

    def refuse_slivers(
        self,
        totals: Mapping[str, int],
        policy: Policy,
        differing: Mapping[str, int] | None = None,
    ) -> None:
        """Refuse populations that differ by too few persons from an earlier one.

        Parameters
        ----------
        totals
            By definition of a population, how many persons it has now.
        policy
            The rules to meet.
        differing
            By name of an earlier release, how many persons are in one of the two and
            not in both, where that was counted. Sizes alone say less: as many may
            have left as came.

        Raises
        ------
        DisclosureError
            If another definition has fewer than ``release_difference`` persons more
            or less, and was not counted to be the same people or that many others.
        """
        for entry in self.entries:
            counted = (differing or {}).get(entry.release)
            # Populations that were released together were attacked together.
            gone = [entry.totals[name] for name in entry.totals if name not in totals]
            came = [totals[name] for name in totals if name not in entry.totals]
            for persons, total in product(gone, came):
                between = abs(total - persons) if counted is None else counted
                if counted != 0 and between < policy.release_difference:
                    raise _sliver(entry.release, policy)


def _entry(record: dict[str, Any]) -> Entry:
    told = {name: Told(**each) for name, each in record["told"].items()}
    return Entry(record["release"], record["totals"], told, record["about"])


def _digest(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()


def _spoilt(path: Path) -> DisclosureError:
    return DisclosureError(
        f"{path}: the register of earlier releases is missing or was changed, so a new "
        "release cannot be held against them.\nPut back the copy that was kept.",
        f"{path}: het register van eerdere vrijgaven ontbreekt of is gewijzigd; een "
        "nieuwe vrijgave is er dus niet mee te vergelijken.\nZet de bewaarde kopie "
        "terug.",
    )


def _sliver(release: str, policy: Policy) -> DisclosureError:
    return DisclosureError(
        f"This population differs by fewer than {policy.release_difference} persons "
        f"from that of release {release!r}: their difference would describe them.\n"
        "Use the earlier definition, or count how many persons are in one and not in "
        "the other.",
        f"Deze populatie verschilt minder dan {policy.release_difference} personen van "
        f"die van vrijgave {release!r}: het verschil zou hen beschrijven.\nGebruik de "
        "eerdere definitie, of tel hoeveel personen wel in de ene en niet in de andere "
        "zitten.",
    )
