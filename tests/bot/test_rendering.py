"""Answers and passages as pages: nothing of a quote changes, nothing of it gets out."""

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer_json import answer_as_json
from bot.pages import (
    PAGE_ENTITIES,
    PAGE_UNITS,
    Block,
    Entity,
    Kind,
    Page,
    pack,
    plain,
    split_text,
    styled,
    units,
)
from bot.rendering import PassageView, render_answer, render_passage
from bot.sources import describe_date, describe_publication, link_quote
from bot.texts import LANGUAGES, load_texts
from knowledge.answering.answer import (
    Answer,
    Citation,
    Notice,
    Outcome,
    Premise,
    Question,
    Statement,
)
from knowledge.text.article import Article, Source
from knowledge.text.claim import Stance
from knowledge.text.lock.telling import Hedge
from knowledge.text.passage import Passage
from knowledge.text.quote import Quote
from tests.bot.samples import (
    ARTICLE,
    CLOSURE,
    DENIAL,
    SIGHTING,
    SOURCE,
    TEXT,
    answer,
    bare,
    cite,
    refusal,
)

EN = load_texts("en")
TRICKY = st.sampled_from("\u2068\u2069\u202e\r\n\0א😀 ")
STORED = st.characters(exclude_categories=["Cs"])
"""Half a surrogate pair is in no article: it cannot be written as UTF-8."""

MIXED = st.text(alphabet=st.one_of(STORED, TRICKY))
QUOTED = MIXED.filter(str.strip)


def words(page: Page, entity: Entity) -> str:
    """What an entity covers; fails where it cuts a character."""
    encoded = page.text.encode("utf-16-le")
    assert entity.offset >= 0
    assert entity.length > 0
    end = entity.offset + entity.length
    assert 2 * end <= len(encoded)
    return encoded[2 * entity.offset : 2 * end].decode("utf-16-le")


def all_words(pages: tuple[Page, ...], *kinds: Kind) -> list[str]:
    return [words(page, e) for page in pages for e in page.entities if e.kind in kinds]


def quoting(text: str) -> Citation:
    quote = Quote(article_id="a1", version=1, start=0, text=text)
    return Citation(quote=quote, source=SOURCE)


def check_limits(pages: tuple[Page, ...]) -> None:
    for page in pages:
        assert 0 < units(page.text) <= PAGE_UNITS
        assert page.text.strip()
        assert len(page.entities) <= PAGE_ENTITIES
        assert all(words(page, entity) for entity in page.entities)


def test_a_disputed_answer_shows_each_side_its_quotes_and_the_source() -> None:
    shown = answer(DENIAL, SIGHTING, outcome=Outcome.DISPUTED)
    (page,) = render_answer(shown, EN)
    assert page.text == (
        "⚖ Disputed\n\n"
        "• The mayor says that no oil was spilt.¹\n"
        "• Rosa Peña: She saw it herself.²\n\n"
        "The mayor denies that oil was spilt. ¹\n"
        "“I saw the oil myself,” said Rosa Peña, a fisher. ²\n\n"
        "Harbour closed · Coast News · March 2, 2026 · quotes are word for word · summary by AI"
    )
    assert all_words((page,), Kind.BOLD) == ["⚖ Disputed", "The mayor", "Rosa Peña"]
    assert page.numbers == (1, 2)


def test_without_a_model_speaker_and_stance_stand_above_each_quote() -> None:
    shown = answer(bare(DENIAL), bare(CLOSURE), mode="quotes")
    (page,) = render_answer(shown, load_texts("es"))
    assert page.text == (
        "The mayor niega ¹\n"
        "The mayor denies that oil was spilt. ¹\n\n"
        "El propio artículo ²\n"
        "The harbour was closed on Monday. ²\n\n"
        "Harbour closed · Coast News · 2 de marzo de 2026 · citas literales · "
        "sin modelo: solo las citas"
    )


def test_a_quote_that_two_statements_share_is_shown_once() -> None:
    both = replace(bare(SIGHTING), citations=(*SIGHTING.citations, *DENIAL.citations))
    (page,) = render_answer(answer(bare(DENIAL), both, mode="quotes"), EN)
    assert page.text.count("The mayor denies that oil was spilt.") == 1
    assert "Rosa Peña says ²\u2009¹" in page.text


