"""What kind a delivered file is, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.errors import ExtractError
from clusters.extracts.readers.packed import packed_name
from clusters.schema import Text

if TYPE_CHECKING:
    from pathlib import Path

_BY_SUFFIX = {
    ".csv": "csv",
    ".csv.gz": "csv",
    ".tsv": "csv",
    ".tsv.gz": "csv",
    ".txt": "csv",
    ".txt.gz": "csv",
    ".asc": "csv",
    ".parquet": "parquet",
    ".sav": "sav",
    ".zsav": "sav",
    ".dta": "dta",
    ".sas7bdat": "sas7bdat",
    ".xlsx": "xlsx",
    ".ods": "ods",
    ".duckdb": "duckdb",
    ".gpkg": "gpkg",
}
_ZIP = ".zip"
# What people have besides, and what their program can save it as.
_INSTEAD = {
    ".xls": ".xlsx",
    ".xlsb": ".xlsx",
    ".xlsm": ".xlsx",
    ".por": ".sav",
    ".mdb": ".csv",
    ".accdb": ".csv",
    ".dbf": ".csv",
    ".rds": ".parquet",
    ".rdata": ".parquet",
    ".xpt": ".csv",
    ".json": ".csv",
    ".xml": ".csv",
    ".7z": ".zip",
    ".rar": ".zip",
}
SUFFIXES = (*_BY_SUFFIX, _ZIP)

_NAME_IT = Text(
    "Geef het bestand de naam die erbij hoort, of zet 'format' bij deze tabel.",
    "Give the file the name that belongs to it, or set 'format' for this table.",
)
_ASK = Text("Vraag om .csv of .xlsx.", "Ask for .csv or .xlsx.")
# How a file starts, in small letters; the formats that may start so; what it is; and
# what to do. A file of Stata starts with a tag too.
_STARTS = (
    (
        b"\xd0\xcf\x11\xe0",
        (),
        Text(
            "een oude werkmap (.xls) of een met een wachtwoord",
            "an old workbook (.xls) or one with a password",
        ),
        Text(
            "Bewaar het als .xlsx zonder wachtwoord.",
            "Save it as .xlsx without a password.",
        ),
    ),
    (b"%pdf", (), Text("een PDF", "a PDF"), _ASK),
    (b"<stata_dta>", ("dta",), Text("een bestand van Stata", "a Stata file"), _NAME_IT),
    (b"<", ("dta",), Text("een webpagina of XML", "a web page or XML"), _ASK),
    (
        b"pk\x03\x04",
        ("xlsx", "ods"),
        Text("een werkmap of .zip", "a workbook or .zip"),
        _NAME_IT,
    ),
    (b"par1", ("parquet",), Text("een Parquet-bestand", "a Parquet file"), _NAME_IT),
    (b"$fl", ("sav",), Text("een bestand van SPSS", "an SPSS file"), _NAME_IT),
)


def is_read(file: Path) -> bool:
    """Whether a file is of a kind that is read, by its name."""
    return file.name.lower().endswith(SUFFIXES)


def format_of(file: Path) -> str:
    """Return the format of a file; another name than those known is refused."""
    name = file.name.lower()
    if name.endswith(_ZIP):
        name = packed_name(file).lower()
    for suffix, kind in _BY_SUFFIX.items():
        if name.endswith(suffix):
            return kind
    instead = _INSTEAD.get(file.suffix.lower())
    en = f"Save it as {instead}.\n" if instead else ""
    nl = f"Bewaar het als {instead}.\n" if instead else ""
    raise ExtractError(
        f"{file}: files of this kind are not read.\n"
        f"{en}Read are: {', '.join(SUFFIXES)}.\n"
        "If it is one of these under another name, set 'format' for this table.",
        f"{file}: dit soort bestand wordt niet gelezen.\n"
        f"{nl}Gelezen worden: {', '.join(SUFFIXES)}.\n"
        "Is het er een van onder een andere naam, zet dan 'format' bij deze tabel.",
    )


def is_packed(file: Path) -> bool:
    """Whether a file holds a table packed, by its name."""
    return file.name.lower().endswith((_ZIP, ".gz"))


def refuse_other_kind(file: Path, kind: str) -> None:
    """Refuse a file of which the first bytes show that it is of another kind.

    People rename files, and programs give a page or an old workbook the name of a
    table; what a reader then says of it helps nobody.
    """
    with file.open("rb") as opened:
        start = opened.read(512).removeprefix(b"\xef\xbb\xbf").lstrip()
    for known, fine, what, do in _STARTS:
        if start.lower().startswith(known) and kind not in fine:
            raise ExtractError(
                f"{file}: this is {what.en}, not what its name or 'format' says.\n"
                f"{do.en}",
                f"{file}: dit is {what.nl}, niet wat de naam of 'format' zegt.\n"
                f"{do.nl}",
            )
