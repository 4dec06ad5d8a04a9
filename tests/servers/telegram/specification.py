"""The Bot API's methods and types, as `bot_api.json` lists them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.servers.telegram.errors import RefusedError

_FILE = Path(__file__).with_name("bot_api.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The fields of a type, or the parameters of a method, each with the types it may have.

    Attributes:
        always: Values that tell this type from its siblings (`"type": "emoji"`).
        subtypes: What a value may be instead, if this is only a name for several types.
        returns: What a method answers with.
    """

    name: str
    required: Mapping[str, list[str]]
    optional: Mapping[str, list[str]]
    always: Mapping[str, str]
    subtypes: tuple[str, ...] = ()
    returns: tuple[str, ...] = ()

    def fields(self) -> Iterator[tuple[str, list[str], bool]]:
        """Name, types, and whether it is required."""
        yield from ((name, types, True) for name, types in self.required.items())
        yield from ((name, types, False) for name, types in self.optional.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Specification:
    """All of it. Methods are found by their names in small letters, as Telegram finds them."""

    version: str
    methods: Mapping[str, Shape]
    types: Mapping[str, Shape]
    reactions: frozenset[str]

    def find_method(self, name: str) -> Shape:
        """Find a method whatever the case of its letters.

        Raises:
            RefusedError: There is none.
        """
        try:
            return self.methods[name.lower()]
        except KeyError:
            raise RefusedError(404, "Not Found: method not found") from None

    def expand(self, types: list[str]) -> list[str]:
        """Replace each name for several types by these."""
        flat: list[str] = []
        for name in types:
            shape = self.types.get(name)
            flat += self.expand(list(shape.subtypes)) if shape and shape.subtypes else [name]
        return flat


@cache
def load_specification() -> Specification:
    """Read the file, once."""
    data = json.loads(_FILE.read_text(encoding="utf-8"))
    return Specification(
        version=data["version"],
        methods={name.lower(): _shape(name, row) for name, row in data["methods"].items()},
        types={name: _shape(name, row) for name, row in data["types"].items()},
        reactions=frozenset(data["reactions"]),
    )


def _shape(name: str, row: Mapping[str, Any]) -> Shape:
    return Shape(
        name=name,
        required=row.get("required", {}),
        optional=row.get("optional", {}),
        always=row.get("always", {}),
        subtypes=tuple(row.get("subtypes", ())),
        returns=tuple(row.get("returns", ())),
    )