def test_a_refusal_shows_the_nearest_passage_as_no_answer() -> None:
    (page,) = render_answer(refusal(cite("Nobody was hurt.")), EN)
    assert page.text == (
        "The articles do not answer this. Try other words, or ask something else about them.\n\n"
        "Nearest passage (it does not answer the question):\n"
        "Nobody was hurt.\n\n"
        "Harbour closed · Coast News · March 2, 2026"
    )
    assert page.numbers == ()


def test_a_refusal_without_anything_near_shows_no_source() -> None:
    (page,) = render_answer(refusal(), EN)
    assert page.text == EN("not-in-articles")


@pytest.mark.parametrize("language", LANGUAGES)
def test_notices_come_first_in_the_readers_language(language: str) -> None:
    texts = load_texts(language)
    shown = answer(bare(DENIAL), mode="quotes", notices=(Notice.MODEL_FAILED,))
    page = render_answer(shown, texts, asked="Why?", first_contact=True)[0]
    first, second, third = page.text.split("\n")[:3]
    assert texts("first-contact") in first
    assert texts("asked", question="Why?") in second
    assert texts("notice-model-failed") in third


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_follow_up_shows_how_it_was_understood(language: str) -> None:
    texts = load_texts(language)
    question = Question(text="Was oil spilt – and when?", language=language, asked="and when?")
    page = render_answer(replace(refusal(), question=question), texts)[0]
    shown = texts("understood", question="Was oil spilt – and when?")
    assert shown in page.text.split("\n")[0]
    assert page.entities[0].kind is Kind.ITALIC
    assert texts("understood", question="") not in render_answer(refusal(), texts)[0].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_about_now_is_told_the_day_of_the_newest_source(language: str) -> None:
    texts = load_texts(language)
    shown = answer(bare(DENIAL), notices=(Notice.OLD_NEWS,))
    day = texts.contain(describe_date("2026-03-02", language))
    assert day in render_answer(shown, texts)[0].text.split("\n\n")[0]
    undated = answer(bare(DENIAL), notices=(Notice.UNDATED_NEWS,))
    assert texts("notice-undated-news") in render_answer(undated, texts)[0].text


def test_sources_of_several_days_say_from_when_to_when_they_are() -> None:
    older = Article(
        id="b", version=1, text="No oil.", source=Source(label="port", published="2025-12-31")
    )
    texts = load_texts("en")
    both = answer(DENIAL, replace(DENIAL, citations=(cite("No oil.", older),)))
    span = "Sources from December 31, 2025 to March 2, 2026"
    assert render_answer(both, texts)[0].text.endswith(span)
    assert "Sources from" not in render_answer(answer(DENIAL), texts)[0].text


def test_sources_are_told_apart_by_the_numbers_of_their_quotes() -> None:
    other = Article(id="b", version=1, text="No oil, says the port.", source=Source(label="port"))
    port = replace(DENIAL, speaker="", citations=(cite("No oil, says the port.", other),))
    (page,) = render_answer(answer(DENIAL, port, SIGHTING), EN)
    assert page.text.split("\n")[-2:] == [
        "¹\u2009³ Harbour closed · Coast News · March 2, 2026",
        "² port · outlet and date not given · quotes are word for word · summary by AI",
    ]


def test_a_partial_answer_says_so() -> None:
    (page,) = render_answer(answer(CLOSURE, outcome=Outcome.PARTIAL), EN)
    assert page.text.startswith("The articles answer only a part of this.\n\n")


def test_a_long_quote_can_be_folded() -> None:
    pages = render_answer(answer(replace(CLOSURE, citations=(quoting("word " * 100),))), EN)
    assert len(all_words(pages, Kind.LONG_QUOTE)) == 1


def test_a_statement_is_not_cut_where_it_fits_on_a_page() -> None:
    statements = [replace(CLOSURE, text=f"{n} " + "x" * 900) for n in range(12)]
    pages = render_answer(answer(*statements), EN)
    assert len(pages) > 2
    assert all(any(s.text in page.text for page in pages) for s in statements)


