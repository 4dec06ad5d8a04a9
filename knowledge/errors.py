"""Failures that the project raises on purpose."""


class NewsError(Exception):
    """Base of them all: `str(error)` is one plain sentence for the operator's log or terminal.

    Never holds article text, questions, tokens or keys. What a reader sees is chosen by the
    error's type, in the reader's language (`bot/texts`).
    """


class NotTakenError(NewsError):
    """Something that was to be taken in, and was not.

    Attributes:
        where: What it is: a path, or an address without its secrets.
        why: The rest of the sentence, with what to do.
    """

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


class QuoteNotFoundError(NewsError):
    """Characters were asked for that the article does not have."""

    def __init__(self, article_id: str, version: int, start: int, end: int) -> None:
        super().__init__(f"{article_id!r} version {version} has no quote at {start} to {end}.")


class ArticleNotFoundError(NewsError):
    """No such article, or no such version of it."""

    def __init__(self, article_id: str, version: int | None = None) -> None:
        which = f"version {version} of " if version else ""
        super().__init__(
            f"There is no {which}article {article_id!r}: `whosaid articles` lists them."
        )
