"""An answer whose article has changed, as it is shown from then on; pure.

The words that a model put to the old quotes stand on them no more, so they go: what is left is what
was quoted, what the article says there now, and the quotes that still stand.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

from bot.pages import Block, Kind, Page, pack, plain, styled
from bot.passages import PassageView
from bot.quotations import line, quote_blocks, spaced
from bot.sources import describe_publication, link_article, title_block
from bot.texts import Texts
from knowledge.text.revision import Fate


def render_corrected(views: Mapping[int, PassageView], day: str, texts: Texts) -> Page:
    """The quotes of an answer by their numbers, those first that have changed.

    Args:
        day: Of the correction, in words.
    """
    touched = {n: view for n, view in views.items() if _is_touched(view)}
    rest = {n: view for n, view in views.items() if n not in touched}
    head = line(texts, styled(texts("corrected-notice", day=day), Kind.BOLD))
    changes = (_change(view, number, texts) for number, view in touched.items())
    standing = chain.from_iterable(quote_blocks(v.quote.text, n) for n, v in rest.items())
    kept = [line(texts, plain(texts("corrected-rest"))), *standing] if rest else []
    return pack(spaced([head], *changes, kept, _sources(views, texts)))[0]


def _is_touched(view: PassageView) -> bool:
    return view.superseded and view.fate is not Fate.SAME


def _change(view: PassageView, number: int, texts: Texts) -> Iterator[Block]:
    yield line(texts, plain(texts("corrected-was")))
    yield from quote_blocks(view.quote.text, number)
    if view.now:
        yield line(texts, plain(texts("corrected-now")))
        yield from quote_blocks(view.now, None)
    else:
        yield line(texts, plain(texts("corrected-removed")))


def _sources(views: Mapping[int, PassageView], texts: Texts) -> Iterator[Block]:
    for source in dict.fromkeys(view.source for view in views.values()):
        title = title_block(source, texts, link_article(source.url))
        about = plain(f" · {describe_publication(source, texts)} · {texts('quotes-exact')}")
        yield line(texts, title, about)
