"""Near-copies are one text; a text that contradicts another is none of its copies."""

import pytest

from knowledge.text.copies import is_near_copy

TEXT = (
    "The mayor, Ada Park, said on Monday that the old bridge over the river would be closed for 12 "
    "weeks, and that buses would run instead of trams until the work was done."
)


@pytest.mark.parametrize(
    ("other", "copy"),
    [
        pytest.param(TEXT, True, id="same"),
        pytest.param(
            TEXT.replace("until the work was done", "until work was done"), True, id="word"
        ),
        pytest.param(TEXT.replace("12", "14"), False, id="another-number"),
        pytest.param(TEXT.replace("Ada Park", "Tom Reed"), False, id="another-name"),
        pytest.param(TEXT.replace("would be closed", "would not be closed"), False, id="not"),
        pytest.param("Ada Park spoke of the bridge on Monday, for 12 minutes.", False, id="other"),
        pytest.param("", False, id="nothing"),
        pytest.param(f"PORT ELLEN, March 3 (Wire) - {TEXT}", True, id="dateline"),
        pytest.param(f"TOLLEN (Agencia Sur).- {TEXT}", True, id="spanish-dateline"),
        pytest.param(f"NATO said - {TEXT}", False, id="a-speaker-is-no-dateline"),
    ],
)
def test_a_copy_has_the_same_words_names_and_numbers(other: str, copy: bool) -> None:
    assert is_near_copy(TEXT, other, "en") is copy
    assert is_near_copy(other, TEXT, "en") is copy
