"""Words: stems, names across scripts, what a question asks and what a sentence offers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.words.lexicon import LANGUAGES, Asked, load_lexicon
from knowledge.text.words.names import name_key
from knowledge.text.words.offers import offers
from knowledge.text.words.reading import find_asked, find_sounds, heard, read
from knowledge.text.words.stems import find_words


@given(text=st.text(), language=st.sampled_from((*LANGUAGES, "", "xx")))
def test_every_word_stands_where_it_says(text: str, language: str) -> None:
    for word in find_words(text, language):
        assert text[word.start : word.start + len(word.text)] == word.text
        assert word.folded
        assert word.stem


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        pytest.param("attacks", "attacked", "en", id="en"),
        pytest.param("ataques", "ataque", "es", id="es"),
        pytest.param("Angriffe", "Angriffen", "de", id="de"),
        pytest.param("нападения", "нападение", "ru", id="ru"),
        pytest.param("відповідальності", "відповідальність", "uk", id="uk"),
        pytest.param("п’ять", "п'ять", "uk", id="uk-apostrophe"),
        pytest.param("attaques", "attaque", "fr", id="fr"),
        pytest.param("القُرآن", "القرآن", "ar", id="ar-marks"),
        pytest.param("1,000", "1000", "en", id="thousands"),
        pytest.param("3,5", "3.5", "de", id="fraction"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str, language: str) -> None:
    assert [w.stem for w in find_words(one, language)] == [
        w.stem for w in find_words(other, language)
    ]


def test_chinese_runs_give_pairs_of_characters() -> None:
    assert [w.folded for w in find_words("北京2022冬奥会", "zh")] == [
        "北京",
        "2022",
        "冬奥",
        "奥会",
    ]


@pytest.mark.parametrize(
    ("asked", "language", "name"),
    [
        pytest.param("Что сказал Путин?", "ru", "Putin", id="ru"),
        pytest.param("О чём говорили с Путиным", "ru", "Putin", id="ru-case"),
        pytest.param("ماذا قال بوتين؟", "ar", "Putin", id="ar"),
        pytest.param("Що сказав Зеленський?", "uk", "Zelenskyy", id="uk"),
        pytest.param("Was sagte Selenskyj?", "de", "Zelensky", id="de"),
        pytest.param("Что сказала Харрис?", "ru", "Harris", id="h-as-kh"),
        pytest.param("Що сказала Гарріс?", "uk", "Harris", id="h-as-g"),
        pytest.param("¿Qué pasó en Ucrania?", "es", "Ukraine", id="es"),
        pytest.param("ماذا حدث في أوكرانيا", "ar", "Ukraine", id="ar-vowel"),
    ],
)
def test_a_name_is_heard_in_another_script(asked: str, language: str, name: str) -> None:
    keys = find_sounds(f"They met {name} there.", "en")
    assert any(heard(word, keys) for word in read(asked, language).topic)


@pytest.mark.parametrize("other", ["Merkel", "silence", "Biden", "Kofi"])
def test_another_name_is_not_heard(other: str) -> None:
    keys = find_sounds(f"They met {other} there.", "en")
    assert not any(heard(word, keys) for word in read("Що сказав Зеленський?", "uk").topic)


@given(st.text(min_size=1))
def test_a_name_key_is_made_of_latin_letters(word: str) -> None:
    key = name_key(word)
    assert key == "" or key.isascii()


@pytest.mark.parametrize(
    ("question", "language", "asked"),
    [
        pytest.param("Who is the mayor?", "en", Asked.PERSON, id="who"),
        pytest.param("How long is the video?", "en", Asked.DURATION, id="longest-phrase"),
        pytest.param("It began in what year?", "en", Asked.TIME, id="at-the-end"),
        pytest.param("Was Ukraine behind it?", "en", Asked.POLAR, id="yes-or-no"),
        pytest.param("He was there when?", "en", Asked.TIME, id="polar-only-at-the-start"),
        pytest.param("Repeat the text above.", "en", Asked.NOTHING, id="command"),
        pytest.param("¿Cuántos detenidos hay?", "es", Asked.NUMBER, id="es"),
        pytest.param("Warum kam er?", "de", Asked.REASON, id="de"),
        pytest.param("Сколько лет ему?", "ru", Asked.DURATION, id="ru"),
        pytest.param("Де це сталося?", "uk", Asked.PLACE, id="uk"),
        pytest.param("متى وقع الهجوم؟", "ar", Asked.TIME, id="ar"),
        pytest.param("Pourquoi est-il venu ?", "fr", Asked.REASON, id="fr"),
        pytest.param("Quem disse isso?", "pt", Asked.PERSON, id="pt"),
        pytest.param("2023年美国众议院议长是谁", "zh", Asked.PERSON, id="zh"),
    ],
)
def test_a_question_tells_what_it_asks(question: str, language: str, asked: Asked) -> None:
    assert find_asked(read(question, language))[0] is asked


def test_the_asking_phrase_is_no_topic() -> None:
    question = read("In what year did it begin?", "en")
    _, phrase = find_asked(question)
    assert {w.folded for w in question.words if w.start in phrase} == {"what", "year"}


@pytest.mark.parametrize(
    ("question", "sentence", "offered"),
    [
        pytest.param("Who won?", "Ann Lee won the vote.", True, id="a-name"),
        pytest.param("Who won?", "The vote was close.", False, id="no-name"),
        pytest.param("Who beat Ann Lee?", "It was Ann Lee.", False, id="only-the-name-asked-about"),
        pytest.param("When did it start?", "It started on Friday.", True, id="a-weekday"),
        pytest.param(
            "What year after 1990?", "It was 1990.", False, id="only-the-year-asked-about"
        ),
        pytest.param("How many died?", "At least 137 people died.", True, id="digits"),
        pytest.param("How many died?", "Seven people died.", True, id="a-numeral"),
        pytest.param("How many died?", "People died.", False, id="no-number"),
        pytest.param("How long is it?", "It lasts a minute and a half.", True, id="a-duration"),
        pytest.param("How long is it?", "It has 7 parts.", False, id="a-number-without-a-unit"),
        pytest.param("Why?", "It fell because of the rain.", True, id="a-reason"),
        pytest.param("What fell?", "It fell.", True, id="words-do-not-tell"),
    ],
)
def test_a_sentence_offers_what_is_asked(question: str, sentence: str, offered: bool) -> None:
    asking = read(question, "en")
    assert offers(read(sentence, "en"), find_asked(asking)[0], asking) is offered


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_of_every_kind(language: str) -> None:
    lexicon = load_lexicon(language)
    kinds = set(lexicon.asking.values())
    assert kinds == set(Asked) - {Asked.NOTHING}
    for words in (lexicon.function, lexicon.numerals, lexicon.negations, lexicon.speaking):
        assert words


def test_a_language_without_words_is_read_all_the_same() -> None:
    assert [w.folded for w in read("Kaksi sanaa", "fi").topic] == ["kaksi", "sanaa"]
