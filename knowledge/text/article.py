"""An article as the operator gave it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is known of where an article comes from; an empty string means not given.

    Attributes:
        label: What the article is called where it has no title: its file's name in words.
        published: An ISO 8601 date, or date and time.
        modified: The same of its last change, where it is said to have been changed.
        language: ISO 639-1 code, given by the operator or identified from the text.
    """

    label: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    modified: str = ""
    url: str = ""
    language: str = ""

    @property
    def name(self) -> str:
        """The title, or else the label."""
        return self.title or self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One version of one article. Its text is what is shown, character for character.

    Attributes:
        id: Stable identifier, the same for all versions.
        version: 1 for the first text at this address, then counting up.
    """

    id: str
    version: int
    text: str
    source: Source
