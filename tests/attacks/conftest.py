"""The releases that are attacked; made once, because a study takes seconds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import PROJECT, share_key
from once import once

from attacks import city as making
from attacks.weakened import UNROUNDED

CALLS_HOME = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname")
# A room of its own without a line out; where a machine does not give one, none.
NO_NETWORK = ("unshare", "--map-root-user", "--net")
_heard: list[tuple[str, str]] = []
_listening = False


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse every call, and remember it: whoever swallows the error is heard too."""
    if _listening and event in CALLS_HOME:
        _heard.append((event, str(arguments)))
        raise PermissionError("nobody answers")


sys.addaudithook(_hear)


@pytest.fixture(scope="session")
def calls():
    """Listen to the network while something is done; returns what was heard."""

    def during(action):
        global _listening  # noqa: PLW0603 - an audit hook cannot be taken away
        _heard.clear()
        _listening = True
        try:
            result = action()
        finally:
            _listening = False
        return result, list(_heard)

    return during


@pytest.fixture(scope="session")
def heard_and_city(tmp_path_factory, calls):
    """What was heard while the city was run, and a city to do anything to."""
    city, heard = once(
        tmp_path_factory, "city", lambda folder: calls(lambda: making.make(folder))
    )
    return heard, city.copied_to(tmp_path_factory.mktemp("city") / "of-its-own")


@pytest.fixture(scope="session")
def city(heard_and_city):
    return heard_and_city[1]


@pytest.fixture(scope="session")
def unrounded(city, tmp_path_factory):
    """The report as a gate makes it that prints true counts and looks no further."""
    return once(tmp_path_factory, "unrounded", lambda _: city.report(gate=UNROUNDED))


@pytest.fixture(scope="session")
def no_network():
    """What to put before a command so that it has no network."""
    if shutil.which(NO_NETWORK[0]):
        ended = subprocess.run([*NO_NETWORK, "true"], check=False, capture_output=True)  # noqa: S603
        if ended.returncode == 0:
            return NO_NETWORK
    return ()


@dataclass(frozen=True)
class Elsewhere:
    """The city's study, run by a process of its own in a project of its own."""

    root: Path
    ended: int
    said: str

    @property
    def folder(self) -> Path:
        return self.root / self.said.split()[-1]

    @property
    def open_to_all(self) -> list[Path]:
        """Where others may look, during the run or after it."""
        return [self.root / name for name in ("reports", "home", "temporary", "said")]


def run_elsewhere(city, root, before=(), **surroundings):
    """Run the delivery of the city again, with its key; with other surroundings."""
    for name in ("config", "delivered"):
        shutil.copytree(city.root / name, root / name)
    share_key(city.root, root)
    for name in ("home", "temporary", "said"):
        (root / name).mkdir()
    command = "import sys; from clusters.cli import main; sys.exit(main())"
    ended = subprocess.run(  # noqa: S603
        [*before, sys.executable, "-c", command, "run", "config/stad.toml"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(PROJECT / "src"),
            "MPLCONFIGDIR": os.environ.get("MPLCONFIGDIR", str(root / "home")),
            "HOME": str(root / "home"),
            "TMPDIR": str(root / "temporary"),
            **surroundings,
        },
    )
    said = ended.stderr + ended.stdout
    (root / "said" / "terminal.txt").write_text(said, encoding="utf-8")
    return Elsewhere(root, ended.returncode, said)


@pytest.fixture(scope="session")
def elsewhere(city, tmp_path_factory, no_network):
    """Without a network, on one thread, elsewhere on earth, with other hashes."""
    return once(
        tmp_path_factory,
        "elsewhere",
        lambda root: run_elsewhere(
            city,
            root,
            before=no_network,
            PYTHONHASHSEED="4242",
            OMP_NUM_THREADS="1",
            OPENBLAS_NUM_THREADS="1",
            NUMBA_NUM_THREADS="1",
            TZ="Pacific/Auckland",
            LC_ALL="C",
        ),
    )
