"""The table of who says what, for an operator."""

from rich.console import Console

from bot.claims_view import claims_as_json, claims_table
from knowledge.library.records import StoredSentence
from knowledge.text.article import Article, Source
from knowledge.text.claim import Claim, Stance, Voice
from knowledge.text.passage import Sentence, Span

TEXT = "Ann Lee denied the report."
ARTICLE = Article(id="a", version=1, text=TEXT, source=Source(label="a"))


def stored(*, proposed: bool) -> StoredSentence:
    claim = Claim(
        sentence=0,
        content=Span(start=15, end=25),
        speaker="Ann Lee",
        stance=Stance.DENIES,
        voice=Voice.REPORTED,
        proposed=proposed,
    )
    sentence = Sentence(article_id="a", version=1, number=0, passage=0, start=0, text=TEXT)
    return StoredSentence(id=1, text_hash="", sentence=sentence, claims=(claim,))


def rendered(*, proposed: bool) -> str:
    console = Console(width=200)
    with console.capture() as capture:
        console.print(claims_table(ARTICLE, [stored(proposed=proposed)]))
    return " ".join(capture.get().split())


def test_a_claim_that_a_model_proposed_is_marked() -> None:
    assert "proposed by a model" in rendered(proposed=True)
    assert "proposed" not in rendered(proposed=False)
    (row,) = claims_as_json(ARTICLE, [stored(proposed=True)])["claims"]
    assert row["proposed_by_model"] is True
