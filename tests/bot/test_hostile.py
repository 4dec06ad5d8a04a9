"""Hostile titles, passages and names: what is shown is what is stored, and no link is foreign."""

import random
from dataclasses import replace

import pytest

from bot.cards import make_cards
from bot.claims_pages import render_claims
from bot.pages import Page
from bot.passages import PassageView
from bot.rendering import render_answer, render_passage
from bot.telegram.buttons import Verb
from bot.telegram.outgoing import sendable
from bot.telegram.picking import Look, list_articles
from bot.texts import LANGUAGES, load_texts
from knowledge.answering.answer import Answer, Statement
from knowledge.text.article import Article, Source
from knowledge.text.claim import Stance
from knowledge.text.passage import Passage
from tests.bot.samples import answer, cite
from tests.bot.telegram.fakes import Shelf
from tests.bot.telegram.fuzzing import NAUGHTY
from tests.servers.telegram.call import format_text
from tests.servers.telegram.text import FormattedText, cut_units

ADDRESS = "https://coast.example/harbour"
COUNTS = [pytest.param(120, id="few"), pytest.param(5000, id="many", marks=pytest.mark.soak)]


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


def as_shown(page: Page) -> FormattedText:
    """What Telegram makes of a page; raises where it would refuse it."""
    rows = [
        {"type": e.kind.value, "offset": e.offset, "length": e.length}
        | ({"url": e.url} if e.url else {})
        for e in page.entities
    ]
    return format_text(sendable(page.text), "", rows)


def quoted(pages: list[Page]) -> str:
    """The words within quotations, over all pages, without white space."""
    cut = [
        cut_units(page.text, e.offset, e.offset + e.length)
        for page in pages
        for e in page.entities
        if "blockquote" in e.kind
    ]
    return "".join("".join(cut).split())


@pytest.mark.parametrize("count", COUNTS)
def test_what_is_shown_is_what_is_stored_and_links_are_the_articles_own(count: int) -> None:
    for seed in range(count):
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
        answered = list(render_answer(one, texts, asked=hostile(chance)))
        opened = list(render_passage(view, texts))
        others = [
            *(card.page for card in make_cards(one, texts)),
            *(claims.page for claims in render_claims(shelf.read(article.id), texts)),
            list_articles(shelf.summaries(), 0, look, texts).page,
        ]
        stored = "".join(quote.text.split())
        assert stored in quoted(answered), seed
        assert stored in quoted(opened), seed
        for page in [*answered, *opened, *others]:
            shown = as_shown(page)
            links = {e.url for e in shown.entities if e.type == "text_link"}
            assert all(link and link.startswith(article.source.url) for link in links), seed
            assert not links or article.source.url, seed


def test_the_hostile_articles_are_hostile() -> None:
    made = [hostile_article(random.Random(seed)) for seed in range(50)]  # noqa: S311 - for tests
    assert len({replace(one.source, url="") for one in made}) == 50
    assert any("\u202e" in one.text for one in made)
