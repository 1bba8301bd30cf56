"""The releases that are attacked; made once, because a study takes seconds."""

from __future__ import annotations

import sys

import pytest

from attacks import city as making
from attacks.weakened import UNROUNDED

CALLS_HOME = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname")
_heard: list[tuple[str, str]] = []
_listening = False


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if _listening and event in CALLS_HOME:
        _heard.append((event, str(arguments)))


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
    city, heard = calls(lambda: making.make(tmp_path_factory.mktemp("city")))
    return heard, city


@pytest.fixture(scope="session")
def city(heard_and_city):
    return heard_and_city[1]


@pytest.fixture(scope="session")
def unrounded(city):
    """The report as a gate makes it that prints true counts and looks no further."""
    return city.report(gate=UNROUNDED)
