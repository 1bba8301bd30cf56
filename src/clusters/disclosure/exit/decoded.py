"""What stands in a file once everything that is packed in it is unpacked."""

from __future__ import annotations

from dataclasses import dataclass

from clusters.errors import DisclosureError

# A header and rows, all of text; an empty text is no number.
Listing = list[list[str]]


@dataclass(frozen=True)
class Piece:
    """A text that stands together, and where; of a row the cells, in their order.

    A piece ``around`` the text is no part of it: a running head, a bookmark, the name
    of a part. ``page`` is the page that it is on or leads to, where it tells that.
    """

    where: str
    cells: tuple[str, ...]
    around: bool = False
    page: int = 0


@dataclass(frozen=True)
class Decoded:
    """A file, unpacked.

    Parameters
    ----------
    pieces
        Every text that somebody could read in it: shown, spoken or hidden.
    amounts
        Rows of numbers that are kept as numbers, such as those of a sheet.
    listings
        Whole tables, each with its header, to be held against a released one.
    streams
        All bytes, decompressed, for who looks for a name or a key.
    told
        What the file says of itself: title, maker, dates, by the name of the field.
    pages
        How many numbered pages it has.
    """

    pieces: tuple[Piece, ...] = ()
    amounts: tuple[tuple[str, tuple[float, ...]], ...] = ()
    listings: tuple[Listing, ...] = ()
    streams: tuple[bytes, ...] = ()
    told: tuple[tuple[str, str], ...] = ()
    pages: int = 0


def refusal(file: str, rule: str, en: str, nl: str) -> DisclosureError:
    """Return the refusal of a report: the file and the rule, never what stood there."""
    return DisclosureError(
        f"{file}: {en} ({rule}). The report is not written.",
        f"{file}: {nl} ({rule}). Het rapport wordt niet geschreven.",
    )
