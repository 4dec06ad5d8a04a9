"""Sentences and passages have exact ranges."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.segmentation import LONGEST_SENTENCE, find_sentences, group_passages

LANGUAGES = st.sampled_from(["en", "de", "ru", "ar", "zh", ""])


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        pytest.param("en", "One. Two? Three!", ["One.", "Two?", "Three!"], id="plain"),
        pytest.param("en", "“I won.” He left.", ["“I won.”", "He left."], id="curly-closing"),
        pytest.param(
            "en", 'He left. "Yes!" she said.', ["He left.", '"Yes!" she said.'], id="straight"
        ),
        pytest.param("en", "Head\n\nBody text.", ["Head", "Body text."], id="paragraphs"),
        pytest.param(
            "zh",
            "他说：“我们赢了。”之后离开。是吗？",
            ["他说：“我们赢了。”", "之后离开。", "是吗？"],
            id="zh",
        ),
        pytest.param(
            "de",
            "Am 22. März starben 3 Mio. Menschen. Er ging.",
            ["Am 22. März starben 3 Mio. Menschen.", "Er ging."],
            id="de",
        ),
        pytest.param(
            "de",
            "Er kam nicht. »Wir warten.« Dann ging sie. „Nein.“ Er blieb.",
            ["Er kam nicht.", "»Wir warten.«", "Dann ging sie.", "„Nein.“", "Er blieb."],
            id="german-marks",
        ),
        pytest.param("fr", "« Oui. » Elle part.", ["« Oui. »", "Elle part."], id="french-marks"),
        pytest.param(
            "uk",
            "Він живе на вул. Шевченка. Потім пішов.",
            ["Він живе на вул. Шевченка.", "Потім пішов."],
            id="uk",
        ),
        pytest.param("ar", "من فعل ذلك؟ لا أحد يعرف.", ["من فعل ذلك؟", "لا أحد يعرف."], id="ar"),
        pytest.param("en", "😀 😀!\u2028a", ["😀 😀!", "a"], id="emoji-and-line-separator"),
        pytest.param(
            "en",
            "It fell. 1! It rose.",
            ["It fell. 1!", "It rose."],
            id="no-letters",
        ),
        pytest.param("en", " \n ", [], id="blank"),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(
    language: str, text: str, sentences: list[str]
) -> None:
    assert [text[s.start : s.end] for s in find_sentences(text, language)] == sentences


@given(st.text(max_size=400), LANGUAGES)
def test_every_visible_character_is_in_exactly_one_sentence(text: str, language: str) -> None:
    spans = find_sentences(text, language)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    outside = [
        text[a:b]
        for a, b in zip(
            [0, *(s.end for s in spans)], [*(s.start for s in spans), len(text)], strict=True
        )
    ]
    assert not "".join(outside).strip()
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() for s in spans)


@given(st.text(alphabet="ab \n.", max_size=5000))
def test_no_sentence_is_longer_than_the_limit(text: str) -> None:
    assert all(s.end - s.start <= LONGEST_SENTENCE for s in find_sentences(text, "en"))


@given(st.text(alphabet="ab. \n", max_size=6000))
def test_passages_are_neighbouring_sentences_without_gaps(text: str) -> None:
    spans = find_sentences(text, "en")
    groups = group_passages(text, spans)
    assert [n for first, past in groups for n in range(first, past)] == list(range(len(spans)))
