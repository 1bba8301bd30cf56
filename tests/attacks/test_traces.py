"""What a run leaves behind, and whom it calls: A08, A23, A31 and A32."""

from __future__ import annotations

import base64
import bz2
import contextlib
import gzip
import io
import os
import pickle
import shutil
import socket
import stat
import subprocess
import sys
import zlib

import pandas as pd
import pytest
import xlsxwriter
from conftest import PROJECT

from attacks.attacker.bytes import any_of, found_in, tokens_in
from attacks.attacker.manifest import changed_files, differing_files
from attacks.attacker.properties import calls_of_page, calls_out
from attacks.city import AMOUNTS, MARKED, RARE_CODE
from attacks.conftest import run_elsewhere
from clusters.cli.app import app

KEYS = ("person_id", "household_id", "partner_id", "mother_id", "father_id", "bsn")
RARE = any_of([RARE_CODE])


# A08


def test_a08_fails_on_a_release_by_another_process(city, elsewhere):
    """Other hashes, threads, language and clock: the same bytes, the manifest too."""
    assert elsewhere.ended == 0, elsewhere.said
    assert differing_files(city.folder, elsewhere.folder) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_a08_fails_on_ten_more_releases(city, tmp_path, seed):
    again = run_elsewhere(
        city, tmp_path, PYTHONHASHSEED=str(seed), OMP_NUM_THREADS=str(1 + seed % 3)
    )

    assert again.ended == 0, again.said
    assert differing_files(city.folder, again.folder) == []


def test_a08_bites_a_process_that_leans_on_its_hashes(elsewhere, tmp_path):
    """Such a process writes other files each time; a changed byte is seen."""
    words = "print(sorted({'woont', 'huurt', 'werkt', 'leert'}, key=hash))"
    told = {
        subprocess.run(  # noqa: S603
            [sys.executable, "-c", words], capture_output=True, check=True,
            env={"PYTHONHASHSEED": str(seed)},
        ).stdout
        for seed in range(8)
    }  # fmt: skip
    copy = shutil.copytree(elsewhere.folder, tmp_path / "report")
    table = copy / "tables" / "sizes.csv"
    head, first, second, *others = table.read_bytes().splitlines(keepends=True)
    table.write_bytes(b"".join([head, second, first, *others]))

    assert len(told) > 1
    assert differing_files(elsewhere.folder, copy) == ["tables/sizes.csv"]


# A23


def personal(city):
    """What tells of one person, by how it looks: of everybody, or of thirty people."""
    people = city.persons
    keys = {str(key) for name in KEYS for key in people[name].dropna().unique()}
    for file in sorted((city.root / "delivered" / "history").glob("*.parquet")):
        keys |= set(pd.read_parquet(file, columns=["person_id"])["person_id"])
    marked = marked_among(people)
    assert len(marked) == MARKED
    dates = marked[["birth_date", "arrival_date", "moved_in_date"]]
    days = dates.melt()["value"].dropna()
    amounts = [each for name in AMOUNTS for each in marked[name].dropna()]
    written = [f"{each:.6f}" for each in amounts]
    return {
        "key": keys,
        "amount": {*written, *(each.replace(".", ",") for each in written)},
        "day": {f"{day:{form}}" for day in days for form in ("%Y-%m-%d", "%d-%m-%Y")}
        - {"2019-01-01", "01-01-2019"},
        "square": set(marked["square"].dropna()),
    }


def marked_among(people):
    """Who has amounts with more decimals than a cent."""
    beyond = (people[AMOUNTS] * 100 % 1).fillna(0)
    return people[((beyond > 0.001) & (beyond < 0.999)).any(axis="columns")]


def leaks(city, folders):
    """What stands in any byte and tells of one person."""
    known = personal(city)
    amounts = [float(each) for each in known["amount"] if "," not in each]
    seen = tokens_in([folder for folder in folders if folder.exists()], amounts)
    found = {kind: seen[kind] & known[kind] for kind in known}
    return {k: v for k, v in {**found, "name": seen["name"]}.items() if v}