def test_the_buttons_of_a_page_are_the_numbers_on_it() -> None:
    statements = [
        replace(bare(CLOSURE), citations=(quoting(f"{n} " + "y" * 1500),)) for n in range(6)
    ]
    pages = render_answer(answer(*statements, mode="quotes"), EN)
    assert [page.numbers for page in pages] == [(1, 2), (3, 4), (5, 6)]


@given(st.lists(QUOTED, min_size=1, max_size=4), QUOTED, st.sampled_from(LANGUAGES))
def test_quotes_are_on_their_pages_character_for_character(
    quoted: list[str], speaker: str, language: str
) -> None:
    statements = [
        replace(bare(DENIAL), speaker=speaker, citations=(quoting(text),)) for text in quoted
    ]
    pages = render_answer(answer(*statements, mode="quotes"), load_texts(language))
    check_limits(pages)
    shown = all_words(pages, Kind.QUOTE, Kind.LONG_QUOTE)
    assert all(any(text in quotation for quotation in shown) for text in quoted)


@settings(max_examples=30, deadline=None)
@given(st.lists(QUOTED, min_size=1, max_size=5), st.integers(4000, 12_000))
def test_a_quote_of_several_pages_loses_nothing(pieces: list[str], length: int) -> None:
    text = ("".join(pieces) * length)[:length]
    if not text.strip():
        return
    pages = render_answer(answer(replace(bare(CLOSURE), citations=(quoting(text),))), EN)
    check_limits(pages)
    rest = text
    for shown in all_words(pages, Kind.QUOTE, Kind.LONG_QUOTE):
        longest = max((cut for cut in range(len(rest) + 1) if rest[:cut] in shown), default=0)
        rest = rest[longest:]
    assert rest == ""


@given(MIXED, MIXED, MIXED, MIXED)
def test_hostile_sources_and_model_text_stay_within_limits_and_make_no_link(
    title: str, publisher: str, published: str, told: str
) -> None:
    source = Source(label="x", title=title * 50, publisher=publisher, published=published)
    citation = Citation(quote=DENIAL.citations[0].quote, source=source)
    shown = answer(replace(DENIAL, text=told * 200, citations=(citation,)))
    pages = render_answer(shown, EN)
    check_limits(pages)
    assert not any(entity.url for page in pages for entity in page.entities)


def view(text: str, start: int, end: int, source: Source = SOURCE) -> PassageView:
    quote = Quote(article_id="a1", version=1, start=start, text=text[start:end])
    passage = Passage(article_id="a1", version=1, number=0, start=0, text=text)
    return PassageView(quote=quote, passage=passage, source=source)


def test_a_passage_shows_the_quote_marked_the_article_and_a_receipt() -> None:
    start = TEXT.index("The mayor")
    opened = view(TEXT, start, start + 36, replace(SOURCE, author="Ann Lee"))
    (page,) = render_passage(replace(opened, superseded=True), EN)
    assert page.text == (
        "Harbour closed\nby Ann Lee · Coast News · March 2, 2026\n"
        "The article has changed since. This is the version that the quote was taken from.\n\n"
        f"{TEXT}\n\n"
        "Open at the source\n"
        "Receipt: article a1, version 1, characters 34 to 70, "
        f"SHA-256 {sha256(opened.quote.text.encode()).hexdigest()[:16]}"
    )
    assert all_words((page,), Kind.BOLD) == [
        "Harbour closed",
        "The mayor denies that oil was spilt.",
    ]
    assert all_words((page,), Kind.QUOTE) == [TEXT]


def test_only_so_much_is_shown_around_a_quote() -> None:
    text = "one two three " * 200
    (page,) = render_passage(view(text, 1400, 1407), EN)
    (shown,) = all_words((page,), Kind.QUOTE)
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert units(shown) < 1100


@given(MIXED, QUOTED, MIXED)
def test_an_opened_quote_is_marked_character_for_character(
    before: str, quoted: str, after: str
) -> None:
    pages = render_passage(view(before + quoted + after, len(before), len(before + quoted)), EN)
    check_limits(pages)
    assert quoted in all_words(pages, Kind.BOLD)


