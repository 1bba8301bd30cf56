"""Two people let a report go, as it was when it passed the gate.

A report, its manifest and its review are files that can be edited before somebody
signs. What they were like stands in the register, where an edit breaks the chain: but
for that of the last line, which only a copy of the register shows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from clusters.disclosure import Register
from clusters.errors import DisclosureError
from clusters.store import in_turn, read_json, sha256, write_json
from clusters.study.publishing.history import ENTRY, REGISTER, enter
from clusters.study.publishing.review import GATE, Finished, finished_run, read_kept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from clusters.disclosure import Entry

SIGNERS = 2
_DIGESTS = "digests"


def enter_whole(work: Path, report: Path) -> None:
    """Add a run to the register, with what its manifest and review are like.

    A report that is made again may differ in them, such as in the version of a package.
    """
    kept = work / "review" / ENTRY
    told = read_json(kept)
    digests = {
        "run.json": sha256(report / "run.json"),
        GATE: sha256(work / "review" / GATE),
    }
    told["about"][_DIGESTS] = digests
    write_json(kept, told)
    enter(work)
    register = Register.read(REGISTER)
    entry = _entry_of(told["release"], register)
    if entry.about.get(_DIGESTS) != digests:
        register.append(replace(entry, about={**entry.about, _DIGESTS: digests}))


def sign(report: Path, names: Sequence[str], *, agreed: bool = False) -> Path:
    """Write down who let a report go, in the register and in ``release.json``.

    Parameters
    ----------
    report : the folder of a finished run.
    names : the two people.
    agreed : whether they agree to the classes that the study made for itself.

    Raises
    ------
    SettingsError
        If the folder is no finished run, or its work was cleaned away.
    DisclosureError
        If there are not two different names, if nobody agreed to the study's own
        classes, if a file, the manifest or the review has changed since it was made, if
        the run never entered the register, or if others signed before.
    """
    run, by = finished_run(report), _signers(names)
    gate = read_kept(run.review / GATE)
    if not agreed:
        _refuse_own_classes(gate)
    _refuse_changed(run)
    with in_turn(REGISTER):
        register = Register.read(REGISTER)
        _refuse_edited(run, register)
        if register.signed.get(run.name, by) != by:
            raise DisclosureError(
                f"{report} was released before, by others.",
                f"{report} is al eerder vrijgegeven, door anderen.",
            )
        register.sign(run.name, by)
    return write_json(
        run.paper,
        {
            "run": run.name,
            "study": run.manifest["study"],
            "by": list(by),
            "manifest": sha256(report / "run.json"),
            "files": run.manifest["files"],
            "rules": {
                "audience": gate["audience"],
                "digest": run.manifest["settings"]["disclosure.toml"],
                "loosened": gate["loosened"],
                "approver": gate["approver"],
                "reason": gate["reason"],
                "own_classes": gate["own_classes"],
            },
            "checked": ["SDC-21", "SDC-25", "TXT-01", "FIG-05", "FILE-01", "FILE-02"],
        },
    )


def _signers(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names in order; two people, not one who is called twice."""
    told = [" ".join(name.split()) for name in names]
    different = {name.casefold(): name for name in told if len(name) > 1}
    if len(different) != SIGNERS or len(told) != SIGNERS:
        raise DisclosureError(
            "A report is released by two different people: --by NAME --by NAME.",
            "Twee verschillende mensen geven een rapport vrij: --by NAAM --by NAAM.",
        )
    return tuple(sorted(different.values()))


def _refuse_own_classes(gate: dict[str, Any]) -> None:
    """Refuse classes that nobody agreed to (SDC-14)."""
    if gate["own_classes"]:
        names = ", ".join(gate["own_classes"])
        raise DisclosureError(
            f"Classes of the study's own: {names}. See clusters review, and agree to "
            "them with --own-classes.",
            f"Eigen klassen: {names}. Zie clusters review, en stem ermee in met "
            "--own-classes.",
        )


def _refuse_changed(run: Finished) -> None:
    """Refuse a report that is not, to the byte, what passed the gate."""
    listed = run.manifest["files"]
    there = {
        path.relative_to(run.report).as_posix()
        for path in run.report.rglob("*")
        if path.is_file()
    } - {"run.json", "release.json"}
    changed = there ^ set(listed)
    for name in there & set(listed):
        if sha256(run.report / name) != listed[name]:
            changed.add(name)
    if changed:
        raise _changed(run, changed)


def _refuse_edited(run: Finished, register: Register) -> None:
    """Refuse a manifest or review that is not what entered the register."""
    if run.name not in {each.release for each in register.entries}:
        return  # nobody can sign it
    kept: dict[str, str] = _entry_of(run.name, register).about.get(_DIGESTS, {})
    files = {"run.json": run.report / "run.json", GATE: run.review / GATE}
    edited = {name for name, digest in kept.items() if sha256(files[name]) != digest}
    if edited:
        raise _changed(run, edited)


def _entry_of(release: str, register: Register) -> Entry:
    return [each for each in register.entries if each.release == release][-1]


def _changed(run: Finished, changed: set[str]) -> DisclosureError:
    files = ", ".join(sorted(changed))
    return DisclosureError(
        f"{run.report}: changed since it passed the gate: {files}.\n"
        "Run the study again.",
        f"{run.report}: veranderd sinds de controle: {files}.\n"
        "Draai de studie opnieuw.",
    )
