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

from clusters.schema import Language, Text
from clusters.settings.base import Frozen, misfit
from clusters.settings.extract import Extract
from clusters.settings.history import History
from clusters.settings.maps import Maps, one_file
from clusters.settings.national import National
from clusters.settings.origins import Origins
from clusters.settings.perspectives import Perspectives
from clusters.settings.published import Published
from clusters.settings.register import Register
from clusters.settings.style import Style

# A name becomes a folder name on three operating systems.
_FOLDER_NAME = r"^[a-z0-9][a-z0-9-]{0,59}$"
# Our choice: two lines on the cover. A title of pages cannot be set at the head of one.
_LONGEST = 120


class StudyInfo(Frozen):
    """What the study is called and on which day it looks.

    ``place`` and ``country`` are how readers know them, in the study's language, and
    ``nationality`` is what having that of the country is called: "Dutch nationality".
    """

    name: str = Field(pattern=_FOLDER_NAME)
    reference_date: date
    title: str | None = Field(default=None, max_length=_LONGEST)
    place: str | None = Field(default=None, max_length=_LONGEST)
    country: str | None = Field(default=None, max_length=_LONGEST)
    nationality: str | None = Field(default=None, max_length=_LONGEST)
    municipality: str | None = Field(default=None, pattern=r"^[0-9]{4}$")
    language: Language = "nl"
    currency: str = Field(default="€", max_length=5)

    @property
    def nationality_elsewhere(self) -> Text | None:
        """What having the nationality of the country is called; none at home.

        Home is the Netherlands, of which texts speak where a study says nothing.
        """
        if self.nationality is not None:
            return Text(self.nationality, self.nationality)
        if self.country is None:
            return None
        return Text(
            f"nationaliteit van {self.country}", f"nationality of {self.country}"
        )


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
    ``compare_with_noise`` asks whether there are clusters at all. ``together``
    are pairs of features that go together within clusters, such as the number of
    children and the size of the household, for the latent class model only: such a pair
    counts once, and neither needs to be dropped. "auto" learns them from the answers.
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
    together: tuple[tuple[str, str], ...] | Literal["auto"] = "auto"

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
        pairs = () if self.together == "auto" else self.together
        if _has_circle(pairs):
            raise misfit(
                "together: pairs may hang together but form no circle",
                "together: paren mogen aan elkaar vastzitten, maar geen kring vormen",
            )
        if pairs and self.method != "latent_class":
            raise misfit(
                'together goes with method = "latent_class" only',
                'together hoort alleen bij method = "latent_class"',
            )
        return self


def _has_circle(pairs: tuple[tuple[str, str], ...]) -> bool:
    """Whether following pairs can lead back to where one began."""
    group: dict[str, str] = {}
    for one, other in pairs:
        first, second = (group.get(name, name) for name in (one, other))
        if first == second:
            return True
        joined = {name for name, of in group.items() if of == second} | {second, other}
        group |= dict.fromkeys({one, first} | joined, first)
    return False


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
    processed folder to match clusters by the people who are in both. ``papers`` is
    what only the municipality can say, for the drafts of its register and DPIA.
    """

    drilldown: tuple[str, ...] = ()
    maps: Annotated[Maps | None, BeforeValidator(one_file)] = None
    national: tuple[National, ...] = ()
    previous: Path | None = None
    audience: Literal["openbaar", "intern"] = "openbaar"
    style: Style = Style()
    papers: Register = Register()


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
    history: History = History()
    published: Published = Published()
    origins: Origins | None = None

    @model_validator(mode="after")
    def _other_years(self) -> Study:
        if self.study.reference_date.year in self.history.files:
            raise misfit(
                "history.files: the year of the reference date is the extract itself",
                "history.files: het jaar van de peildatum is de levering zelf",
            )
        return self

    @model_validator(mode="after")
    def _weights_go_with(self) -> Study:
        """Refuse beside weights what would be told of persons as if they were all."""
        if not self.extract.is_weighted:
            return self
        without = {
            'layout = "cbs"': self.extract.layout == "cbs",
            'method = "hdbscan"': self.clustering.method == "hdbscan",
            "[report] maps": self.report.maps is not None,
            "[report] previous": self.report.previous is not None,
            "[history]": bool(self.history.files),
            "[published]": bool(self.published.files),
        }
        wrong = ", ".join(name for name, is_set in without.items() if is_set)
        if wrong:
            raise misfit(
                f"extract.weight: {wrong} cannot be weighted; leave one of the two out",
                f"extract.weight: {wrong} kan niet gewogen worden; laat een van beide "
                "weg",
            )
        return self

    @property
    def has_whole_households(self) -> bool:
        """Whether every member of each household is in the extract."""
        return self.extract.whole_households or self.extract.layout == "cbs"
