"""The sections of a study file, one model each.

A setting exists because its owner changes it between studies; everything else is a
constant with a reason, beside the code that uses it. Relative paths count from the
project folder, the one in which ``clusters`` is called.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from clusters.schema import Language
from clusters.settings.base import Frozen, misfit
from clusters.settings.perspectives import Perspectives
from clusters.settings.style import Style

# A name becomes a folder name on three operating systems.
_FOLDER_NAME = r"^[a-z0-9][a-z0-9-]{0,59}$"


class StudyInfo(Frozen):
    """What the study is called and on which day it looks.

    ``place`` and ``country`` are how readers know them, in the study's language.
    """

    name: str = Field(pattern=_FOLDER_NAME)
    reference_date: date
    title: str | None = None
    place: str | None = None
    country: str | None = None
    municipality: str | None = Field(default=None, pattern=r"^[0-9]{4}$")
    language: Language = "nl"
    currency: str = "€"


class Table(Frozen):
    """One delivered file and how it hangs on the table of persons.

    Parameters
    ----------
    file
        Where it lies; a pattern is not expanded.
    key
        Own name of the column that identifies a row, or for a joined table the
        column that ``by`` points to.
    joins, by
        The table it is joined to and the column there; ``drop_last`` removes that
        many characters from the end of ``by`` first, for composite keys such as a
        household number followed by a person number.
    rows
        Number of data rows the supplier declared; another number is refused, because
        a truncated CSV reads without an error.
    """

    file: Path
    key: str | None = None
    joins: str | None = None
    by: str | None = None
    drop_last: int = Field(default=0, ge=0)
    relation: Literal["one_to_one", "many_to_one"] = "many_to_one"
    rows: int | None = Field(default=None, ge=0)
    format: Literal["csv", "parquet", "sav", "xlsx"] | None = None
    encoding: str | None = None
    delimiter: str | None = Field(default=None, min_length=1, max_length=1)
    decimal: Literal[",", "."] | None = None
    sheet: str | None = None


def _table(value: object) -> object:
    """Let ``persons = "file.csv"`` stand for ``persons = {file = "file.csv"}``."""
    return {"file": value} if isinstance(value, str) else value


class Extract(Frozen):
    """The delivered files and how their names and codes map to ours.

    ``columns`` maps our column name to the supplier's: ``age = "LEEFTIJD"``, with the
    table in front where more tables have that column (``"persons.LEEFTIJD"``). Keys and
    codes may be put together of several columns: ``"YEAR + NUMBER"``; codes then read
    ``"1+2"``, with nothing where a column is empty.
    ``codes`` maps the supplier's code to ours per column; the key ``"*"`` stands for
    every code not named, and an empty string says that the code means unknown. Numbers
    and dates may have codes too: ``98 = ""``.
    ``empty`` says per column of ours what an empty cell means, and a person without a
    row in a joined file; unknown if nothing is said. A benefits export lists receivers
    only: ``benefit = "none"``.
    ``whole_households`` says that every member of each household is in the extract,
    natives and children too, so that household size, children and partners can be
    counted where they are not told; CBS tables hold whole households by nature.
    ``extra`` names supplier's columns to keep for drill-down, with a heading each.
    """

    layout: Literal["person", "cbs"]
    tables: dict[str, Annotated[Table, BeforeValidator(_table)]]
    format: Literal["csv", "parquet", "sav", "xlsx"] | None = None
    encoding: str | None = None
    delimiter: str | None = Field(default=None, min_length=1, max_length=1)
    decimal: Literal[",", "."] | None = None
    date_format: str | None = None
    columns: dict[str, str] = {}
    codes: dict[str, dict[str, str]] = {}
    empty: dict[str, str] = {}
    extra: dict[str, str] = {}
    whole_households: bool = False


class Population(Frozen):
    """Who is studied."""

    definition: Literal["born_abroad", "foreign_nationality", "either"]
    arrived_since: int | None = Field(default=None, ge=1900, le=2100)
    minimum_age: int = Field(default=16, ge=0, le=120)
    maximum_age: int | None = Field(default=None, ge=0, le=120)


class Features(Frozen):
    """Which features take part, and other bands than the usual ones.

    ``bands.<feature>`` is a list of lower edges of the second and later bands, or a
    whole number: that many bands of about equal size, with edges rounded.
    """

    use: tuple[str, ...] | None = None
    drop: tuple[str, ...] = ()
    bands: dict[str, tuple[float, ...] | int] = {}


class Clustering(Frozen):
    """How people are clustered, and how that is put to the test.

    ``stability_samples`` halves of the people are clustered again to see which clusters
    come back; 0 leaves that out, and then nothing is known of it and nothing withheld.
    ``compare_with_noise`` asks whether there are clusters at all.
    """

    method: Literal["latent_class", "kmeans", "hdbscan", "ward"] = "latent_class"
    clusters: int | Literal["auto"] = "auto"
    minimum: int = Field(default=2, ge=1, le=50)
    maximum: int = Field(default=12, ge=1, le=50)
    starts: int = Field(default=20, ge=1, le=1000)
    seed: int = Field(ge=0, lt=2**32)
    min_probability: float = Field(default=0.5, ge=0, lt=1)
    stability_samples: int = Field(default=100, ge=0, le=1000)
    compare_with_noise: bool = True
    sensitive_features_reason: str | None = Field(default=None, min_length=20)

    @model_validator(mode="after")
    def _range(self) -> Clustering:
        if self.minimum > self.maximum:
            raise misfit(
                "minimum is larger than maximum", "minimum is groter dan maximum"
            )
        if isinstance(self.clusters, int) and not 1 <= self.clusters <= 50:
            raise misfit(
                'clusters must be a number from 1 to 50, or "auto"',
                'clusters moet een getal van 1 tot en met 50 zijn, of "auto"',
            )
        return self


class NameOverride(Frozen):
    """A name given by hand to the cluster that looks like ``match``.

    ``match`` maps features to categories; the name goes to the one cluster in which
    they are most over-represented together. Numbers permute between runs, looks do not.
    """

    name: str = Field(min_length=3, max_length=80)
    match: dict[str, str] = Field(min_length=1)


class Labels(Frozen):
    """Names that people chose over the generated ones."""

    override: tuple[NameOverride, ...] = ()


class Report(Frozen):
    """What the report shows besides the clusters themselves.

    ``previous`` is the last edition, to tell what changed: its report folder, or its
    processed folder to match clusters by the people who are in both.
    """

    drilldown: tuple[str, ...] = ()
    maps: Path | None = None
    previous: Path | None = None
    audience: Literal["openbaar", "intern"] = "openbaar"
    style: Style = Style()


class Study(Frozen):
    """One study file."""

    study: StudyInfo
    extract: Extract
    population: Population
    clustering: Clustering
    features: Features = Features()
    labels: Labels = Labels()
    report: Report = Report()
    perspectives: Perspectives = Perspectives()

    @property
    def has_whole_households(self) -> bool:
        """Whether every member of each household is in the extract."""
        return self.extract.whole_households or self.extract.layout == "cbs"
