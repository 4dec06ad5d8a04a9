"""The lock as a whole: what stands, what falls, and for what reason."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.text.claim import Claim, Stance, Voice
from knowledge.text.lock.cited import CitedSentence, FaultKind
from knowledge.text.lock.lexicon import LANGUAGES
from knowledge.text.lock.lock import check_gloss, check_statement
from knowledge.text.passage import Span

CLAIMED = "The Islamic State (ISIS) claimed responsibility for the Moscow attack on Friday."
ACCUSED = (
    "Vladimir Putin continues to accuse Ukraine and its allies of inducing this terrorist act."
)
DENIED = "Ryanair denied he would have been fired for taking time off to recover."
DIED = "At least 144 people died in the fire in Lima in 2019, the mayor said."


def cite(text: str, language: str = "en", before: str = "") -> tuple[CitedSentence, ...]:
    return (CitedSentence(text=text, language=language, before=before),)


@pytest.mark.parametrize(
    ("statement", "language", "quote"),
    [
        pytest.param(
            "ISIS claimed responsibility for the Moscow attack.", "en", CLAIMED, id="same"
        ),
        pytest.param(
            "Putin sigue acusando a Ucrania y a sus aliados.", "es", ACCUSED, id="other-language"
        ),
        pytest.param("Путин обвиняет Украину и её союзников.", "ru", ACCUSED, id="other-script"),
        pytest.param(
            "The mayor said that at least 144 people died in the fire in Lima.",
            "en",
            DIED,
            id="other-order",
        ),
    ],
)
def test_what_the_quote_says_stands(statement: str, language: str, quote: str) -> None:
    assert check_statement(statement, language, cite(quote)) == ()


@pytest.mark.parametrize(
    ("statement", "language", "quote", "kind"),
    [
        pytest.param(
            "Ukraine claimed responsibility for the Moscow attack.",
            "en",
            CLAIMED,
            FaultKind.NAME,
            id="a-name-that-is-not-there",
        ),
        pytest.param(
            "Ukraine continues to accuse Putin of inducing this terrorist act.",
            "en",
            ACCUSED,
            FaultKind.ROLE,
            id="roles-swapped",
        ),
        pytest.param(
            "Украина обвиняет Путина.", "ru", ACCUSED, FaultKind.SPEAKER, id="speaker-swapped"
        ),
        pytest.param(
            "Ukraine and its allies induced this terrorist act.",
            "en",
            ACCUSED,
            FaultKind.SPEAKER,
            id="speaker-dropped",
        ),
        pytest.param(
            "Vladimir Putin confirms that Ukraine and its allies induced this terrorist act.",
            "en",
            ACCUSED,
            FaultKind.STANCE,
            id="stance-changed",
        ),
        pytest.param(
            "Ryanair admitió que habría sido despedido.",
            "es",
            DENIED,
            FaultKind.STANCE,
            id="denies-told-as-admits",
        ),
        pytest.param(
            "The mayor said at least 145 people died in the fire in Lima.",
            "en",
            DIED,
            FaultKind.FIGURE,
            id="another-number",
        ),
        pytest.param(
            "The mayor said 144 people died in the fire in Lima.",
            "en",
            DIED,
            FaultKind.FIGURE,
            id="at-least-dropped",
        ),
        pytest.param(
            "The mayor said at least 144 people died in the fire in Lima in 2018.",
            "en",
            DIED,
            FaultKind.FIGURE,
            id="another-year",
        ),
        pytest.param(
            "The mayor said nobody died in the fire in Lima.",
            "en",
            DIED,
            FaultKind.NEGATION,
            id="not-added",
        ),
        pytest.param(
            "The experts moved the border.", "en", CLAIMED, FaultKind.CONTENT, id="another-passage"
        ),
        pytest.param(
            "Prices fell in May because taxes fell.",
            "en",
            "Prices fell in May, and taxes fell.",
            FaultKind.CAUSE,
            id="cause-added",
        ),
        pytest.param(
            "Prices rose in May.", "en", "Prices fell in May.", FaultKind.SCOPE, id="turned-round"
        ),
        pytest.param(
            "The attack was planned in Spain.",
            "en",
            "The attack was possibly planned in Spain.",
            FaultKind.HEDGE,
            id="hedge-dropped",
        ),
        pytest.param(
            "All residents left Lima.", "en", "Some residents left Lima.", FaultKind.SCOPE, id="all"
        ),
        pytest.param(" ", "en", CLAIMED, FaultKind.UNREADABLE, id="empty"),
        pytest.param(
            "暴徒袭击了莫斯科", "zh", CLAIMED, FaultKind.UNREADABLE, id="unknown-language"
        ),
    ],
)
def test_what_the_quote_does_not_say_falls_for_its_reason(
    statement: str, language: str, quote: str, kind: FaultKind
) -> None:
    faults = check_statement(statement, language, cite(quote))
    assert kind in {fault.kind for fault in faults}
    assert all(fault.reason.endswith(".") for fault in faults)


def test_a_statement_without_quotes_falls() -> None:
    (fault,) = check_statement("Anything.", "en", ())
    assert fault.kind is FaultKind.UNREADABLE


def test_a_fact_moved_to_another_sentence_s_subject_falls() -> None:
    quotes = cite("Witnesses heard gunshots in Austin.") + cite("Police arrested Ann Lee.")
    assert check_statement("Witnesses heard gunshots in Austin.", "en", quotes) == ()
    assert check_statement("Witnesses arrested Ann Lee.", "en", quotes)


def test_the_sentence_before_says_who_she_is_and_no_more() -> None:
    quote = cite("She said that the bridge is safe.", before="Ann Lee spoke to Tom Roe in Austin.")
    assert check_statement("Ann Lee said that the bridge is safe.", "en", quote) == ()
    assert check_statement("Bob Ray said that the bridge is safe.", "en", quote)


def test_a_claim_names_the_speaker_that_the_sentence_leaves_open() -> None:
    text = "“The bridge is safe, and it was never closed,” she said."
    claim = Claim(
        sentence=4,
        content=Span(start=101, end=144),
        speaker="Ann Lee",
        stance=Stance.SAYS,
        voice=Voice.DIRECT,
    )
    quote = (CitedSentence(text=text, language="en", start=100, claims=(claim,)),)
    assert check_statement("Ann Lee said the bridge is safe.", "en", quote) == ()
    assert check_statement("The bridge is safe.", "en", quote)


@pytest.mark.parametrize(
    ("gloss", "speaker", "stance", "quote", "stands"),
    [
        pytest.param(
            "Ukraine and its allies induced it", "Putin", Stance.ACCUSES, ACCUSED, True, id="yes"
        ),
        pytest.param("Poland induced it", "Putin", Stance.ACCUSES, ACCUSED, False, id="name"),
        pytest.param(
            "he would have been fired", "Ryanair", Stance.DENIES, DENIED, True, id="denied"
        ),
        pytest.param(
            "he would not have been fired", "Ryanair", Stance.DENIES, DENIED, False, id="twice"
        ),
    ],
)
def test_a_gloss_is_checked_as_what_the_claim_s_speaker_says(
    gloss: str, speaker: str, stance: Stance, quote: str, stands: bool
) -> None:
    claim = Claim(
        sentence=0,
        content=Span(start=0, end=len(quote)),
        speaker=speaker,
        stance=stance,
        voice=Voice.REPORTED,
    )
    assert (check_gloss(gloss, "en", cite(quote)[0], claim) == ()) is stands


def test_a_hedge_that_the_program_writes_is_not_asked_of_the_gloss() -> None:
    quote = cite("ISIS-K is, by all accounts, responsible for the attack, she said.")[0]
    she = quote.text.index("she")
    bare = Claim(
        sentence=0,
        content=Span(start=0, end=she),
        speaker="X",
        stance=Stance.SAYS,
        voice=Voice.REPORTED,
        mention=Span(start=she, end=she + 3),
    )
    hedged = replace(bare, hedge="by all accounts")
    assert check_gloss("ISIS-K is responsible for the attack", "en", quote, hedged) == ()
    assert check_gloss("ISIS-K is responsible for the attack", "en", quote, bare)


def test_no_fewer_than_is_no_denial_of_the_speaker_s() -> None:
    quote = cite("Мэр сообщил, что пострадали не менее 24 человек.", "ru")[0]
    claim = Claim(
        sentence=0,
        content=Span(start=17, end=len(quote.text) - 1),
        speaker="Мэр",
        stance=Stance.SAYS,
        voice=Voice.REPORTED,
        negated=True,
    )
    assert check_gloss("пострадали не менее 24 человек", "ru", quote, claim) == ()


@settings(max_examples=60)
@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_no_text_breaks_the_lock(statement: str, quote: str, language: str) -> None:
    for fault in check_statement(statement, language, cite(quote, language)):
        assert fault.reason
