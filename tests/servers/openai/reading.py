"""A model's view of a prompt: the question, and the numbered sentences."""

import re
from dataclasses import dataclass
from typing import Any

_NUMBERED = re.compile(r"^\[(\d+)\](?: \(said by [^)]*\))? (.*)$", re.MULTILINE)
_CLAIM = re.compile(r"^  \{(\d+)\} (.*?) \| (.*?) \| (.*)$", re.MULTILINE)
_QUESTION = re.compile(r"<question[^>]*>\n(.*?)\n</question", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Material:
    """What the prompt asks, and what it may be answered from."""

    question: str
    sentences: dict[int, str]
    claims: dict[int, tuple[str, str, str]]
    """Speaker, what they do, and the words."""
    instructions: str
    outside: str
    """Everything that came from readers and articles."""


def read_material(messages: list[dict[str, Any]]) -> Material:
    """The first question and its sentences in a request's messages."""
    system = "\n".join(_text(m) for m in messages if m["role"] in ("system", "developer"))
    asked = "\n".join(_text(m) for m in messages if m["role"] == "user")
    question = _QUESTION.search(asked)
    return Material(
        question=question[1] if question else asked,
        sentences={int(number): text for number, text in _NUMBERED.findall(asked)},
        claims={int(n): (who, does, said) for n, who, does, said in _CLAIM.findall(asked)},
        instructions=system,
        outside=asked,
    )


def _text(message: dict[str, Any]) -> str:
    content = message.get("content") or ""
    if isinstance(content, str):
        return content
    return "".join(part.get("text", "") for part in content)
