"""The values that a page keeps for its script, as texts and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.disclosure.exit.decoded import Listing


def values_in(content: Any) -> Iterator[str | Listing]:  # noqa: ANN401 - any JSON value
    """Yield every text, and every table as a whole: a header and rows."""
    match content:
        case {"header": [*header], "rows": [*rows]} if len(content) == 2:
            yield [_cells(row) for row in (header, *rows)]
        case dict():
            for name, value in content.items():
                yield str(name)
                yield from values_in(value)
        case list():
            for value in content:
                yield from values_in(value)
        case None | bool():
            return
        case _:
            yield str(content)


def _cells(row: list[Any]) -> list[str]:
    return ["" if cell is None else str(cell) for cell in row]
