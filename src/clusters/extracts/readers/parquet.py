"""Parquet: typed columns, written out as strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from clusters.errors import ExtractError
from clusters.extracts.cells import plain_strings
from clusters.extracts.source import OpenTable, Source
from clusters.store import sha256

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusters.settings import Table

_ROWS_AT_ONCE = 65_536


def open_parquet(name: str, table: Table) -> OpenTable:
    """Open a Parquet file; a cut or damaged one is refused here."""
    try:
        with pq.ParquetFile(table.file) as file:
            rows = file.metadata.num_rows
            columns = tuple(file.schema_arrow.names)
    except (pa.ArrowException, OSError):
        raise _damaged(table) from None
    source = Source(
        table=name,
        file=table.file.name,
        sha256=sha256(table.file),
        rows=rows,
        format="parquet",
        decimal=table.decimal or ".",
    )

    def reading(positions: Sequence[int]) -> Iterator[list[pa.Array]]:
        names = [columns[position] for position in positions]
        try:
            with pq.ParquetFile(table.file, page_checksum_verification=True) as file:
                for batch in file.iter_batches(_ROWS_AT_ONCE, columns=_top(names)):
                    cells = [batch.column(each) for each in names]
                    for values in cells:
                        # Text that is not UTF-8 would only be found further on, by
                        # code that quotes it.
                        values.validate(full=True)
                    yield [
                        plain_strings(values, source, each)
                        for values, each in zip(cells, names, strict=True)
                    ]
        except (pa.ArrowException, OSError):
            raise _damaged(table) from None

    return OpenTable(source, columns, reading, table.rows)


def _top(names: Sequence[str]) -> list[str]:
    """Return each name once, because a column may serve twice."""
    return list(dict.fromkeys(names))


def _damaged(table: Table) -> ExtractError:
    return ExtractError(
        f"{table.file}: this is not a whole Parquet file.\n"
        "It may be cut off or damaged; ask for it again.",
        f"{table.file}: dit is geen heel Parquet-bestand.\n"
        "Het is misschien afgekapt of beschadigd; vraag het opnieuw op.",
    )
