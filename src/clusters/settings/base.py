"""What every section of a settings file is."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError


def misfit(en: str, nl: str) -> PydanticCustomError:
    """Return what a validator of ours raises: the problem in both languages."""
    return PydanticCustomError("misfit", "{en}", {"en": en, "nl": nl})


class Frozen(BaseModel):
    """A section: unknown keys are refused, values never change afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