def test_a23_fails_on_every_byte_that_is_published_or_left_behind(city, elsewhere):
    """Report, terminal, temporary folder and home; nothing else was written."""
    assert elsewhere.ended == 0, elsewhere.said
    assert {each.name for each in elsewhere.root.iterdir()} == {
        "config", "data", "delivered", "home", "reports", "said", "temporary",
    }  # fmt: skip
    settings = [*city.work.glob("*.toml"), *city.work.glob("*.lock")]

    assert leaks(city, [*elsewhere.open_to_all, elsewhere.root / "config"]) == {}
    assert leaks(city, [city.folder, city.root / "temporary"]) == {}
    assert not any(b"anarie" in path.read_bytes() for path in settings)


def test_a23_fails_on_a_rare_answer(city):
    """That an answer exists tells that somebody gave it."""
    assert (city.persons["club"] == RARE_CODE).sum() == 2
    assert found_in([city.folder], RARE) == []


def test_a23_fails_on_everything_once_the_work_is_cleaned(
    city, elsewhere, tmp_path, monkeypatch
):
    shutil.copytree(elsewhere.root / "data", tmp_path / "data")
    shutil.copytree(elsewhere.root / "reports", tmp_path / "reports")
    assert {"key", "day", "amount"} <= leaks(city, [tmp_path]).keys(), "the closed room"
    monkeypatch.chdir(tmp_path)

    with contextlib.redirect_stdout(io.StringIO()):
        app(["clean", "--older-than", "0"], standalone_mode=False)

    assert leaks(city, [tmp_path]) == {}
    assert changed_files(next((tmp_path / "reports" / "stad").iterdir())) == []


@pytest.mark.slow
def test_a23_fails_on_what_a_scheduler_keeps(city, tmp_path):
    """The flow of Prefect, with a home of its own: database, results and logs."""
    for name in ("config", "delivered"):
        shutil.copytree(city.root / name, tmp_path / name)
    for name in ("prefect", "home", "temporary"):
        (tmp_path / name).mkdir()
    flow = (
        "from pathlib import Path; from flows.internationals import internationals; "
        "internationals(Path('config/stad.toml'))"
    )
    ended = subprocess.run(  # noqa: S603
        [sys.executable, "-c", flow], cwd=tmp_path, capture_output=True, text=True,
        check=False, env={
            "PATH": os.environ["PATH"], "HOME": str(tmp_path / "home"),
            "TMPDIR": str(tmp_path / "temporary"),
            "PYTHONPATH": os.pathsep.join(map(str, (PROJECT, PROJECT / "src"))),
            "PREFECT_HOME": str(tmp_path / "prefect"),
            "PREFECT_LOGGING_TO_API_ENABLED": "true",
            "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
        },
    )  # fmt: skip
    (tmp_path / "prefect" / "terminal.txt").write_text(ended.stdout + ended.stderr)

    assert ended.returncode == 0, ended.stderr
    kept = [tmp_path / name for name in ("prefect", "home", "temporary", "reports")]
    assert leaks(city, kept) == {}


FORMS = {
    "plain": lambda token: token.encode(),
    "base64": lambda token: b"data:," + base64.b64encode(token.encode() * 2),
    "gzip": lambda token: gzip.compress(token.encode()),
    "bzip2": lambda token: bz2.compress(token.encode()),
    "utf-16": lambda token: token.encode("utf-16-le"),
    "hex": lambda token: token.encode().hex().encode(),
    "parquet": lambda token: pd.DataFrame({"said": [token]}).to_parquet(),
    "pickle": lambda token: base64.b64encode(pickle.dumps({"row": [token]})),
    "paper": lambda token: (
        b"%PDF-1.7\n1 0 obj\nstream\n" + zlib.compress(token.encode()) + b"\nendstream"
    ),
    "sheet": lambda token: a_sheet(token),
}


def a_sheet(token):
    raw = io.BytesIO()
    book = xlsxwriter.Workbook(raw)
    book.add_worksheet().write_string(0, 0, token)
    book.close()
    return raw.getvalue()


@pytest.mark.parametrize("form", list(FORMS))
def test_a23_bites_in_every_form(city, tmp_path, form):
    person = (
        marked_among(city.persons).dropna(subset=["personal_income", "square"]).iloc[7]
    )
    token = (
        f"{person['email']} {person['bsn']} {person['square']} "
        f"{person['birth_date']:%d-%m-%Y} {person['personal_income']:.6f}"
    )
    (tmp_path / f"extra.{form}").write_bytes(FORMS[form](token))

    assert leaks(city, [tmp_path]).keys() == {"name", "key", "square", "day", "amount"}


