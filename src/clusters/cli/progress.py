"""Progress in the terminal, on stderr: stdout is for the result."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from clusters.progress import silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import TaskID

    from clusters.progress import Progress as Tell


@contextmanager
def shown(*, quiet: bool = False, verbose: bool = False) -> Iterator[Tell]:
    """Give a function to tell progress to: stage, steps done, steps in all.

    It shows bars; nothing if ``quiet``; if ``verbose`` a line for each step, for a log.
    """
    if quiet:
        yield silent
    elif verbose:
        yield _lines()
    else:
        with _bars() as tell:
            yield tell


def _lines() -> Tell:
    began = time.monotonic()

    def tell(stage: str, done: int, total: int) -> None:
        seconds = time.monotonic() - began
        typer.echo(f"{seconds:8.1f} s  {stage:<12} {done}/{total}", err=True)

    return tell


@contextmanager
def _bars() -> Iterator[Tell]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<12}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = progress.add_task(stage, total=total)
            progress.update(tasks[stage], completed=done, total=total)

        yield tell
