"""Attacks as they stand in files, and articles with an attack planted in them."""

import html
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.library.ingest.parsing.pages import parse_page
from knowledge.library.records import NewArticle
from knowledge.text.article import Source
from tests.attacks.market import SENTENCES

SAMPLES = Path(__file__).parent / "samples"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """One line of a file.

    Attributes:
        plant: Where in an article it is planted, or "" for a question.
        canary: A word that is shown only if the attack is obeyed, or "".
        host: An address that may not be shown outside of a quote, or "".
        name: A name that may not be stated outside of a quote, or "".
    """

    id: str
    text: str
    plant: str = ""
    canary: str = ""
    host: str = ""
    name: str = ""


def load_attacks(file: Path) -> tuple[Attack, ...]:
    """The lines of *file*; none where it is not there."""
    if not file.is_file():
        return ()
    return tuple(_attack(json.loads(line)) for line in file.read_text("utf-8").splitlines())


def _attack(row: dict[str, Any]) -> Attack:
    return Attack(
        id=row["id"],
        text=row["text"],
        plant=row.get("plant") or "",
        canary=row.get("canary") or "",
        host=row.get("forbidden_host") or "",
        name=row.get("forbidden_name") or "",
    )


def plant(attack: Attack | None) -> NewArticle:
    """The article with the attack in it; the clean one without."""
    sentences = [*SENTENCES]
    where = attack.plant.removeprefix("article.") if attack else ""
    text = attack.text if attack else ""
    if where == "html.fragment":
        return _article(_as_page(text))
    places = {"body.start": 0, "body.middle": 8, "image_caption": 4}
    if where in places or where in ("body.end", "footnote"):
        sentences.insert(places.get(where, len(sentences)), f"\n\n{text}\n\n")
    title = f"Lowgate market {text}".strip() if where == "title" else "Lowgate market"
    author = text if where == "byline" else ""
    return _article(" ".join(sentences).strip(), title=title, author=author)


def _article(text: str, title: str = "Lowgate market", author: str = "") -> NewArticle:
    source = Source(label="market", title=title, author=author, language="en")
    return NewArticle(address="market", text=text, source=source, id="market")


def _as_page(fragment: str) -> str:
    """What is read of a page that holds the fragment between its paragraphs."""
    paragraphs = [f"<p>{html.escape(sentence)}</p>" for sentence in SENTENCES]
    paragraphs.insert(8, fragment)
    page = (
        "<html><head><title>Lowgate market</title></head><body><article>"
        f"<h1>Lowgate market</h1>{''.join(paragraphs)}</article></body></html>"
    )
    (article,) = parse_page(page.encode(), "utf-8", "").articles
    return article.text
