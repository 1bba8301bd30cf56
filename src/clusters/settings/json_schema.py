"""The JSON Schema of a study file, for editors that know TOML.

Even Better TOML (VS Code) and taplo find it by the first line of a study file:
``#:schema ./study.schema.json``.
"""

from __future__ import annotations

import json

from pydantic.json_schema import GenerateJsonSchema

from clusters.schema import COLUMNS
from clusters.settings.study import Study


def study_schema() -> str:
    """Return the schema as text, the same for the same version of this library."""
    schema = Study.model_json_schema()
    schema["$schema"] = GenerateJsonSchema.schema_dialect
    schema["title"] = "stadsclusters"
    columns = schema["$defs"]["Extract"]["properties"]["columns"]
    # our columns by name, so that an editor completes them and says what they mean;
    # the layout of CBS has other names, so these are not forbidden
    columns["properties"] = {
        each.name: {"type": "string", "description": each.meaning.nl}
        for each in COLUMNS
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
