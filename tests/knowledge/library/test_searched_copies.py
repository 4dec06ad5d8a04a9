"""However an article is written, it is found as if it were written plainly, and quoted as it is."""

import unicodedata
from dataclasses import replace

import pytest
from sqlalchemy import text

from bot.wiring import Library
from knowledge.answering.answer import Question
from knowledge.answering.stages import Stages
from knowledge.library.database import writing
from knowledge.library.records import NewArticle, hash_text
from knowledge.text.article import Source
from tests.knowledge.library.test_archive import CountingEmbedder

ENGLISH = "The official file was confidential. Mayor Ada Park was hurt."
FRENCH = "L’élève a été déçu. Le maire a démissionné."
ARABIC = "قال الوزير إن الملف سري. لم يحضر أحد."
WRITINGS = [
    pytest.param("en", ENGLISH, ENGLISH.replace("confi", "con\u00adﬁ\u00ad"), id="soft-hyphens"),
    pytest.param("en", ENGLISH, ENGLISH.replace("Ada Park", "\u2067Ada Park\u2069"), id="bidi"),
    pytest.param("fr", FRENCH, unicodedata.normalize("NFD", FRENCH), id="accents"),
    pytest.param("ar", ARABIC, ARABIC.replace("قال", "قـــالَ").replace("سري", "سِرّي"), id="ar"),
]


def new(language: str, words: str, name: str) -> NewArticle:
    return NewArticle(address=name, text=words, source=Source(label=name, language=language))


@pytest.mark.parametrize(("language", "plain", "odd"), WRITINGS)
def test_an_odd_writing_is_found_like_the_plain_one(
    language: str, plain: str, odd: str, empty_library: Library
) -> None:
    counting = CountingEmbedder(empty_library.archive.embedder)
    archive = replace(empty_library.archive, embedder=counting)
    archive.add(new(language, plain, "plain"))
    embedded = counting.count
    _, article = archive.add(new(language, odd, "odd"))
    assert counting.count == embedded  # nothing in it is new
    assert article.text == odd
    assert [one.origin for one in archive.catalogue.summaries()] == ["plain", "plain"]
    for asked in (plain, odd):
        question = Question(text=asked, language=language)
        hits = empty_library.retriever.retrieve(question, Stages()).hits
        assert {hit.article_id for hit in hits} == {"plain", "odd"}
        assert hits[0].score == hits[1].score
    for stored in archive.pieces.sentences_of(article):
        sentence = stored.sentence
        assert odd[sentence.start : sentence.end] == sentence.text


def test_what_was_embedded_as_it_stands_is_embedded_anew(empty_library: Library) -> None:
    archive = empty_library.archive
    odd = WRITINGS[0].values[2]
    _, article = archive.add(new("en", odd, "odd"))
    with writing(empty_library.engine) as connection:  # as an earlier release would have
        raw = {"old": hash_text(archive.pieces.sentences_of(article)[0].sentence.text)}
        connection.execute(text("UPDATE sentences SET text_hash = :old WHERE number = 0"), raw)
        connection.execute(text("UPDATE versions SET cut_rules = 'older'"))
    assert archive.outdated() == 1
    archive.reindex()
    assert archive.outdated() == 0
    first = archive.pieces.sentences_of(archive.catalogue.article("odd"))[0]
    assert first.text_hash != raw["old"]
    assert archive.vectors.known([first.text_hash])
