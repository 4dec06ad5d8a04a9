"""Checking claims: a rejected one names no speaker any more, to nobody."""

import pytest

from bot.claims_view import claims_as_json
from knowledge.answering.answerer import Answerer
from knowledge.answering.quotes_only import QuotesOnlyComposer
from knowledge.library.records import NewArticle
from knowledge.text.article import Source
from tests.bot.telegram.operating.conftest import WORDS, Office
from tests.servers.telegram import Message, as_text

TEXT = (
    "The dam of Orvale broke on Monday. Mayor Ada Park said that nobody was hurt. "
    "Ben Cole, an engineer, accused the town of negligence."
)
QUESTION = "What did Ada Park say?"


def store(office: Office, text: str = TEXT) -> None:
    source = Source(label="dam", title="The dam", language="en")
    office.library.archive.add(NewArticle(address="a", text=text, source=source, id="dam"))


async def opened(office: Office) -> Message:
    picker = await office.said("/claims")
    assert picker.text.startswith(WORDS("claims-pick"))
    await office.pressed(picker, "1")
    return picker


async def speakers(office: Office) -> list[str]:
    library = office.library
    answerer = Answerer(
        retrieval=library.retriever, articles=library.catalogue, quotes=QuotesOnlyComposer()
    )
    answer = await answerer.final_answer(QUESTION)
    return [statement.speaker for statement in answer.statements]


async def test_a_rejected_claim_names_no_speaker_in_answers_nor_in_claims_until_taken_back(
    office: Office,
) -> None:
    store(office)
    assert await speakers(office) == ["Ada Park"]
    async with office.bot.running():
        audit = await opened(office)
        assert WORDS("audit-counts", approved="0", rejected="0", open="2") in audit.text
        assert await office.pressed(audit, "✗ 1") == WORDS("verdict-kept")
        assert "\n1. ✗ **" in as_text(audit)
        assert WORDS("audit-counts", approved="0", rejected="1", open="1") in audit.text
        assert WORDS("audit-effect") in audit.text
        (named,) = await speakers(office) or [""]
        assert named == ""
        read = office.bot.articles.read("dam")
        assert [c.speaker for s in read.sentences for c in s.claims if c.speaker] == ["Ben Cole"]
        await office.pressed(audit, "✗ 1")
        assert WORDS("audit-effect") not in audit.text
    assert await speakers(office) == ["Ada Park"]
    assert office.server.oddities == []


async def test_verdicts_are_of_a_version_and_the_command_line_shows_them(office: Office) -> None:
    store(office)
    async with office.bot.running():
        audit = await opened(office)
        await office.pressed(audit, "✓ 1")
        await office.pressed(audit, "✗ 2")
        article = office.library.catalogue.article("dam")
        sentences = office.library.archive.pieces.sentences_of(article, judged=False)
        told = claims_as_json(article, sentences, office.library.verdicts.of(article))
        claims = [claim for claim in told["claims"] if claim["speaker"]]
        verdicts = {claim["speaker"]: claim["approved"] for claim in claims}
        assert verdicts == {"Ada Park": True, "Ben Cole": False}
        store(office, TEXT.replace("Monday", "Tuesday"))
        assert await office.toast(audit, "✓ 2") == WORDS("audit-changed")
    assert office.library.verdicts.of(office.library.catalogue.article("dam")) == {}


async def test_a_removed_article_is_told_and_its_verdicts_go_when_it_is_purged(
    office: Office,
) -> None:
    store(office)
    async with office.bot.running():
        audit = await opened(office)
        await office.pressed(audit, "✓ 1")
        office.library.archive.remove("dam")
        assert await office.toast(audit, "✓ 1") == WORDS("article-gone")


@pytest.mark.parametrize("count", [1, 15])
async def test_many_claims_page_by_editing_one_message(office: Office, count: int) -> None:
    store(office, " ".join(f"Ada Park said that boat {n} was lost." for n in range(count)))
    async with office.bot.running():
        audit = await opened(office)
        pages = 1
        while turn := next((b.text for b in audit.buttons if b.text.endswith("›")), ""):
            await office.pressed(audit, turn)
            pages += 1
        last = [b.text for b in audit.buttons if b.text.startswith("✓")][-1]
        await office.pressed(audit, last)
    assert (last, pages > 1) == (f"✓ {count}", count > 6)
    assert f"{count}. ✓ **Ada Park**" in as_text(audit)
    assert len(office.chat.from_bot) == 1