@settings(max_examples=20)
@given(st.text(min_size=1, max_size=5).filter(str.strip), st.integers(2000, 9000))
def test_a_quote_too_long_for_one_page_is_opened_whole(piece: str, times: int) -> None:
    text = piece * times
    pages = render_passage(view(text, 0, len(text)), EN)
    check_limits(pages)
    kinds = (Kind.BOLD, Kind.QUOTE, Kind.LONG_QUOTE)
    shown = sum(quotation.count(piece) for quotation in all_words(pages, *kinds)[1:])
    assert shown >= times - len(pages)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"text": "The mayor admits that oil was spilt."}, id="other-words"),
        pytest.param({"start": 3}, id="another-place"),
        pytest.param({"version": 2}, id="another-version"),
        pytest.param({"article_id": "b"}, id="another-article"),
    ],
)
def test_a_passage_cannot_show_a_quote_that_is_not_in_it(change: dict[str, object]) -> None:
    quote = replace(DENIAL.citations[0].quote, **change)
    passage = Passage(article_id="a1", version=1, number=0, start=0, text=ARTICLE.text)
    with pytest.raises(ValueError, match="does not hold"):
        PassageView(quote=quote, passage=passage, source=SOURCE)


@pytest.mark.parametrize(
    ("source", "words_shown"),
    [
        pytest.param(Source(label="x"), "outlet and date not given", id="nothing-known"),
        pytest.param(
            Source(label="x", published="2026-03-02T08:00:00Z"),
            "outlet not given · March 2, 2026",
            id="date-and-time",
        ),
        pytest.param(Source(label="x", publisher="BBC"), "BBC · date not given", id="no-date"),
        pytest.param(
            Source(label="x", publisher="B\nB\tC", published="last\nweek"),
            "B B C · last week",
            id="unreadable-date",
        ),
    ],
)
def test_outlet_and_date_are_told_as_far_as_they_are_known(
    source: Source, words_shown: str
) -> None:
    assert describe_publication(source, EN) == words_shown


def test_dates_are_written_as_in_the_language() -> None:
    assert describe_date("2026-03-02", "de") == "2. März 2026"


@pytest.mark.parametrize(
    ("url", "quoted", "link"),
    [
        pytest.param(
            "https://a.example/x", "No, a-b & c.",
            "https://a.example/x#:~:text=No%2C%20a%2Db%20%26%20c.", id="short",
        ),
        pytest.param(
            "https://a.example/x#top", "one two three four five six seven eight nine ten eleven "
            "twelve",
            "https://a.example/x#top:~:text=one%20two%20three%20four%20five,"
            "eight%20nine%20ten%20eleven%20twelve", id="long-and-fragment",
        ),
        pytest.param("javascript:alert(1)", "No.", "", id="script"),
        pytest.param("ftp://a.example/x", "No.", "", id="other-scheme"),
        pytest.param("https://localhost/x", "No.", "", id="no-dot"),
        pytest.param("https://a.example/x y", "No.", "", id="space"),
        pytest.param("https://a.example/\u202ex", "No.", "", id="override"),
        pytest.param("http://[::1", "No.", "", id="broken"),
        pytest.param("", "No.", "", id="none"),
    ],
)  # fmt: skip
def test_links_lead_to_the_words_on_the_web_and_nowhere_else(
    url: str, quoted: str, link: str
) -> None:
    assert link_quote(url, quoted) == link


@given(st.text(), st.integers(1, 50))
def test_pieces_of_a_text_make_the_text_again(text: str, most: int) -> None:
    pieces = list(split_text(text, max(most, 2)))
    assert "".join(pieces) == text
    assert all(units(piece) <= max(most, 2) for piece in pieces)


@settings(max_examples=30)
@given(st.lists(st.tuples(st.text(min_size=1), st.integers(1, 6000)), min_size=1, max_size=5))
def test_any_blocks_make_pages_within_limits(rows: list[tuple[str, int]]) -> None:
    blocks = [styled((text * times)[:9000], Kind.BOLD) for text, times in rows]
    pages = pack(blocks)
    assert all(units(page.text) <= PAGE_UNITS for page in pages)
    assert "".join(all_words(pages, Kind.BOLD)) == "".join(block.text for block in blocks)


def test_a_page_holds_no_more_styles_than_telegram_takes() -> None:
    pages = pack([styled("x", Kind.BOLD) for _ in range(250)])
    assert [len(page.entities) for page in pages] == [100, 100, 50]
    crowded = sum((styled("x", Kind.BOLD) for _ in range(150)), plain(""))
    assert isinstance(crowded, Block)
    assert len(pack([crowded])[0].entities) == 100


