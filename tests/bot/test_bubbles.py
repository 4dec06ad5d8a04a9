"""Pictures of messages: every word is in them, whatever it is, and stays within its bubble."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bot.bubbles import Bubble, draw_chat
from bot.pages import Kind, over, plain, styled
from tests.bot.hostile import show_hostile

ROOT = Path(__file__).parent.parent.parent
SVG = "{http://www.w3.org/2000/svg}"


def words_of(picture: str) -> str:
    texts = ElementTree.fromstring(picture).iter(f"{SVG}text")  # noqa: S314 - our own
    return "".join(re.sub(r"[\s\u2066-\u2069]", "", "".join(text.itertext())) for text in texts)


def test_styles_quotations_and_buttons_are_drawn() -> None:
    quote = over(plain("What ") + styled("she <said>", Kind.BOLD), Kind.QUOTE)
    block = plain("A head\n") + quote
    bubble = Bubble(text=block.text, entities=block.entities, rows=[["1", "2"], ["Check again"]])
    picture = draw_chat([Bubble(text="Who?", own=True), bubble], "A test")
    assert words_of(picture) == "Who?AheadWhatshe<said>12Checkagain"
    assert picture.count('font-weight="bold"') == 3  # a piece a word, and the blank between
    assert picture.count("<rect") == 1 + 2 + 2 + 3  # back, bubbles, quotation with its bar, buttons


def test_each_paragraph_runs_its_own_way() -> None:
    picture = draw_chat([Bubble(text="من قال ذلك؟\nHe said so.")], "A test")
    assert [m[1] for m in re.finditer(r'text-anchor="(\w+)"', picture)] == ["end", "start"]


@pytest.mark.parametrize("seed", range(6))
def test_hostile_words_make_a_picture_too(seed: int) -> None:
    for page in show_hostile(seed).pages:
        text = re.sub("[^\x09\x0a\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", " ", page.text)
        picture = draw_chat([Bubble(text=text, entities=page.entities)], "A test")
        assert words_of(picture) == re.sub(r"[\s\u2066-\u2069]", "", text)


def test_the_pictures_of_the_readme_are_there() -> None:
    named = re.findall(r"docs/pictures/(\w+)\.svg", (ROOT / "README.md").read_text("utf-8"))
    assert sorted(set(named)) == sorted(
        path.stem for path in (ROOT / "docs/pictures").glob("*.svg")
    )
