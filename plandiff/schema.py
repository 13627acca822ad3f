"""The JSON Schema of the report, made from the nouns that the report is written from."""

from __future__ import annotations

import inspect
from typing import Any

from msgspec import json

from plandiff import model
from plandiff.model import SCHEMA_VERSION, Comparison


def schema() -> dict[str, Any]:
    """The schema of `plandiff compare --format json`, in JSON Schema 2020-12; its descriptions are those of the nouns.

    Every field is required, because a report writes all of them, null and empty ones too. Fields that a later
    plandiff adds are allowed, as `schema_version` changes only when a field goes or changes its meaning.
    """
    made = json.schema(Comparison)
    for name, noun in made["$defs"].items():
        noun["description"] = inspect.getdoc(getattr(model, name))
        noun["required"] = list(noun["properties"])
        for field in noun["properties"].values():
            field.pop("default", None)
        del noun["additionalProperties"]
    made["$defs"]["Comparison"]["properties"]["schema_version"]["const"] = SCHEMA_VERSION
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "plandiff report", **made}
