"""The name of a run: a digest of all that can change its result."""

from __future__ import annotations

import hashlib
from pathlib import Path

import clusters

_LENGTH = 12
# Settings that come with an installed package; a run reads those of its project.
_CONFIG = "config"


def code_digest() -> str:
    """Return one digest of all files of this library that can change a result.

    The settings that come with an installed package are not read by a run.
    """
    root = Path(clusters.__file__).parent
    suffixes = {
        ".py", ".typ", ".j2", ".css", ".js", ".csv", ".toml", ".geojson",
    }  # fmt: skip
    files = sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.suffix in suffixes and not path.is_relative_to(root / _CONFIG)
    )
    return _joined([f"{name} {text_digest(root / name)}" for name in files])


def run_name(inputs: dict[str, str], settings: dict[str, str], code: str) -> str:
    """Return the name of a run, from the digests of all that it uses."""
    parts = [f"{name} {digest}" for name, digest in sorted({**inputs}.items())]
    parts += [f"{name} {digest}" for name, digest in sorted(settings.items())]
    return _joined([*parts, code])[:_LENGTH]


def _joined(parts: list[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def text_digest(path: Path) -> str:
    """Return the digest of a text file, whatever its line ends."""
    text = path.read_bytes().replace(b"\r\n", b"\n")
    return hashlib.sha256(text).hexdigest()
