"""What is made once in a run of the tests, whichever process asks for it first."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock

from clusters.errors import ClustersError
from clusters.store import sha256
from clusters.study import run_study

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


def once(
    factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Any]
) -> Any:
    """Return what ``make`` returned for its empty folder, made by one process for all.

    Who looks may share the folder; who changes anything in it takes ``copied`` first.
    As in the documentation of pytest-xdist.
    """
    room = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        room = room.parent
    folder, kept = room / "once" / name, room / "once" / f"{name}.pickle"
    folder.parent.mkdir(exist_ok=True)
    with FileLock(folder.with_name(f"{name}.lock")):
        if not kept.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            made = pickle.dumps(make(folder))
            kept.write_bytes(made)
    return pickle.loads(kept.read_bytes())  # noqa: S301 - our own


def first_run(factory: pytest.TempPathFactory, study_file: Path, *files: Path) -> Path:
    """Run the first study in the working folder; return its report folder.

    ``study_file`` and the delivered ``files`` are relative to it. Whoever starts from
    the same settings and files gets a copy of one finished run, which the program
    itself then recognises as finished. Not for who changes the program.
    """
    settings = sorted(path for path in Path("config").rglob("*") if path.is_file())
    told = [f"{path.as_posix()} {sha256(path)}" for path in [*settings, *files]]
    name = hashlib.sha256("\n".join([str(study_file), *told]).encode()).hexdigest()[:12]
    here = Path.cwd()

    def make(folder: Path) -> Path:
        shutil.copytree(here / "config", folder / "config")
        for file in files:
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(here / file, folder / file)
        with contextlib.chdir(folder):
            run_study(study_file)
        return folder

    try:
        made = once(factory, f"run-{name}", make)
    except ClustersError:  # so that what is left behind is left here
        return run_study(study_file)
    for folder in ("data/processed", "reports"):
        shutil.copytree(made / folder, folder, dirs_exist_ok=True)
    return run_study(study_file)
