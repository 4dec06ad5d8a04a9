"""Where sentences and passages begin and end, as exact ranges of the article's text.

Sentences come from nupunkt, line by line, with rules of our own for what it does not know:
Chinese and Arabic full stops, some abbreviations, German ordinals, and closing quote marks
that fell into the next sentence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import nupunkt

from knowledge.text.passage import Span

LONGEST_SENTENCE = 1000
"""Code points; a longer run without a full stop (a table, a list) is cut at white space."""

PASSAGE_FILL = 500
"""Code points; a passage takes sentences until it holds so many, or its paragraph ends."""

PASSAGE_LIMIT = 1200
"""Code points; short paragraphs are joined up to here."""

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_FULL_STOP_WITHOUT_SPACE = re.compile(r"[。！？｡](?:[”’」』）】\"']*)|[؟۔](?=\s)")
_GERMAN_END = re.compile(r"[.!?…][“«]\s+(?=[A-ZÄÖÜ„»])")
_OWN_ENDS = {"de": _GERMAN_END}
_LETTER = re.compile(r"[^\W\d_]")
_ONLY_CLOSING = re.compile(r"[”’»\"'」』）)\]]+[.!?…]*\s*")
_ENDS_IN_ABBREVIATION = re.compile(
    r"(?:^|[\s(«“„\"])(?:Mio|Mrd|Nr|Abs|bzw|ca|Hr|Fr|вул|ул|просп|пров|обл|им|ім|тис|тыс|млн|млрд"
    r"|руб|грн|чел|Sr|Sra|Srta|Dr|Dra|Prof|Exmo|Mgr|Mme|Mlle|art|núm|pág|nº)\.$",
    re.IGNORECASE,
)
_ENDS_IN_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
_GERMAN_ORDINAL_NOUN = re.compile(
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|Jahrhundert|Mal|Platz|Etage|Stock|Geburtstag|Spieltag)\b"
)


def find_sentences(text: str, language: str) -> tuple[Span, ...]:
    """Find the sentences of *text*, in order, without outer white space.

    Everything but white space is in exactly one sentence.
    """
    return tuple(
        piece
        for line in _LINE.finditer(text)
        for sentence in _with_letters(
            text, _sentences_of_line(line.group(), line.start(), language)
        )
        for piece in _cut_long(text, sentence)
    )


def _with_letters(text: str, sentences: Iterable[Span]) -> Iterator[Span]:
    """Join what has no letter (a footnote's mark, a row of dots) to the sentence before it."""
    waiting: Span | None = None
    for sentence in sentences:
        if waiting and not _LETTER.search(text, sentence.start, sentence.end):
            waiting = Span(start=waiting.start, end=sentence.end)
            continue
        if waiting:
            yield waiting
        waiting = sentence
    if waiting:
        yield waiting


def _sentences_of_line(line: str, offset: int, language: str) -> Iterator[Span]:
    own = _OWN_ENDS.get(language, _FULL_STOP_WITHOUT_SPACE)
    ends = sorted({*_nupunkt_ends(line), *(m.end() for m in own.finditer(line))})
    start = 0
    for end in [*ends, len(line)]:
        if end < len(line) and _runs_on(line[start:end].rstrip(), line[end:], language):
            continue
        if end > start and (span := _trimmed(line, start, end)):
            yield Span(start=offset + span.start, end=offset + span.end)
            start = end


def _nupunkt_ends(line: str) -> Iterator[int]:
    """Ends of sentences; a closing mark at the start of the next one is taken along."""
    for _, end in nupunkt.sent_spans(line):
        closing = _ONLY_CLOSING.match(line, _skip_space(line, end))
        yield closing.end() if closing and _closes(line, closing.start()) else end


def _closes(line: str, position: int) -> bool:
    """Whether the mark there ends a quotation; a straight one does so if one is open.

    One between a space and a word opens the next, in German and Danish ("… kam. »Wir …").
    """
    mark = line[position]
    if mark in "\"'":
        return line.count(mark, 0, position) % 2 == 1
    behind = line[position + 1 : position + 2]
    return not (behind.isalnum() and line[position - 1 : position].isspace())


def _skip_space(line: str, position: int) -> int:
    while position < len(line) and line[position].isspace():
        position += 1
    return position


def _runs_on(sentence: str, rest: str, language: str) -> bool:
    """Whether a full stop found at the end of *sentence* does not end it."""
    if not sentence or _ENDS_IN_ABBREVIATION.search(sentence):
        return True
    if _ENDS_IN_ORDINAL.search(sentence) and language == "de":
        return bool(_GERMAN_ORDINAL_NOUN.match(rest.lstrip()))
    return False


def _trimmed(line: str, start: int, end: int) -> Span | None:
    piece = line[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start=start + left, end=start + len(piece.rstrip())) if piece.strip() else None


def _cut_long(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST_SENTENCE:
        window = text[start : start + LONGEST_SENTENCE]
        cut = max((m.start() for m in re.finditer(r"\s", window)), default=0) or LONGEST_SENTENCE
        if piece := _trimmed(text, start, start + cut):
            yield piece
        start = _skip_space(text, start + cut)
    if piece := _trimmed(text, start, span.end):
        yield piece


def group_passages(text: str, sentences: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    """Group neighbouring sentences into passages: (first, past the last) sentence numbers.

    A passage ends with its paragraph once it holds enough text, and short paragraphs (a heading,
    a line of dialogue) are joined to what follows.
    """
    groups: list[tuple[int, int]] = []
    first = 0
    for number, sentence in enumerate(sentences):
        last = number + 1 == len(sentences)
        if last or _is_full(text, sentences[first], sentence, sentences[number + 1]):
            groups.append((first, number + 1))
            first = number + 1
    return tuple(groups)


def _is_full(text: str, first: Span, current: Span, following: Span) -> bool:
    length = current.end - first.start
    ends_paragraph = _LINE.fullmatch(text[current.end : following.start] or " ") is None
    too_long_with_next = following.end - first.start > PASSAGE_LIMIT
    return too_long_with_next or length >= (
        PASSAGE_FILL if not ends_paragraph else PASSAGE_FILL // 2
    )
