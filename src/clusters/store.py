"""Where files of a run lie, and how they come to be: whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from filelock import FileLock, Timeout

from clusters.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

PROCESSED = Path("data/processed")
REPORTS = Path("reports")

# Person-level work is for its owner only.
_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600
_OTHERS = 0o077
_CHUNK = 1 << 20
_PATIENCE = 3600  # seconds; a report of a large city takes a few minutes


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give a path to write to; the file appears under ``path`` when that succeeded.

    The name is taken over in one step, so a killed run leaves no half file. In a folder
    that is for its owner only, so is the file, whatever the umask.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{uuid4().hex[:8]}-{path.name}")
    try:
        yield draft
        if not path.parent.stat().st_mode & _OTHERS:
            draft.chmod(_PRIVATE_FILE)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def folder_written_whole(folder: Path) -> Iterator[Path]:
    """Give a folder to write in; it appears as ``folder`` when that succeeded."""
    draft = folder.with_name(f".{folder.name}")
    shutil.rmtree(draft, ignore_errors=True)  # what a killed run left behind
    draft.mkdir(parents=True)
    try:
        yield draft
        shutil.rmtree(folder, ignore_errors=True)
        draft.replace(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep a second run out of a folder; the lock goes when the process goes."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(
        folder.with_name(f"{folder.name}.lock"), timeout=0, mode=_PRIVATE_FILE
    )
    try:
        lock.acquire()
    except Timeout:
        raise SettingsError(
            f"Another run is working in {folder}. Wait until it is done.",
            f"Een andere run werkt in {folder}. Wacht tot die klaar is.",
        ) from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def in_turn(file: Path) -> Iterator[None]:
    """Wait until nobody else works with a file that more runs share."""
    lock = file.with_name(f"{file.name}.lock")
    with FileLock(lock, timeout=_PATIENCE, mode=_PRIVATE_FILE):
        yield


def refuse_no_room(folder: Path, least: int) -> None:
    """Refuse a folder, there or not, that cannot be written to or has little room.

    Parameters
    ----------
    folder : where files are to come.
    least : the free bytes that are needed.

    Raises
    ------
    SettingsError
        With the folder, and what to do.
    """
    try:
        there = next(
            each for each in (folder, *folder.absolute().parents) if each.exists()
        )
        with TemporaryFile(dir=there):
            free = shutil.disk_usage(there).free
    except OSError:
        raise SettingsError(
            f"Nothing can be written in {folder}: ask for the right to, or call "
            "clusters in another project folder.",
            f"In {folder} kan niets worden geschreven: vraag er het recht toe, of roep "
            "clusters aan in een andere projectmap.",
        ) from None
    if free < least:
        megabytes = -(-least // 1_000_000)
        raise SettingsError(
            f"There is too little room in {folder}: make {megabytes} MB free first.",
            f"Er is te weinig ruimte in {folder}: maak eerst {megabytes} MB vrij.",
        )


def private_folder(path: Path) -> Path:
    """Make a folder that only its owner can look into."""
    path.mkdir(parents=True, exist_ok=True, mode=_PRIVATE_FOLDER)
    path.chmod(_PRIVATE_FOLDER)
    return path


def write_json(path: Path, content: Any) -> Path:  # noqa: ANN401 - any JSON value
    """Write a JSON file, whole, in a form that does not depend on dict order."""
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    with written_whole(path) as draft:
        draft.write_text(text + "\n", encoding="utf-8", newline="\n")
    return path


def read_json(path: Path) -> Any:  # noqa: ANN401 - any JSON value
    """Return the content of a JSON file that we wrote."""
    return json.loads(path.read_text(encoding="utf-8"))


def sha256(path: Path) -> str:
    """Return the SHA-256 digest of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
