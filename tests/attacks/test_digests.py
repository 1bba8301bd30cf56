"""A digest that tells an answer to who has all the others: A39."""

from __future__ import annotations

import contextlib
import shutil
import stat
from pathlib import Path
from unittest import mock

import pytest
from conftest import PROJECT

from attacks.attacker.digests import named_after, printed
from attacks.small import deliver, people, told
from clusters.errors import SettingsError
from clusters.study import open_run, run, stages
from clusters.study.key import KEY
from clusters.study.publishing import previous_edition

VICTIM = 17


def project_in(folder):
    """A project, and its delivery by each answer that one person can have given."""
    shutil.copytree(PROJECT / "config", folder / "config")
    tried = {}
    for answer in ("man", "woman"):
        frame = people()
        frame.loc[VICTIM, "sex"] = answer
        tried[answer] = deliver(folder, frame, "csv").read_bytes()
    deliver(folder, people(), "csv")
    return tried


def published(folder):
    ended, said = told(folder)
    assert ended == 0, said
    return folder / said.split()[-1]


def test_a39_fails_on_every_digest_and_on_the_name(tmp_path):
    tried = project_in(tmp_path)
    folder = published(tmp_path)

    assert printed(folder, tried) == set()
    assert named_after(folder, tried) == set()
    key = (tmp_path / KEY).read_bytes().strip()
    texts = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    assert not any(key in text or bytes.fromhex(key.decode()) in text for text in texts)


def test_a39_bites_digests_without_a_key(tmp_path):
    """As it was: digests that everybody can work out."""
    tried = project_in(tmp_path)
    with contextlib.ExitStack() as weakened:
        for each in (run, stages, previous_edition):
            plain = mock.patch.object(each, "keyed", lambda digests, _: dict(digests))
            weakened.enter_context(plain)
        folder = published(tmp_path)

    truth = people().loc[VICTIM, "sex"]
    assert printed(folder, tried) == {truth}
    assert named_after(folder, tried) == {truth}


STUDY = Path("config/stad.toml")


@pytest.fixture
def project(tmp_path, monkeypatch):
    project_in(tmp_path)
    monkeypatch.chdir(tmp_path)


def test_a_project_has_a_key_of_its_own_for_its_owner_only(project):
    first = open_run(STUDY)
    kept = KEY.read_text("ascii")

    assert stat.S_IMODE(KEY.stat().st_mode) == 0o600
    assert open_run(STUDY).name == first.name
    assert KEY.read_text("ascii") == kept
    KEY.unlink()
    again = open_run(STUDY)
    assert again.name != first.name
    assert again.inputs.keys() == first.inputs.keys()
    assert not set(again.inputs.values()) & set(first.inputs.values())
    assert not set(again.settings.values()) & set(first.settings.values())


def test_a_spoilt_key_is_refused_with_what_to_do(project):
    KEY.parent.mkdir(parents=True)
    KEY.write_text("abc\n", "ascii")

    with pytest.raises(SettingsError, match=r"(?s)digests\.key.*Put a copy"):
        open_run(STUDY)
