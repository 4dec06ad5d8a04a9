"""The prompts: a Markdown file each, named for its job, and the loader."""

from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path
from string import Template

_FOLDER = Path(__file__).parent


class PromptError(Exception):
    """A prompt file and the code that renders it do not fit each other: a fault of the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A template in plain prose, with `$name` where a value goes.

    Attributes:
        name: The file's name without its ending.
        names: Every `$name` in it.
    """

    name: str
    template: Template
    names: frozenset[str]

    def render(self, **values: str) -> str:
        """The text with every name replaced; what the values hold is not looked into.

        Raises:
            PromptError: A name has no value, or a value no name.
        """
        if values.keys() != self.names:
            raise PromptError(_difference(self.name, self.names, values.keys()))
        return self.template.substitute(values).strip()


def load_prompt(name: str, names: Set[str], folder: Path = _FOLDER) -> Prompt:
    """Read `NAME.md` and check that it asks for exactly *names*.

    Raises:
        PromptError: There is no such file, it has a stray `$`, or it asks for other names.
    """
    path = folder / f"{name}.md"
    if not path.is_file():
        raise PromptError(f"There is no prompt {path.name}.")
    template = Template(path.read_text(encoding="utf-8"))
    if not template.is_valid():
        raise PromptError(f"{path.name} has a $ that starts no name; write $$ for the sign.")
    found = frozenset(template.get_identifiers())
    if found != names:
        raise PromptError(_difference(name, found, names))
    return Prompt(name=name, template=template, names=found)


def _difference(name: str, asked: Set[str], given: Set[str]) -> str:
    missing = ", ".join(sorted(asked - given)) or "nothing"
    spare = ", ".join(sorted(given - asked)) or "nothing"
    return f"{name}.md asks for what it is not given ({missing}) and is given too much ({spare})."
