"""Whether OpenAI would accept a JSON schema as strict.

Source: https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
"""

from collections.abc import Iterator
from typing import Any

_ALLOWED = {
    "$defs",
    "$ref",
    "additionalProperties",
    "anyOf",
    "const",
    "description",
    "enum",
    "items",
    "maxItems",
    "maximum",
    "minItems",
    "minimum",
    "pattern",
    "properties",
    "required",
    "title",
    "type",
}


def find_schema_faults(schema: Any, path: str = "root") -> Iterator[str]:
    """What OpenAI would refuse in *schema*, each as a sentence; nothing where it is accepted."""
    if not isinstance(schema, dict):
        yield f"{path} is not an object."
        return
    if path == "root" and schema.get("type") != "object":
        yield "The root must be an object."
    if unknown := schema.keys() - _ALLOWED:
        yield f"{path} uses {sorted(unknown)}, which is not permitted."
    if schema.get("type") == "object":
        yield from _object_faults(schema, path)
    if schema.get("type") == "array" and "items" not in schema:
        yield f"{path} is an array without items."
    for name, inner in _inner(schema):
        yield from find_schema_faults(inner, f"{path}.{name}")


def _object_faults(schema: dict[str, Any], path: str) -> Iterator[str]:
    if schema.get("additionalProperties") is not False:
        yield f"{path}: 'additionalProperties' is required to be supplied and to be false."
    names = set(schema.get("properties", {}))
    if set(schema.get("required", ())) != names:
        yield f"{path}: 'required' must list every key in properties: {sorted(names)}."


def _inner(schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from schema.get("properties", {}).items()
    yield from schema.get("$defs", {}).items()
    yield from ((f"anyOf[{i}]", option) for i, option in enumerate(schema.get("anyOf", ())))
    if "items" in schema:
        yield "items", schema["items"]
