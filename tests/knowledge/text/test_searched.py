"""The searched copy: two writings of the same words have the same, and it never moves a quote."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.text.searched import align_searched, as_searched
from knowledge.text.words.stems import find_words

ODD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("aeéü\u0301\u0308\u00ad\u200b\u202e\u2067\u2069ﬁﬃ½…²㎏ｶﾞᄒ\u1161\u11ab"),
        st.sampled_from(" \u00a0قال\u0640\u064e\u0651\ufe71ﷺأ\u0654של\u05b8\u09c7\u09be"),
    )
)


@given(ODD)
def test_a_copy_is_its_own_copy(text: str) -> None:
    copy = as_searched(text)
    assert as_searched(copy) == copy
    assert unicodedata.is_normalized("NFKC", copy)


@given(ODD)
def test_every_part_of_the_copy_is_made_of_the_part_of_the_text_at_its_place(text: str) -> None:
    searched = align_searched(text)
    assert searched.text == as_searched(text)
    assert len(searched.places) == len(searched.text) + 1
    assert list(searched.places) == sorted(searched.places)
    assert searched.places[-1] == len(text)
    for first in range(len(searched.text)):
        if first and searched.places[first] == searched.places[first - 1]:
            continue
        rest = text[searched.places[first] :]
        assert as_searched(rest) == searched.text[first:]


@given(text=ODD, form=st.sampled_from(("NFC", "NFD", "NFKC", "NFKD")))
def test_every_form_of_a_text_has_one_copy(text: str, form: str) -> None:
    assert as_searched(unicodedata.normalize(form, text)) == as_searched(text)


WRITINGS = [
    pytest.param("en", "official confidential", "oﬃcial confi\u00adden\u00adtial", id="ligature"),
    pytest.param("fr", "l’élève déçu", unicodedata.normalize("NFD", "l’élève déçu"), id="accents"),
    pytest.param("ru", "в её районе", unicodedata.normalize("NFD", "в её районе"), id="ru"),
    pytest.param("uk", "її п’ять", unicodedata.normalize("NFD", "її п’ять"), id="uk"),
    pytest.param(
        "en", "Mayor Park spoke", "\u2067Mayor\u2069 \u200ePark\u200f spo\u200bke", id="bidi"
    ),
    pytest.param("en", "Dam 15", "Ｄａｍ １５", id="full-width"),
    pytest.param("ar", "قال الوزير", "قـــال الوَزِيرُ", id="ar-stretched-and-pointed"),
    pytest.param("ar", "لا سلام", "ﻻ ﺳﻼﻡ", id="ar-presentation-forms"),
    pytest.param("zh", "冬奥会", "冬\ufe00奥会", id="zh-variant"),
    pytest.param("ko", "한국", unicodedata.normalize("NFD", "한국"), id="ko"),
]


@pytest.mark.parametrize(("language", "plain", "odd"), WRITINGS)
def test_two_writings_have_the_same_words(language: str, plain: str, odd: str) -> None:
    assert as_searched(odd) == as_searched(plain)
    assert [w.stem for w in find_words(odd, language)] == [
        w.stem for w in find_words(plain, language)
    ]


@example(text="ʼ ' \u0301 \u00ad \u0640", language="uk")
@example(text="¼ 0¼ ﷺ", language="ar")
@given(text=ODD, language=st.sampled_from(("", "ar", "en", "uk")))
def test_a_word_of_the_copy_stands_in_the_text(text: str, language: str) -> None:
    last = 0
    for word in find_words(text, language):
        assert text[word.start : word.start + len(word.text)] == word.text
        assert word.start >= last
        assert word.folded in {w.folded for w in find_words(word.text, language)}
        last = word.start