def test_a_right_to_left_page_keeps_its_frame_around_latin_words() -> None:
    shown: Answer = answer(bare(DENIAL), mode="quotes", language="ar")
    (page,) = render_answer(shown, load_texts("ar"))
    first, quotation, _, last = page.text.split("\n")
    assert first == "\u200f\u2068The mayor\u2069: \u2068نفي\u2069 ¹"
    assert quotation == "The mayor denies that oil was spilt. ¹"
    assert last.startswith("\u200f\u2068Harbour closed\u2069 · ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_correction_names_what_the_question_takes_for_granted(language: str) -> None:
    texts = load_texts(language)
    premise = Premise(speaker="Ada Park", stance=Stance.ACCUSES, about="Tom Reed")
    for corrected in (premise, replace(premise, about="")):
        first = render_answer(replace(answer(bare(DENIAL)), premise=corrected), texts)[
            0
        ].text.split("\n")[0]
        assert "Ada Park" in first
        assert texts("stance-accuses") in first
        assert ("Tom Reed" in first) == bool(corrected.about)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_partial_answer_names_what_is_not_answered(language: str) -> None:
    part = "Who is the mayor?"
    partial = replace(answer(bare(DENIAL)), outcome=Outcome.PARTIAL, unanswered=(part,))
    lines = render_answer(partial, load_texts(language))[0].text.split("\n")
    assert part in lines[1]


PICKED = Statement(
    text="",
    gloss="se derramó petróleo",
    speaker="The mayor",
    stance=Stance.DENIES,
    citations=(cite("The mayor denies that oil was spilt."),),
)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "The mayor denies: se derramó petróleo¹"),
        ("es", "The mayor niega: se derramó petróleo¹"),
        ("ru", "The mayor отрицает: se derramó petróleo¹"),
        ("uk", "The mayor заперечує: se derramó petróleo¹"),
        ("de", "The mayor bestreitet: se derramó petróleo¹"),
        ("fr", "The mayor dément : se derramó petróleo¹"),
        ("pt", "The mayor nega: se derramó petróleo¹"),
    ],
)
def test_the_program_writes_who_says_it_and_how_in_the_readers_language(
    language: str, shown: str
) -> None:
    (page,) = render_answer(answer(PICKED), load_texts(language))
    assert shown in page.text


@pytest.mark.parametrize("gloss", ["se derramó petróleo", ""])
def test_what_is_withheld_hedged_or_reported_is_told(gloss: str) -> None:
    told = replace(
        PICKED,
        gloss=gloss,
        stance=Stance.CONFIRMS,
        withheld=True,
        hedges=(Hedge.ALLEGED,),
        via=("Coast Radio",),
    )
    (page,) = render_answer(answer(told), load_texts("es"))
    lead = "The mayor no confirma (presuntamente; según Coast Radio)"
    assert (f"{lead}: {gloss}" if gloss else lead) in page.text


def test_a_translation_is_named_outside_of_the_quote_and_without_marks() -> None:
    (citation,) = PICKED.citations
    translated = replace(citation, translation="El alcalde niega\nque se derramara petróleo.")
    told = replace(PICKED, citations=(translated,))
    (page,) = render_answer(answer(told), load_texts("es"))
    words_of_it = "Traducción por IA: El alcalde niega que se derramara petróleo."
    assert words_of_it in page.text.splitlines()
    quoted = [words(page, e) for e in page.entities if e.kind in (Kind.QUOTE, Kind.LONG_QUOTE)]
    assert quoted
    assert not any("alcalde" in quote for quote in quoted)


def test_the_json_text_of_a_gloss_has_its_speaker_and_stance() -> None:
    told = answer_as_json(answer(PICKED))["statements"][0]
    assert told["text"] == "The mayor denies: se derramó petróleo"
    assert set(told) == {"text", "speaker", "stance", "quotes"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_copies_of_one_text_are_counted_as_one_origin(language: str) -> None:
    texts = load_texts(language)
    copied = replace(bare(DENIAL), copies=3)
    assert texts("copies", count=3) in render_answer(answer(copied), texts)[0].text
    assert texts("copies", count=3) not in render_answer(answer(bare(DENIAL)), texts)[0].text
