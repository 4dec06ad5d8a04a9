"""Finding the answers that a new version of an article makes wrong."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.journal.corrections import Corrections, CorrectionState, KeptCorrection, QuotedPlace
from bot.touched import Touched, now_reads, touch
from knowledge.errors import ArticleNotFoundError
from knowledge.library.catalogue import Catalogue
from knowledge.text.article import Article
from knowledge.text.passage import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a new version changed in what readers were given.

    Attributes:
        article: The version as it is now.
        touched: Each quote once.
        answers: Those that gave them.
    """

    id: int
    article: Article
    touched: tuple[Touched, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proofreader:
    """Compares what was given with what the archive has now. May block; called in a thread.

    Attributes:
        bot: The bot's own number.
    """

    catalogue: Catalogue
    corrections: Corrections
    bot: int

    def look(self) -> None:
        """Note each new version that touches quotes, once."""
        live = {one.id: one.version for one in self.catalogue.summaries()}
        for article_id in self.corrections.quoted_before(self.bot, live):
            article = self.catalogue.article(article_id)
            touched = any(True for _ in self._touched(article))
            state = CorrectionState.OPEN if touched else CorrectionState.UNTOUCHED
            self.corrections.note(self.bot, article_id, article.version, state)

    def open(self) -> tuple[KeptCorrection, ...]:
        """Those that wait for an operator."""
        return self.corrections.open(self.bot)

    def read(self, kept: KeptCorrection) -> Correction | None:
        """What it is about, as things are now; None where nothing is left to correct."""
        try:
            article = self.catalogue.article(kept.article_id)
        except ArticleNotFoundError:
            return None
        found = list(self._touched(article))
        if not found:
            return None
        return Correction(
            id=kept.id,
            article=article,
            touched=tuple(dict.fromkeys(touched for _, touched in found)),
            answers=tuple(dict.fromkeys(place.answer_id for place, _ in found)),
        )

    def _touched(self, article: Article) -> Iterator[tuple[QuotedPlace, Touched]]:
        """Quotes that are not as they were, nor as the last correction told."""
        known = self.corrections.dealt_with(self.bot, article.id)
        last = self.catalogue.article(article.id, known) if known else None
        seen: dict[tuple[int, Span], Touched | None] = {}
        for place in self.corrections.quotes_of(self.bot, article.id):
            key = (place.version, place.span)
            if place.version < article.version and key not in seen:
                old = self.catalogue.article(article.id, place.version)
                seen[key] = _touch_since(place.span, old, last, article)
            if touched := seen.get(key):
                yield place, touched


def _touch_since(span: Span, old: Article, last: Article | None, new: Article) -> Touched | None:
    """What became of a quote, if that was not told already when *last* was new."""
    touched = touch(span, old, new)
    if touched is None or last is None or last.version <= old.version:
        return touched
    return None if now_reads(span, old, last) == touched.now else touched
