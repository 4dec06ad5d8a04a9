"""Whatever a model writes, a quote that is shown is the article's own characters."""

import json
import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from knowledge.answering.answer import Statement
from knowledge.answering.evidence import Evidence
from knowledge.answering.model import ModelFailedError
from knowledge.text.claim import Claim, Stance, Voice
from knowledge.text.passage import Span
from tests.knowledge.answering.model_fakes import (
    compose,
    make_composer,
    make_evidence,
    pick_text,
    reply_text,
)

SCRIPTS = {
    "latin": "said minister about attack hall people Putin it's €5 3.5% 2024 naïve Über “no” not",
    "cyrillic": "заявил министр об атаке в зале людей Путин «нет» 145 2024 не её под об'єкт із",
    "arabic": "قال الوزير عن الهجوم في القاعة بوتين ٢٠٢٤ «لا» ليس أكثر من ١٤٥ قتيلا، وأضاف",
    "chinese": "部长 表示 袭击 音乐厅 普京 一百四十五 人 死亡 “没有” 不 是 乌克兰 声称 《时报》",
    "emoji": "people 👩\u200d🚒 died ❤\ufe0f 🇺🇦 said 👍🏽 no\u200bt e\u0301 \u202eit\u202c ½ ﬁre",
}
MARKS = '"“”„«»‹›「」『』《》‘’`'
LINK = re.compile(r"://|www\.|@|\b(?:evil|tg|t\.me)\b[.:/]|\]\(|<a", re.IGNORECASE)


@dataclass(frozen=True)
class Case:
    """An article of some sentences, and the number of the one that the model turns to."""

    sentences: list[str]
    number: int
    chance: random.Random

    @property
    def sentence(self) -> str:
        return self.sentences[self.number - 1]

    @property
    def words(self) -> list[str]:
        return self.sentence.split(" ")


Forgery = Callable[[Case], tuple[str, list[int]]]


def alter(change: Callable[[Case], str]) -> list[Forgery]:
    """An altered sentence, in marks, after a colon, and bare."""
    return [
        lambda case: (f"“{change(case)}”", [case.number]),
        lambda case: (f"He said: {change(case)}", [case.number]),
        lambda case: (change(case), [case.number]),
    ]


def without_one(case: Case) -> str:
    at = case.chance.randrange(len(case.words))
    return " ".join(case.words[:at] + case.words[at + 1 :])


def with_another(case: Case) -> str:
    words = case.words
    words[case.chance.randrange(len(words))] = "never"
    return " ".join(words)


def swapped(case: Case) -> str:
    words = case.words
    case.chance.shuffle(words)
    return " ".join(words)


