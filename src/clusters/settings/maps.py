"""Where a study is drawn on a map."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import model_validator

from clusters.settings.base import Frozen, misfit

SHIPPED = "eindhoven"


class Maps(Frozen):
    """The areas that people live in, and their outlines.

    ``file`` is a GeoJSON file or a GeoPackage (of which ``layer`` is read); the word
    "eindhoven" alone stands for the outlines that are shipped. ``code``, ``name`` and
    ``district`` are columns of it; what is not named is looked for under the usual
    names. ``by`` is what people are counted by: the neighbourhood of the extract, or
    squares of 500 m, which need no file. ``published`` sets the map of Eindhoven's
    edition of 2020 beside ours; it is for the made-up city.
    """

    file: Path | None = None
    layer: str | None = None
    code: str | None = None
    name: str | None = None
    district: str | None = None
    by: Literal["neighbourhood", "square"] = "neighbourhood"
    published: bool = False

    @model_validator(mode="after")
    def _outlines(self) -> Maps:
        if self.by == "neighbourhood" and self.file is None:
            raise misfit(
                "file is missing; squares alone need none",
                "file ontbreekt; alleen vierkanten hebben er geen nodig",
            )
        if self.by == "square" and (self.file is not None or self.published):
            raise misfit(
                "squares are drawn without a file and are not published",
                "vierkanten hebben geen bestand en zijn niet gepubliceerd",
            )
        return self

    @property
    def is_shipped(self) -> bool:
        """Whether the outlines come with the package."""
        return self.file == Path(SHIPPED)


def one_file(value: object) -> object:
    """Let ``maps = "eindhoven"`` stand for ``maps = {file = "eindhoven"}``."""
    return {"file": value} if isinstance(value, str) else value
