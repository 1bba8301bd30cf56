"""What a feature means to a reader: the entries of the report's data dictionary."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from clusters.schema.column import Code, Theme
from clusters.schema.text import Text

# Two answers that look alike and are not: nobody knows; the question makes no sense.
UNKNOWN = "unknown"
NOT_APPLICABLE = "not_applicable"

# Between the first and the last of adjacent bands that are told as one.
_SPAN = ".."


def span_code(first: str, last: str) -> str:
    """Return the code of all bands from one to another."""
    return f"{first}{_SPAN}{last}"


@dataclass(frozen=True)
class FeatureMeaning:
    """A feature as it is shown: heading, theme and every category in its order.

    ``ordered`` tells that the categories run from low to high; ``clustered`` that
    people were clustered on it (otherwise it only describes them). ``spans`` words what
    adjacent bands are together: "less than 3 years".
    """

    name: str
    theme: Theme
    meaning: Text
    categories: tuple[Code, ...]
    ordered: bool = False
    clustered: bool = True
    spans: tuple[Code, ...] = ()

    def category(self, code: str) -> Text:
        """Return the wording of an answer or span; a KeyError says it is not ours."""
        if code == UNKNOWN:
            return Text("onbekend", "unknown")
        told = (*self.categories, *self.spans)
        return {each.code: each.meaning for each in told}[code]

    def answers_in(self, code: str) -> tuple[str, ...]:
        """Return the answers that a code stands for: itself, or the bands of a span."""
        first, is_span, last = code.partition(_SPAN)
        if not is_span:
            return (code,)
        codes = [each.code for each in self.categories]
        return tuple(codes[codes.index(first) : codes.index(last) + 1])

    def to_json(self) -> dict[str, Any]:
        """Return the meaning as JSON values."""
        return {**asdict(self), "theme": self.theme.value}

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> FeatureMeaning:
        """Return the meaning that `to_json` wrote."""
        return cls(
            **{
                **content,
                "theme": Theme(content["theme"]),
                "meaning": Text(**content["meaning"]),
                "categories": _codes(content["categories"]),
                "spans": _codes(content["spans"]),
            }
        )


def _codes(content: list[dict[str, Any]]) -> tuple[Code, ...]:
    return tuple(Code(each["code"], Text(**each["meaning"])) for each in content)