def test_a23_bites_amounts_as_a_machine_keeps_them(city, tmp_path):
    incomes = marked_among(city.persons)["personal_income"].dropna()
    kept = pickle.dumps(incomes.to_numpy())
    (tmp_path / "cache").write_bytes(kept)

    assert leaks(city, [tmp_path]).keys() == {"amount"}


# A31


def test_a31_fails_on_a_study(heard_and_city):
    """Every call is refused and heard."""
    heard, city = heard_and_city

    assert heard == []
    assert list(calls_out(city.folder)) == []


def test_a31_fails_on_a_study_in_a_room_without_a_line(city, elsewhere, no_network):
    if not no_network:
        pytest.skip("this machine gives no room without a network")

    assert elsewhere.ended == 0, elsewhere.said
    assert list(calls_out(elsewhere.folder)) == []


def test_a31_bites_a_process_that_needs_a_line(no_network):
    if not no_network:
        pytest.skip("this machine gives no room without a network")
    listener = socket.create_server(("127.0.0.1", 0))
    with listener:
        place = listener.getsockname()
        home = f"import socket; socket.create_connection({place!r}, 5)"
        ended = [
            subprocess.run(  # noqa: S603
                [*before, sys.executable, "-c", home], check=False, capture_output=True
            ).returncode
            for before in ((), no_network)
        ]

    assert ended == [0, 1]


def test_a31_bites_a_renderer_that_calls_home(calls):
    def home():
        with socket.socket() as line:
            line.settimeout(0.1)
            with contextlib.suppress(OSError):  # as a renderer would
                line.connect(("127.0.0.1", 9))

    _, heard = calls(home)

    assert [event for event, _ in heard] == ["socket.connect"]


@pytest.mark.parametrize(
    "addition",
    [
        '<img src="https://cdn.example/logo.png">',
        '<link rel="stylesheet" href="//fonts.example/a.css">',
        "<style>@import 'https://fonts.example/a.css'</style>",
        '<p style="background:url(https://x.example/p)">a</p>',
        "<script>fetch('/a')</script>",
    ],
)
def test_a31_bites_a_page_that_fetches(city, tmp_path, addition):
    text = (city.folder / "report.html").read_text("utf-8")
    page = tmp_path / "report.html"
    page.write_text(text.replace("</body>", f"{addition}</body>"), "utf-8")

    assert list(calls_of_page(page))


# A32


def test_a32_fails_on_the_closed_room_under_an_open_umask(city):
    """The city was run under umask 000."""
    room = [city.root / "data" / "processed"]
    inside = [path for folder in room for path in [folder, *folder.rglob("*")]]

    assert len(inside) > 8
    assert readable_by_others(inside) == []


def test_a32_bites_a_room_that_leans_on_the_umask(tmp_path):
    open_, closed = tmp_path / "people.parquet", tmp_path / "safe"
    open_.touch()
    open_.chmod(0o644)
    closed.touch()
    closed.chmod(0o600)

    assert readable_by_others([open_, closed]) == [open_]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a32_fails_for_another_user_of_the_machine(city, tmp_path):
    """Every folder above is opened, so that only the room itself keeps them out."""
    modes = {each: each.stat().st_mode for each in city.work.parents}
    try:
        for folder in modes:
            if folder.name not in {"processed", "stad"} and str(folder).startswith(
                "/tmp"
            ):
                folder.chmod(folder.stat().st_mode | 0o755)
        ended = subprocess.run(  # noqa: S603
            ["ls", str(city.work)],  # noqa: S607
            user=65534, capture_output=True, text=True, check=False, env={"LC_ALL": "C"},
        )  # fmt: skip
    finally:
        for folder, mode in modes.items():
            if str(folder).startswith("/tmp"):
                folder.chmod(stat.S_IMODE(mode))

    assert ended.returncode != 0
    assert "Permission denied" in ended.stderr


def readable_by_others(paths):
    return [
        path for path in paths if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    ]
