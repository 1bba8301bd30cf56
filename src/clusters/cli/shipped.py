"""The settings that come with the program, written out to where they are edited."""

from __future__ import annotations

from pathlib import Path

import clusters
from clusters.store import written_whole

CONFIG = Path("config")
_DEMO = ("demo.toml", "disclosure.toml", "gemeente.toml", "labels.*.toml")
_PUBLISHED = "published/*"


def write_demo(folder: Path = Path()) -> list[Path]:
    """Write what the demo needs under ``folder``; return the files that are new.

    These are its study file, the rules of the data owner, the words for names and the
    published figures. A file that is there is somebody's own, and stays as it is.
    """
    source, written = _source(), []
    for pattern in (*_DEMO, _PUBLISHED):
        for file in sorted(source.glob(pattern)):
            path = folder / CONFIG / file.relative_to(source)
            if not path.exists():
                with written_whole(path) as draft:
                    draft.write_bytes(file.read_bytes())
                written.append(path)
    return written


def _source() -> Path:
    """Return the folder they are in: of the package, or of a checkout."""
    library = Path(clusters.__file__).parent
    packed = library / CONFIG
    return packed if packed.is_dir() else library.parents[1] / CONFIG
