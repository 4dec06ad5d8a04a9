"""Who says what in an article, as pages for a reader; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.articles import ReadArticle
from bot.pages import Block, Kind, Page, fits, over, pack, plain
from bot.quotations import line, number_mark, quote_blocks, spaced
from bot.rendering import render_speaking
from bot.sources import describe_publication, link_article, title_block
from bot.texts import Texts
from knowledge.answering.answer import Citation, Statement
from knowledge.library.records import StoredSentence
from knowledge.text.article import Article
from knowledge.text.attribution.lexicon_files import load_lexicon
from knowledge.text.claim import Claim, Stance, Voice
from knowledge.text.lock.cited import CitedSentence
from knowledge.text.lock.telling import read_telling
from knowledge.text.quote import Quote, quote_sentence

_MOST_SENTENCES = 6
"""On a page: as many as a screen shows without much scrolling, a button each."""

_FALLBACK_LANGUAGE = "en"

_Entry: TypeAlias = Sequence[Block]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsPage:
    """One page, and the quotes on it by their numbers."""

    page: Page
    quotes: Mapping[int, Quote]


def render_claims(read: ReadArticle, texts: Texts) -> tuple[ClaimsPage, ...]:
    """The sentences in which somebody is quoted or reported, with who says them and how.

    At least one page; without quotes where the article speaks in its own voice throughout.
    """
    told = dict(enumerate((s for s in read.sentences if any(map(is_told, s.claims))), 1))
    head = list(_head(read.article, texts))
    entries = [list(_entry(read.article, one, n, texts)) for n, one in told.items()]
    nothing: list[_Entry] = [[line(texts, plain(texts("claims-none")))]]
    pages = (
        page for group in group_entries(head, entries) or [nothing] for page in _pack(head, group)
    )
    return tuple(
        ClaimsPage(page=page, quotes={n: quote_sentence(told[n].sentence) for n in page.numbers})
        for page in pages
    )


def group_entries(head: _Entry, entries: Sequence[_Entry]) -> list[list[_Entry]]:
    """Entries that stand on one page together."""
    groups: list[list[_Entry]] = []
    for entry in entries:
        longer = [*groups[-1], entry] if groups else [entry]
        if groups and len(longer) <= _MOST_SENTENCES and len(_pack(head, longer)) == 1:
            groups[-1] = longer
        else:
            groups.append([entry])
    return groups


def _pack(head: _Entry, entries: Sequence[_Entry]) -> tuple[Page, ...]:
    return pack(spaced(head, *entries))


def _head(article: Article, texts: Texts) -> Iterator[Block]:
    yield line(texts, over(plain(texts("who-says-what")), Kind.BOLD))
    title = title_block(article.source, texts, link_article(article.source.url))
    yield line(texts, title, plain(f" · {describe_publication(article.source, texts)}"))


def _entry(article: Article, stored: StoredSentence, number: int, texts: Texts) -> Iterator[Block]:
    """Who speaks in a sentence, a line each, and the sentence; its head is not cut from it."""
    lines: dict[str, Block] = {}
    for claim in _telling(stored.claims):
        told = line(texts, render_claim(claim, article, stored, texts))
        lines.setdefault(told.text, told)
    head, *further = lines.values()
    head = sum((plain("\n") + one for one in further), head) + plain(f" {number_mark([number])}")
    quotes = list(quote_blocks(stored.sentence.text, number))
    joined = head + plain("\n") + quotes[0]
    yield from [joined, *quotes[1:]] if fits(joined) else [head, *quotes]


def _telling(claims: Sequence[Claim]) -> Iterator[Claim]:
    """One a speaker, if all that the others add is that he says it too."""
    told = [claim for claim in claims if is_told(claim)]
    for claim in told:
        plainly = claim.stance is Stance.SAYS
        others = (c for c in told if c.speaker == claim.speaker and c.stance is not Stance.SAYS)
        if not (plainly and any(others)):
            yield claim


def is_told(claim: Claim) -> bool:
    """Whether it is anybody's but the article's own."""
    return claim.voice is not Voice.ARTICLE


def render_claim(claim: Claim, article: Article, stored: StoredSentence, texts: Texts) -> Block:
    sentence, language = stored.sentence, article.source.language or _FALLBACK_LANGUAGE
    cited = CitedSentence(text=sentence.text, language=language, start=sentence.start)
    pronouns = load_lexicon(language).pronouns
    named = claim.speaker != "" and claim.speaker.casefold() not in pronouns
    telling = read_telling(claim, cited)
    statement = Statement(
        text="",
        speaker=claim.speaker if named else texts("speaker-unnamed"),
        label=claim.label if named else "",
        stance=claim.stance,
        withheld=telling.is_withheld,
        hedges=telling.hedges,
        via=claim.via,
        citations=(Citation(quote=quote_sentence(sentence), source=article.source),),
    )
    return render_speaking(statement, texts)
