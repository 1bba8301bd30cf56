"""What a feature means to a reader: the entries of the report's data dictionary."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from clusters.schema.column import Code, Theme
from clusters.schema.text import Text

# Two answers that look alike and are not: nobody knows; the question makes no sense.
UNKNOWN = "unknown"
NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True)
class FeatureMeaning:
    """A feature as it is shown: heading, theme and every category in its order.

    ``ordered`` tells that the categories run from low to high; ``clustered`` that
    people were clustered on it (otherwise it only describes them).
    """

    name: str
    theme: Theme
    meaning: Text
    categories: tuple[Code, ...]
    ordered: bool = False
    clustered: bool = True

    def category(self, code: str) -> Text:
        """Return the wording of an answer; a KeyError says it is not ours."""
        if code == UNKNOWN:
            return Text("onbekend", "unknown")
        return {each.code: each.meaning for each in self.categories}[code]

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
                "categories": tuple(
                    Code(each["code"], Text(**each["meaning"]))
                    for each in content["categories"]
                ),
            }
        )
