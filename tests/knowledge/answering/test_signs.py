"""Each sign by what it is for."""

import pytest

from knowledge.answering.looks import Look, ask, look
from knowledge.answering.signs import SIGNS, signs_of
from tests.knowledge.answering.evidence_fakes import make_candidates

USUAL = 0.85


def see(
    question: str, *sentences: str, language: str = "en", written: str = "en"
) -> list[dict[str, float]]:
    asking = ask(question, language)
    candidates = make_candidates(
        [(s, 0.85 - 0.01 * i) for i, s in enumerate(sentences)], language=written
    )
    return [signs_of(asking, at) for at in look(asking, candidates, lambda *_: USUAL)]


@pytest.mark.parametrize(
    ("sign", "question", "sentence", "value"),
    [
        pytest.param("nearness", "Who?", "Ann.", 0.0, id="as-near-as-usual"),
        pytest.param("shared_here", "Who won the vote?", "Ann lost.", 0.0, id="nothing-shared"),
        pytest.param("shared_here", "Who won?", "Ann won.", 0.875 / 3.875, id="one-word-is-little"),
        pytest.param("all_here", "Who won the vote?", "Ann won votes.", 1.0, id="other-forms"),
        pytest.param("all_here", "Who is it?", "Ann won.", 0.0, id="no-topic-is-not-all"),
        pytest.param("missing_here", "Who won the big vote?", "Ann won the vote.", 1.0, id="big"),
        pytest.param("names_missing_here", "What did Bob win?", "Ann won.", 1.0, id="bob"),
        pytest.param("names_here", "What did Ann win?", "Ann won.", 1.0, id="ann"),
        pytest.param(
            "numbers_missing_here", "Who won in 1990?", "Ann won in 1991.", 1.0, id="year"
        ),
        pytest.param("numbers_missing_here", "Who has 1000?", "Ann has 1,000.", 0.0, id="thousand"),
        pytest.param("reversed_word", "Who was first?", "Ann was last.", 1.0, id="listed"),
        pytest.param("reversed_word", "What was untrue?", "It was true.", 1.0, id="bare"),
        pytest.param("reversed_word", "What is equal?", "They are unequal.", 1.0, id="turned"),
        pytest.param("reversed_word", "Who was first?", "Ann was first, not last.", 0.0, id="both"),
        pytest.param("reversed_word", "How many won?", "A few won.", 0.0, id="asking-words-apart"),
        pytest.param(
            "replaced", "Who won the red car race?", "Ann won the blue car.", 1.0, id="blue"
        ),
        pytest.param("replaced", "Who won the red car?", "Ann won the red car.", 0.0, id="red"),
        pytest.param("denial_missing", "Who did not win?", "Ann won.", 1.0, id="denial-asked"),
        pytest.param("denial_here", "Who won?", "Ann didn't win.", 1.0, id="denial-told"),
        pytest.param("denial_asked", "Who never won?", "Ann won.", 1.0, id="never"),
        pytest.param("superlative_missing", "Who is the oldest?", "Ann is old.", 1.0, id="oldest"),
        pytest.param("order", "Who won the red car?", "Ann won a red car.", 1.0, id="in-order"),
        pytest.param("order", "Who won the red car?", "Car red won Ann.", 0.0, id="out-of-order"),
        pytest.param("asks_back", "Who won?", "Who has won?”", 1.0, id="a-question"),
        pytest.param("no_news", "Who won the Oscars?", "Oscars!", 1.0, id="nothing-new"),
        pytest.param("no_news", "Who won the Oscars?", ":133–134:38", 1.0, id="no-words"),
        pytest.param("no_news", "Did Ann win?", "Ann did win.", 0.0, id="yes-is-news"),
        pytest.param("lacks_number", "How many won?", "Ann won.", 1.0, id="lacks-number"),
        pytest.param("lacks_number", "Who won?", "Ann won.", 0.0, id="none-asked"),
    ],
)
def test_a_sign_shows_what_it_is_named_for(
    sign: str, question: str, sentence: str, value: float
) -> None:
    (signs,) = see(question, sentence)
    assert signs[sign] == pytest.approx(value)


def test_neighbours_and_passage_count_apart_from_the_sentence() -> None:
    first, second, third = see("Who won the red car?", "Ann won.", "She left.", "It was a red car.")
    assert first["shared_near"] == first["shared_here"] < first["shared_passage"]
    assert second["shared_near"] == second["shared_passage"] > second["shared_here"]
    assert third["shared_passage"] == first["shared_passage"]


def test_the_best_by_cosine_leads_and_is_behind_nobody() -> None:
    first, second = see("Who won?", "Ann won.", "She left.")
    assert (first["behind_best"], first["lead"]) == (0.0, pytest.approx(0.25))
    assert (second["behind_best"], second["lead"]) == (pytest.approx(-0.25), pytest.approx(-0.25))


def test_across_languages_names_and_numbers_are_found_and_other_words_are_not() -> None:
    (signs,) = see(
        "Что Путин сказал в 2024 году?", "Putin said it in 2024.", language="ru", written="en"
    )
    assert signs["names_missing_here"] == signs["numbers_missing_here"] == 0.0
    assert 0.0 < signs["shared_here"] < 1.0


def test_articles_can_be_seen_as_foreign() -> None:
    asking = ask("Who baked the loaf?", "en")
    candidates = make_candidates([("Ann baked the loaf.", 0.9)])
    at: Look = look(asking, candidates, lambda *_: USUAL, as_foreign=True)[0]
    assert at.crossing
    assert signs_of(asking, at)["shared_here"] == 0.0


@pytest.mark.parametrize(
    ("question", "language", "text", "missing"),
    [
        pytest.param("Кто убил министра?", "ru", "The minister was killed by a gang.", 0, id="all"),
        pytest.param("¿Qué dice el ministro?", "es", "The minister spoke.", 0, id="es"),
        pytest.param("ماذا قال وزير الدفاع؟", "ar", "The police found the car.", 2, id="none"),
        pytest.param("Was sagt die Polizei zum Feuer?", "de", "Police spoke.", 1, id="some"),
        pytest.param("Wer buk das Brot?", "de", "Ann baked the loaf.", 0, id="unknown"),
    ],
)
def test_across_languages_words_are_found_by_what_they_mean(
    question: str, language: str, text: str, missing: int
) -> None:
    (signs,) = see(question, text, language=language, written="en")
    assert signs["concepts_missing_here"] == missing


def test_within_a_language_another_word_is_another_word() -> None:
    (signs,) = see("How long did the walkout last?", "The strike lasted nine days.")
    assert signs["concepts_missing_here"] == 0.0
    assert signs["missing_here"] > 0.0


def test_every_sign_says_what_it_is() -> None:
    unnamed = [
        name for name, sign in SIGNS.items() if not (sign.__doc__ or name.startswith("lacks_"))
    ]
    assert unnamed == []
