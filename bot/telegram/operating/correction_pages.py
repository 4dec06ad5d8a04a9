"""Corrections as operators see them: what a new version touches, and what came of correcting it."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

from bot.journal.corrections import SentAnswer
from bot.pages import Block, Page, pack, plain, shorten
from bot.proofreading import Correction
from bot.quotations import line, spaced
from bot.sources import MOST_NAME, describe_date
from bot.telegram.buttons import Verb
from bot.telegram.screens import Key, Screen
from bot.telegram.sending import Fault
from bot.texts import Texts
from bot.touched import Touched

_MOST_LISTED = 8
_MOST_QUOTE = 120
_WORDS_BEFORE = 40
"""Characters shown before a change."""

_MOST_NAMED = 20
_DAYS = 30
"""How long the buttons under a notice do something."""

_WHY = {
    Fault.DELETED: "why-deleted",
    Fault.SHUT_OUT: "why-shut-out",
    Fault.REFUSED: "why-refused",
    Fault.UNKNOWN: "why-unknown",
}


def correction_screen(correction: Correction, texts: Texts) -> Screen:
    """What a new version touches, with the choice of what to do."""
    return Screen(
        page=pack(_described(correction, texts))[0],
        rows=[
            [Key(label=texts("correct"), verb=Verb.CORRECT)],
            [Key(label=texts("leave"), verb=Verb.LEAVE)],
        ],
        state={"correction": correction.id},
        days=_DAYS,
    )


def _described(correction: Correction, texts: Texts) -> Sequence[Block]:
    article, touched = correction.article, correction.touched
    head = texts(
        "correction-found",
        title=shorten(article.source.name, MOST_NAME),
        version=str(article.version),
        count=len(touched),
    )
    items = [_item(one, texts) for one in touched[:_MOST_LISTED]]
    if len(touched) > _MOST_LISTED:
        more = texts("and-more", count=len(touched) - _MOST_LISTED)
        items.append(line(texts, plain(more)))
    count = plain(texts("correction-answers", count=len(correction.answers)))
    return list(spaced([line(texts, plain(head))], items, [line(texts, count)]))


def _item(touched: Touched, texts: Texts) -> Block:
    """What was and what is, from shortly before they begin to differ."""
    pairs = zip(touched.was, touched.now, strict=False)
    same = next((n for n, (one, other) in enumerate(pairs) if one != other), 0)
    cut = touched.was.rfind(" ", 0, same - _WORDS_BEFORE) + 1 if same > _WORDS_BEFORE else 0
    mark = "… " if cut else ""
    was, now = (
        texts.contain(shorten(mark + whole[cut:], _MOST_QUOTE))
        for whole in (touched.was, touched.now)
    )
    return line(texts, plain(f"• {was} → {now if touched.now else texts('correction-removed')}"))


def correction_report(
    answers: Sequence[SentAnswer],
    placed: AbstractSet[str],
    failed: Mapping[str, Fault],
    texts: Texts,
) -> Page:
    """How many were corrected, and which were not, by day, kind of chat and reason."""
    keys = {one.id: _WHY[failed[one.id]] for one in answers if one.id in failed}
    keys |= {one.id: "why-not-sent" for one in answers if one.id not in placed}
    head = [line(texts, plain(texts("corrected", count=len(answers) - len(keys))))]
    if not keys:
        return pack(head)[0]
    head.append(line(texts, plain(texts("uncorrected", count=len(keys)))))
    left = [one for one in answers if one.id in keys]
    named = [_name(one, keys[one.id], texts) for one in left[:_MOST_NAMED]]
    if len(left) > _MOST_NAMED:
        named.append(line(texts, plain(texts("and-more", count=len(left) - _MOST_NAMED))))
    return pack(spaced(head, named))[0]


def _name(answer: SentAnswer, key: str, texts: Texts) -> Block:
    where = "where-private" if answer.chat > 0 else "where-group"
    if answer.inline_message:
        where = "where-elsewhere"
    words = texts(
        "uncorrected-line", day=tell_day(answer.given_at, texts), where=texts(where), why=texts(key)
    )
    return line(texts, plain(f"• {words}"))


def tell_day(moment: datetime, texts: Texts) -> str:
    """A date in words."""
    return describe_date(moment.date().isoformat(), texts.language)
