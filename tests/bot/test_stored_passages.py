"""Old quotes still open, and say what became of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.passages import render_passage
from bot.stored_passages import StoredPassages
from bot.texts import LANGUAGES, load_texts
from knowledge.text.passage import Span
from tests.knowledge.library.holdings import article, open_holdings

NEW = replace(article("dam", 1), text="The dam broke at dawn. Twelve people were hurt.")
QUOTE = Span(start=23, end=47)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(f"Updated. {NEW.text}", "still has these words", id="same"),
        pytest.param(NEW.text.replace("Twelve", "Fifteen"), "Fifteen people were hurt.", id="new"),
        pytest.param("The dam broke at dawn.", "removed from the current", id="gone"),
        pytest.param("", "taken out of the archive", id="article-removed"),
    ],
)
def test_an_old_quote_says_what_became_of_it(text: str, said: str, tmp_path: Path) -> None:
    with open_holdings(tmp_path) as archive:
        archive.add(NEW)
        if text:
            archive.add(replace(NEW, text=text))
        else:
            archive.remove("dam")
        view = StoredPassages(archive.catalogue).open("dam", 1, QUOTE)
    (page,) = render_passage(view, load_texts("en"))
    assert "Twelve people were hurt." in page.text
    assert said in page.text
    assert all(render_passage(view, load_texts(language)) for language in LANGUAGES)