def merged(case: Case) -> str:
    other = case.chance.choice(case.sentences).split(" ")
    return " ".join(case.words[: len(case.words) // 2] + other[len(other) // 2 :])


ALTERED: tuple[Callable[[Case], str], ...] = (
    without_one,
    with_another,
    swapped,
    merged,
    lambda case: re.sub(r"\d", "7", case.sentence),
    lambda case: case.sentence.upper(),
    lambda case: unicodedata.normalize("NFKD", case.sentence),
    lambda case: case.sentence.replace("о", "o").replace("a", "а"),
    lambda case: "\u200b".join(case.sentence),
    lambda case: f"\u202e{case.sentence[::-1]}",
    lambda case: case.sentence[: case.chance.randrange(1, len(case.sentence))],
    lambda case: f"{case.sentence} {case.sentence}",
    lambda case: json.dumps({"quote": case.sentence}),
    lambda case: " … ".join([" ".join(case.words[:3]), " ".join(case.words[-3:])]),
)
OTHERS: tuple[Forgery, ...] = (
    lambda case: ("It was so.", [len(case.sentences) + case.chance.randrange(1, 99)]),
    lambda case: ("It was so.", [-case.number]),
    lambda case: ("It was so.", [0, case.number]),
    lambda case: ("It was so.", []),
    lambda case: ("It was so.", [case.number] * 50),
    lambda case: (f"[{case.number}] It was so.", [case.number]),
    lambda case: ("It was so at evil.example now.", [case.number]),
    lambda case: ("It was so, says @evil_bot.", [case.number]),
    lambda case: ("[It was so](tg://resolve?domain=evil)", [case.number]),
    lambda case: ("It was <a href='//evil.example'>so</a>.", [case.number]),
    lambda case: ("It was so: e\u200bvil.exa\u00admple.", [case.number]),
    lambda case: ("It\u0000 was\u001b[31m so.", [case.number]),
    lambda case: ("so " * 2_000, [case.number]),
    lambda case: ("", [case.number]),
)
FORGERIES = [*OTHERS, *(forgery for change in ALTERED for forgery in alter(change))]


def make_case(chance: random.Random) -> Case:
    words = SCRIPTS[chance.choice(list(SCRIPTS))].split(" ")
    joint = "" if words[0] == "部长" else " "
    lengths = [chance.randrange(6, 25) for _ in range(chance.randrange(1, 6))]
    sentences = [joint.join(chance.choices(words, k=k)) + chance.choice(".!。؟") for k in lengths]
    return Case(sentences, chance.randrange(1, len(sentences) + 1), chance)


async def show(
    case: Case, text: str, numbers: list[int], claim: int = 0
) -> tuple[list[Statement], Evidence]:
    evidence = with_claims(make_evidence(case.sentences))
    given = [(n, text) for n in numbers]
    reply = pick_text((claim, text), translations=given) if claim else reply_text((text, numbers))
    composer, _ = make_composer(reply, reply, reply)
    try:
        return (await compose(composer, evidence=evidence))[0], evidence
    except ModelFailedError:
        return [], evidence


def with_claims(evidence: Evidence) -> Evidence:
    """Each sentence as what a speaker of its own says, so that claims have their numbers."""
    return replace(
        evidence,
        candidates=tuple(
            replace(
                one,
                claims=(
                    Claim(
                        sentence=one.sentence.number,
                        content=Span(start=one.sentence.start, end=one.sentence.end),
                        speaker=f"Speaker {number}",
                        stance=Stance.DENIES,
                        voice=Voice.REPORTED,
                    ),
                ),
            )
            for number, one in enumerate(evidence.candidates, start=1)
        ),
    )


def eights(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()
    return {tuple(words[i : i + 8]) for i in range(len(words) - 7)}


def find_wrongs(statements: list[Statement], evidence: Evidence) -> list[str]:
    """What is shown that must not be; written apart from the code that it checks."""
    article = " ".join(candidate.sentence.text for candidate in evidence.candidates)
    wrongs = []
    for statement in statements:
        quotes = [citation.quote for citation in statement.citations]
        wrongs += [q.text for q in quotes if article[q.start : q.end] != q.text]
        translations = [citation.translation for citation in statement.citations]
        for shown in (statement.text, statement.gloss, *translations):
            wrongs += [mark for mark in MARKS if mark in shown and mark not in "‘’`"]
            wrongs += LINK.findall(unicodedata.normalize("NFKC", shown))
            wrongs += [" ".join(run) for run in eights(shown) & eights(article)]
        wrongs += [] if rightly_spoken(statement, evidence) else [statement.speaker]
    return wrongs


def rightly_spoken(statement: Statement, evidence: Evidence) -> bool:
    """Whether a claim's speaker and stance are those of the sentence that is quoted."""
    if statement.text:
        return True
    starts = [candidate.sentence.start for candidate in evidence.candidates]
    number = starts.index(statement.citations[0].quote.start) + 1
    return (statement.speaker, statement.stance) == (f"Speaker {number}", Stance.DENIES)


def honest_text(case: Case) -> str:
    """A few words of the sentence, in an order of their own."""
    words = re.findall(r"[\u4e00-\u9fff]|[^\W_\u4e00-\u9fff]+", case.sentence)[:4]
    return f"{' '.join(reversed(words))} (A)."


async def forge(count: int, seed: int) -> tuple[list[str], int]:
    """So many forged and as many honest replies: what is wrong of the former, and honest shown."""
    chance = random.Random(seed)  # noqa: S311 - repeatable chance for a test
    wrongs: list[str] = []
    honest = 0
    for number in range(count):
        case = make_case(chance)
        text, numbers = FORGERIES[number % len(FORGERIES)](case)
        claim = chance.choice([0, case.number, -case.number, case.number + 50])
        wrongs += find_wrongs(*await show(case, text, numbers, claim))
        picked = case.number if number % 2 else 0
        statements, evidence = await show(case, honest_text(case), [case.number], picked)
        assert find_wrongs(statements, evidence) == []
        honest += [c.quote.text for s in statements for c in s.citations] == [case.sentence]
    return wrongs, honest


async def test_of_some_hundred_forged_replies_no_quote_differs_and_honest_ones_are_shown() -> None:
    wrongs, honest = await forge(336, seed=20240325)
    assert wrongs == []
    assert honest >= 0.995 * 336


@pytest.mark.soak
async def test_of_ten_thousand_forged_replies_no_quote_differs() -> None:
    wrongs, honest = await forge(10_000, seed=1)
    assert wrongs == []
    assert honest >= 0.995 * 10_000


async def test_the_check_of_this_file_notices_a_forged_quote() -> None:
    case = make_case(random.Random(5))  # noqa: S311 - as above
    statements, _ = await show(case, honest_text(case), [case.number])
    other = make_evidence([f"{sentence[:-1]}?" for sentence in case.sentences])
    assert find_wrongs(statements, other) != []
