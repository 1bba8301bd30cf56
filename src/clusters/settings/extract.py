"""The delivered files: where they lie, and how their names and codes map to ours."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from clusters.schema import Kind, names_of
from clusters.schema.codelists import Notation
from clusters.settings.base import Frozen, misfit

FileFormat = Literal[
    "csv", "parquet", "sav", "dta", "sas7bdat", "xlsx", "ods", "duckdb", "gpkg"
]
_Row = Annotated[int, Field(ge=1)]


class Table(Frozen):
    """One delivered file and how it hangs on the table of persons.

    Parameters
    ----------
    file
        Where it lies. A folder, or a pattern with ``*``, stands for all files in it
        together; a folder called ``YEAR=2019`` gives its files a column ``YEAR``.
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
    header
        Row with the column names, counted from 1, where it is not the first that looks
        like one. More rows make names together: a cell that is merged with those to
        its right holds for all of them.
    skip, footer
        Rows under the header and at the end of the file that are no data.
    row_number
        Name of a column to add, with the number of each row: a key where none is.
    database, table, only
        Instead of a file: the environment variable that holds the address of a
        database, and the table or view in it (``"brp.personen"``); ``table`` also
        names one in a DuckDB file, or a layer of a GeoPackage. Of its rows ``only``
        those with these values are asked for: ``{ gemeente = "0772" }``.
    labels
        Read the value labels of SPSS and Stata in place of the codes.
    """

    file: Path = Path()
    key: str | None = None
    joins: str | None = None
    by: str | None = None
    drop_last: int = Field(default=0, ge=0)
    relation: Literal["one_to_one", "many_to_one"] = "many_to_one"
    rows: int | None = Field(default=None, ge=0)
    format: FileFormat | None = None
    encoding: str | None = None
    delimiter: str | None = Field(default=None, min_length=1, max_length=1)
    decimal: Literal[",", "."] | None = None
    sheet: str | None = None
    header: _Row | tuple[_Row, ...] | None = None
    skip: int = Field(default=0, ge=0)
    footer: int = Field(default=0, ge=0)
    row_number: str | None = Field(default=None, min_length=1)
    labels: bool = False
    database: str | None = Field(default=None, pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")
    table: str | None = None
    only: dict[str, str | tuple[str, ...]] = {}

    @model_validator(mode="after")
    def _somewhere(self) -> Table:
        if (self.file == Path()) == (self.database is None):
            raise misfit(
                "give either a file or a database", "geef een file of een database"
            )
        if self.database and not self.table:
            raise misfit("database: which table?", "database: welke table?")
        return self

    @property
    def header_rows(self) -> tuple[int, ...]:
        """The rows that hold the column names; none if they are looked for."""
        if self.header is None:
            return ()
        rows = (self.header,) if isinstance(self.header, int) else self.header
        return tuple(sorted(rows))


class Scale(Frozen):
    """How a delivered number becomes ours: times ``factor``, by ``divisor``, plus."""

    factor: float = 1
    divisor: float = Field(default=1, gt=0)
    offset: float = 0


class Coordinates(Frozen):
    """The columns that hold where people live: the area is that of ``report.maps``.

    ``x`` is to the east and ``y`` to the north: on the Dutch grid (``crs = 28992``) in
    metres, else longitude and latitude (``crs = 4326``); the numbers tell which, where
    nothing is said. A GeoPackage of points, joined by a key, has them as ``x`` and
    ``y``. They are not kept; the code of the area is.
    """

    x: str = Field(min_length=1)
    y: str = Field(min_length=1)
    crs: Literal[28992, 4326] | None = None


def named_file(value: object) -> object:
    """Let ``persons = "file.csv"`` stand for ``persons = {file = "file.csv"}``."""
    return {"file": value} if isinstance(value, str) else value


NamedTable = Annotated[
    Table, BeforeValidator(named_file, json_schema_input_type=Table | str)
]


class Extract(Frozen):
    """The delivered files and how their names and codes map to ours.

    ``columns`` maps our column name to the supplier's: ``age = "LEEFTIJD"``, with the
    table in front where more tables have that column (``"persons.LEEFTIJD"``). Keys and
    codes may be put together of several columns: ``"YEAR + NUMBER"``; codes then read
    ``"1+2"``, with nothing where a column is empty.
    ``codes`` maps the supplier's code to ours per column; the key ``"*"`` stands for
    every code not named, and an empty string says that the code means unknown. Numbers
    and dates may have codes too: ``98 = ""``.
    ``scale`` turns numbers of another unit into ours: ``wage = { divisor = 12 }`` for a
    wage a year. ``date_format`` is as in ``strptime``, or ``"excel"`` for the numbers
    by which Excel counts days; for all dates, or for each column its own.
    ``lists`` says in which notation a column of countries or nationalities is, where
    its values do not show it: ``birth_country = "name"``.
    ``empty`` says per column of ours what an empty cell means, and a person without a
    row in a joined file; unknown if nothing is said. A benefits export lists receivers
    only: ``benefit = "none"``.
    ``whole_households`` says that every member of each household is in the extract,
    natives and children too, so that household size, children and partners can be
    counted where they are not told; CBS tables hold whole households by nature.
    ``extra`` names supplier's columns to keep for drill-down, with a heading each.
    ``coordinates`` says where people live, in place of a column ``neighbourhood``.
    ``last_year`` is the year in which the last person arrived, of an extract that holds
    only people who came long before the reference date.
    ``weight`` is the supplier's column with how many people each person of a sample
    stands for. Then all that is shown is an estimate; every threshold stays on persons.
    """

    layout: Literal["person", "cbs"]
    tables: dict[str, NamedTable]
    format: FileFormat | None = None
    encoding: str | None = None
    delimiter: str | None = Field(default=None, min_length=1, max_length=1)
    decimal: Literal[",", "."] | None = None
    date_format: str | dict[str, str] | None = None
    columns: dict[str, str] = {}
    codes: dict[str, dict[str, str]] = {}
    scale: dict[str, Scale] = {}
    lists: dict[str, Notation] = {}
    empty: dict[str, str] = {}
    extra: dict[str, str] = {}
    coordinates: Coordinates | None = None
    weight: str | None = Field(default=None, min_length=1)
    last_year: int | None = Field(default=None, ge=1900, le=2100)
    whole_households: bool = False

    @model_validator(mode="before")
    @classmethod
    def _weight_is_a_column(cls, told: Any) -> Any:  # noqa: ANN401 - not yet checked
        """Read the weight as any other column of ours."""
        if not isinstance(told, dict) or not isinstance(told.get("weight"), str):
            return told
        columns = told.get("columns", {})
        if not isinstance(columns, dict):
            return told
        return {**told, "columns": {**columns, "weight": told["weight"]}}

    @property
    def is_weighted(self) -> bool:
        """Whether persons stand for others, as in a sample."""
        return "weight" in self.columns

    def date_format_of(self, column: str) -> str | None:
        """Return the format of the dates in a column of ours, if one is set."""
        if isinstance(self.date_format, dict):
            return self.date_format.get(column)
        return self.date_format

    @model_validator(mode="after")
    def _known(self) -> Extract:
        dated = self.date_format if isinstance(self.date_format, dict) else {}
        for told, kind in ((self.scale, Kind.NUMBER), (dated, Kind.DATE)):
            wrong = sorted(set(told) - set(names_of(kind)))
            if wrong:
                names, fit = ", ".join(wrong), ", ".join(names_of(kind))
                raise misfit(
                    f"scale and date_format: {names} cannot be set; only {fit}",
                    f"scale en date_format: {names} kan niet; alleen {fit}",
                )
        if self.layout == "cbs" and dated:
            raise misfit(
                "date_format: the tables of CBS have one format",
                "date_format: de tabellen van het CBS hebben één notatie",
            )
        return self

    @model_validator(mode="after")
    def _placed(self) -> Extract:
        at = self.coordinates
        if at is None:
            return self
        if self.layout == "cbs":
            raise misfit(
                "coordinates: the tables of CBS have none, but codes of areas",
                "coordinates: de tabellen van het CBS hebben die niet, wel gebieden",
            )
        if "neighbourhood" in self.columns:
            raise misfit(
                "coordinates and columns.neighbourhood both give the neighbourhood; "
                "leave one out",
                "coordinates en columns.neighbourhood geven beide de buurt; laat een "
                "ervan weg",
            )
        if {at.x, at.y} & {*self.extra}:
            raise misfit(
                "coordinates point at a house and cannot be in extra",
                "coördinaten wijzen een huis aan en kunnen niet in extra staan",
            )
        return self
