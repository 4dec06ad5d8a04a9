"""Hostile titles, passages and names, and what is made of them, always the same for a seed."""

import random
from dataclasses import dataclass

from bot.cards import make_cards
from bot.claims_pages import render_claims
from bot.pages import Page
from bot.passages import PassageView
from bot.rendering import render_answer, render_passage
from bot.telegram.buttons import Verb
from bot.telegram.picking import Look, list_articles
from bot.texts import LANGUAGES, load_texts
from knowledge.answering.answer import Answer, Statement
from knowledge.text.article import Article, Source
from knowledge.text.claim import Stance
from knowledge.text.passage import Passage
from tests.bot.samples import answer, cite
from tests.bot.telegram.fakes import Shelf
from tests.bot.telegram.fuzzing import NAUGHTY

ADDRESS = "https://coast.example/harbour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Everything that is shown of one hostile article.

    Attributes:
        stored: The words that are quoted from it.
        others: Cards, claims and lists.
    """

    stored: str
    url: str
    answered: tuple[Page, ...]
    opened: tuple[Page, ...]
    others: tuple[Page, ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        """All of it."""
        return (*self.answered, *self.opened, *self.others)


def show_hostile(seed: int) -> Shown:
    """Make an article and an answer from it, and show both on every screen."""
    chance = random.Random(seed)  # noqa: S311 - for tests
    texts = load_texts(chance.choice(LANGUAGES))
    article = hostile_article(chance)
    one = hostile_answer(article, chance)
    quote = one.citations[0].quote
    view = PassageView(
        quote=quote,
        passage=Passage(article_id=article.id, version=1, number=0, start=0, text=article.text),
        source=article.source,
    )
    shelf = Shelf()
    shelf.article, shelf.speakers = article, {"word": hostile(chance)}
    look = Look(head="head", pick=Verb.CLAIMS_OF, turn=Verb.CLAIMS_LIST)
    return Shown(
        stored=quote.text,
        url=article.source.url,
        answered=render_answer(one, texts, asked=hostile(chance)),
        opened=render_passage(view, texts),
        others=(
            *(card.page for card in make_cards(one, texts)),
            *(claims.page for claims in render_claims(shelf.read(article.id), texts)),
            list_articles(shelf.summaries(), 0, look, texts).page,
        ),
    )


def hostile(random_one: random.Random, most: int = 3) -> str:
    """A few naughty strings in a row, around a word that makes it a text."""
    parts = [random_one.choice(NAUGHTY) for _ in range(random_one.randint(1, most))]
    return "".join([*parts, random_one.choice(["word", "слово", "كلمة", "字"])])


def hostile_article(chance: random.Random) -> Article:
    source = Source(
        label=hostile(chance),
        title=hostile(chance),
        publisher=hostile(chance),
        author=hostile(chance),
        published=chance.choice(["", "2026-03-02", hostile(chance)]),
        url=chance.choice(["", ADDRESS, hostile(chance)]),
        language=chance.choice([*LANGUAGES, "zh", ""]),
    )
    return Article(id=hostile(chance), version=1, text=hostile(chance, 6), source=source)


def hostile_answer(article: Article, chance: random.Random) -> Answer:
    words = article.text[: chance.choice([40, 3000])].strip() or article.text.strip()
    statement = Statement(
        text=chance.choice(["", hostile(chance)]),
        speaker=hostile(chance),
        label=chance.choice(["", hostile(chance)]),
        stance=Stance.SAYS,
        citations=(cite(words, article),),
    )
    return answer(statement, mode=chance.choice(["quotes", "model:x"]))
