"""The wheel alone, in an environment and a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from conftest import PROJECT

from clusters.study import code_digest

DIGEST = "from clusters.study import code_digest; print(code_digest())"


def done(*command, folder):
    ended = subprocess.run(  # noqa: S603
        list(map(str, command)),
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": os.environ["PATH"], "HOME": str(folder)},
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The programs of an environment with the wheel, and what it needs from ours.

    Nothing is downloaded; a checkout that is installed in ours is not seen.
    """
    root = tmp_path_factory.mktemp("wheel")
    done(
        sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation",
        "--quiet", "--wheel-dir", root, PROJECT, folder=root,
    )  # fmt: skip
    (wheel,) = root.glob("stadsclusters-*.whl")
    venv.create(root / "venv", with_pip=False)
    programs = root / "venv" / "bin"
    (packages,) = (root / "venv" / "lib").glob("python*/site-packages")
    ours = sysconfig.get_path("purelib")
    done(
        sys.executable, "-m", "pip", "--python", programs / "python", "install",
        "--no-deps", "--no-index", "--quiet", wheel, folder=root,
    )  # fmt: skip
    (packages / "ours.pth").write_text(f"{ours}\n")
    return programs


@pytest.mark.slow
def test_the_wheel_runs_the_demo_in_an_empty_folder(installed, tmp_path):
    said = done(
        installed / "clusters", "demo", "--persons", "6000", "--quiet", folder=tmp_path
    )

    folder = tmp_path / said.splitlines()[-1]
    assert folder.parent == tmp_path / "reports" / "demo"
    assert {"report.pdf", "report.html", "tables.xlsx", "run.json"} <= {
        path.name for path in folder.iterdir()
    }
    assert (tmp_path / "config" / "disclosure.toml").read_bytes() == (
        PROJECT / "config" / "disclosure.toml"
    ).read_bytes()


@pytest.mark.slow
def test_the_wheel_holds_the_flows_and_the_library_of_the_checkout(installed, tmp_path):
    where = "import clusters, flows; print(clusters.__file__); print(flows.__file__)"
    files = done(installed / "python", "-c", where, folder=tmp_path).splitlines()

    assert all(Path(file).is_relative_to(installed.parent) for file in files)
    done(installed / "python", "-c", "import flows.internationals", folder=tmp_path)
    # so that a run is called the same, and gives the same bytes
    assert done(installed / "python", "-c", DIGEST, folder=tmp_path) == code_digest()
