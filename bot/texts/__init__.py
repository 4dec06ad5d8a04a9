"""The bot's words: a Fluent file a language, all with the same keys."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

from bot.texts.bidi import isolate, turns

LANGUAGES = ("en", "es", "ru", "uk", "ar", "de", "fr", "pt")
EXAMPLES = ("example-1", "example-2", "example-3")
"""Keys of the questions that a newcomer may try on the shipped article."""

_FALLBACK = "en"
_RIGHT_TO_LEFT = frozenset({"ar"})
_RIGHT_MARK = "\u200f"

_FIRST_PLACE = 0xE000
"""Private-use characters hold the places of foreign values while Fluent fills in the rest."""

_PLACE = re.compile("([\ue000-\ue0ff])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a filled-in text; *name* is the variable it stands for, "" for our words."""

    text: str
    name: str = ""


class Texts:
    """The bot's words in one language: `texts("key", name=value)`.

    Values that could turn the direction of the words around them are isolated; on a right-to-left
    page all are. Fluent's own isolates are off, as a value could step out of them.
    """

    def __init__(self, language: str, bundle: FluentBundle) -> None:
        self.language = language
        self.right_to_left = language in _RIGHT_TO_LEFT
        self._bundle = bundle

    def __call__(self, key: str, **values: str | int) -> str:
        """The words for *key*. Numbers choose the plural; strings are foreign text.

        Raises:
            LookupError: No such key, or a variable without a value.
        """
        return "".join(part.text for part in self.parts(key, **values))

    def parts(self, key: str, **values: str | int) -> tuple[Part, ...]:
        """The same in pieces, so that a value can be styled where it stands.

        Raises:
            LookupError: As for a call.
        """
        foreign = {name: value for name, value in values.items() if isinstance(value, str)}
        places = {chr(_FIRST_PLACE + n): name for n, name in enumerate(foreign)}
        filled = self._fill(key, values | {name: place for place, name in places.items()})
        pieces = [piece for piece in _PLACE.split(filled) if piece]
        return tuple(
            Part(text=self.contain(foreign[places[piece]]), name=places[piece])
            if piece in places
            else Part(text=piece)
            for piece in pieces
        )

    def contain(self, value: str) -> str:
        """A foreign *value* as it may stand within a line of ours."""
        return isolate(value) if self.right_to_left or turns(value) else value

    @property
    def line_mark(self) -> str:
        """Begins a line of ours, so that it runs our way whatever foreign text it begins with."""
        return _RIGHT_MARK if self.right_to_left else ""

    def _fill(self, key: str, values: dict[str, str | int]) -> str:
        message = self._bundle.get_message(key)
        if message.value is None:
            raise LookupError(f"{key} has no words in {self.language}")
        filled, errors = self._bundle.format_pattern(message.value, values)
        if errors:
            raise LookupError(f"{key} in {self.language}: {errors[0]}")
        return str(filled)


def load_texts(language: str) -> Texts:
    """The words for an IETF tag such as `pt-BR`; English where we do not speak the language."""
    code = re.split("[-_]", language.lower())[0]
    return _load(code if code in LANGUAGES else _FALLBACK)


@cache
def _load(code: str) -> Texts:
    bundle = FluentBundle([code], use_isolating=False)
    bundle.add_resource(FluentResource(read_words(code)))
    return Texts(code, bundle)


def read_words(code: str) -> str:
    """The Fluent files of one language as they stand: for readers, and for operators."""
    folder = files(__package__)
    names = (f"{code}.ftl", f"operators.{code}.ftl")
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names)
