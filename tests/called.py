"""The command in a process of its own, forked from one that has loaded the libraries.

Loading them takes seconds each time. That the program starts without this is tested
where it is started itself.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

_HOW = "forkserver"
_PROCESSES = multiprocessing.get_context(
    _HOW if _HOW in multiprocessing.get_all_start_methods() else "spawn"
)
if _PROCESSES.get_start_method() == _HOW:
    _PROCESSES.set_forkserver_preload(
        ["clusters.cli.setting", "clusters.cli.tasks", "clusters.cli.usage"]
    )


def call(
    folder: Path, arguments: list[str], environment: dict[str, str]
) -> CompletedProcess[str]:
    """Call ``clusters`` in a folder; returns its exit code and what it said."""
    with TemporaryDirectory() as said:
        process = _PROCESSES.Process(
            target=_clusters, args=(folder, arguments, environment, said)
        )
        process.start()
        process.join()
        out, err = (Path(said, name).read_text("utf-8") for name in ("out", "err"))
    return CompletedProcess(arguments, process.exitcode, out, err)


def _clusters(
    folder: Path, arguments: list[str], environment: dict[str, str], said: str
) -> None:
    for number, name in ((1, "out"), (2, "err")):
        file = os.open(Path(said, name), os.O_WRONLY | os.O_CREAT)
        os.dup2(file, number)
        os.close(file)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = ["clusters", *arguments]
    from clusters.cli import main

    main()
