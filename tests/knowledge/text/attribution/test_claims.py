"""Claims over a whole article: quotations, chains, pronouns, and what goes with a claim."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.attribution import find_claims
from knowledge.text.claim import Claim, Stance, Voice
from tests.knowledge.text.attribution.articles import read, split, told

SHIPPED = files("knowledge.articles").joinpath("moscow-concert-hall-attack.txt").read_text("utf-8")


def claims_of(text: str, words: str, language: str = "en") -> list[Claim]:
    """The claims of the sentence that holds *words*."""
    sentence = next(s for s in split(text, language) if words in s.text)
    return [c for c in read(text, language) if c.sentence == sentence.number]


@pytest.mark.parametrize(
    ("words", "speaker", "stance"),
    [
        pytest.param("claimed responsibility", "Islamic State", "claims_responsibility", id="isis"),
        pytest.param("continues to accuse", "Vladimir Putin", "accuses", id="relative-clause"),
        pytest.param("has tried from the first", "Vladimir Putin", "accuses", id="by-his-office"),
        pytest.param(
            "as the United States defends", "United States", "says", id="as-somebody-says"
        ),
        pytest.param("nothing links Ukraine", "Kamala Harris", "says", id="name-after-office"),
        pytest.param("an act of terrorism", "Kamala Harris", "says", id="first-of-three-sentences"),
        pytest.param("there is no proof", "Kamala Harris", "says", id="middle-of-three-sentences"),
        pytest.param("by all accounts", "Kamala Harris", "says", id="she-declared"),
        pytest.param("issued a statement", "White House", "describes", id="organisation"),
        pytest.param("fear that", "Biden Administration and the West", "fears", id="two-together"),
        pytest.param("These images", "The Washington Post", "believes", id="in-the-opinion-of"),
        pytest.param("That fragility", "analysts", "says", id="analysts-consulted"),
        pytest.param(
            "Then he also accused", "Vladimir Putin", "accuses", id="pronoun-over-sentences"
        ),
        pytest.param("considers “Nazi”", "Vladimir Putin", "believes", id="clause-inside-a-clause"),
        pytest.param(
            "held Ukraine responsible", "Vladimir Putin", "accuses", id="verb-around-object"
        ),
        pytest.param("people no longer smile", "Valentina Karenina", "says", id="inverted"),
        pytest.param("This attack will make", "Valeri Chernov", "warns", id="he-in-next-sentence"),
        pytest.param("The enemies of Russia", "Valeri Chernov", "says", id="lost-closing-mark"),
        pytest.param("divert attention", "Valeri Chernov", "believes", id="nested-opening-mark"),
        pytest.param("I believe that the extremists", "Vomik Aliev", "says", id="colon"),
        pytest.param("Ukraine also commits", "Vomik Aliev", "says", id="quotation-goes-on"),
        pytest.param("recalls that its embassy", "US Administration", "denies", id="ruled-out"),
        pytest.param(
            "lets its guard down", "A former senior US Intelligence official", "says", id="as-is"
        ),
    ],
)
def test_speakers_of_the_shipped_article_are_found(words: str, speaker: str, stance: str) -> None:
    found = {(c.speaker, c.stance.value) for c in claims_of(SHIPPED, words)}
    assert (speaker, stance) in found


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("One of the assailants shoots", id="after-a-lost-closing-mark"),
        pytest.param("The majority of citizens", id="plain"),
        pytest.param("Do you believe Putin?", id="question-to-the-reader"),
    ],
)
def test_the_articles_own_words_of_the_shipped_article_stay_its_own(words: str) -> None:
    (claim,) = claims_of(SHIPPED, words)
    assert (claim.speaker, claim.stance, claim.voice) == ("", Stance.STATES, Voice.ARTICLE)


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("“", "”"),
        ("«", "»"),
        ("«", "”"),
        ("„", "“"),
        ('"', '"'),
        ("»", "«"),
        ("‘", "’"),
        ("“", '"'),
    ],
)
def test_any_pair_of_quote_marks_holds_speech(opening: str, closing: str) -> None:
    text = f"{opening}The bridge is open. We crossed it at noon,{closing} said Ann Lee, a nurse."
    assert told(text) == [("Ann Lee", "says", "direct", False)] * 2


def test_speaker_of_a_long_quotation_named_first_goes_through_all_of_it() -> None:
    text = "Ann Lee, the mayor, said: “We waited. Nobody came. We left.” Rain fell all night."
    assert [c.speaker for c in read(text)] == ["Ann Lee", "Ann Lee", "Ann Lee", ""]


def test_quotation_over_paragraphs_keeps_its_speaker() -> None:
    text = "“We waited for hours,” said Ann Lee. “It was cold.\n\n“Then we left,” she added."
    assert {c.speaker for c in read(text)} == {"Ann Lee"}


def test_quotation_without_anybody_near_is_direct_speech_of_nobody() -> None:
    (claim,) = read("“We waited for hours in the cold and nobody came.”")
    assert (claim.speaker, claim.voice, claim.stance) == ("", Voice.DIRECT, Stance.SAYS)


def test_quotation_in_a_language_without_cue_words_is_direct_speech() -> None:
    claims = find_claims("他说：“我们今天到了。”", split("他说：“我们今天到了。”", "zh"), "zh")
    assert [c.voice for c in claims] == [Voice.DIRECT]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        pytest.param(
            "Ann Lee met Ben Ray, a judge. Lee said it was fair.", "Ann Lee", id="surname"
        ),
        pytest.param("Mayor Ann Lee resigned. The mayor said it was time.", "Ann Lee", id="office"),
        pytest.param("Mr. Ben Ray left. Mr. Ray said it was time.", "Ben Ray", id="title"),
        pytest.param("Mary Lee spoke to John Ray. He said it was time.", "John Ray", id="gender"),
        pytest.param(
            "The World Health Organization (WHO) met. WHO said it helps.",
            "World Health Organization",
            id="letters",
        ),
        pytest.param("Ann Lee spoke. His father said it was time.", "His father", id="description"),
        pytest.param(
            "Officials met on Monday. A witness said it was late.", "A witness", id="somebody"
        ),
        pytest.param("Ann Lee said she believed it.", "Ann Lee", id="pronoun-in-own-words"),
        pytest.param("It rained. He said it was late.", "He", id="nobody-known"),
    ],
)
def test_mentions_are_resolved_to_whom_they_mean(text: str, last: str) -> None:
    assert read(text)[-1].speaker == last


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        pytest.param(
            "According to the Herald, Ann Lee, the mayor, said the vote was fair.",
            "Ann Lee",
            ("Herald",),
            id="according-to",
        ),
        pytest.param(
            "That is enough, according to analysts quoted by the Daily Post.",
            "analysts",
            ("Daily Post",),
            id="quoted-by",
        ),
        pytest.param(
            "The Herald reported that Ann Lee had said that Ben Ray denied it.",
            "Ben Ray",
            ("Herald", "Ann Lee"),
            id="chain",
        ),
        pytest.param(
            "The BBC reported a strike, citing Ann Lee.", "Ann Lee", ("BBC",), id="citing"
        ),
        pytest.param(
            "“The court heard us, and Ben Ray denied the theft,” said Ann Lee.",
            "Ben Ray",
            ("Ann Lee",),
            id="inside-a-quotation",
        ),
    ],
)
def test_reported_speech_keeps_its_chain(text: str, speaker: str, via: tuple[str, ...]) -> None:
    assert (speaker, via) in [(c.speaker, c.via) for c in read(text)]


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        pytest.param(
            "In an interview with ABC, Ann Lee said it was over.",
            "In an interview with ABC",
            id="lead",
        ),
        pytest.param(
            "Ann Lee told the Daily Post that it was over.", "the Daily Post", id="listener"
        ),
        pytest.param("“It is over,” Ann Lee said in a statement.", "in a statement", id="trailing"),
        pytest.param("Ann Lee said on Twitter that it was over.", "on Twitter", id="between"),
        pytest.param("Ann Lee said that it was over in a report.", "", id="part-of-what-is-said"),
    ],
)
def test_channel_and_listener_are_kept(text: str, channel: str) -> None:
    assert read(text)[0].channel == channel


@pytest.mark.parametrize(
    ("text", "language", "hedge"),
    [
        ("Ann Lee said it was, by all accounts, over.", "en", "by all accounts"),
        ("He allegedly left.", "en", "allegedly"),
        ("El hombre presuntamente huyó.", "es", "presuntamente"),
        ("Он якобы скрылся.", "ru", "якобы"),
        ("Der Mann soll geflohen sein.", "de", "soll"),
        ("Ann Lee said it was over.", "en", ""),
    ],
)
def test_words_that_weaken_are_kept(text: str, language: str, hedge: str) -> None:
    assert read(text, language)[0].hedge == hedge


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param(
            "The mayor of Springfield, Ann Lee, said no.", "The mayor of Springfield", id="before"
        ),
        pytest.param("Ann Lee, 52, a farmer, said it was over.", "a farmer", id="after-the-age"),
        pytest.param(
            "NASA Administrator Ann Lee said it was over.", "NASA Administrator", id="capitals"
        ),
        pytest.param(
            "Mayor Ann Lee came. Lee said it was over.", "Mayor", id="from-the-first-mention"
        ),
        pytest.param(
            "Governor of Washington Ann Lee said it was over.",
            "Governor of Washington",
            id="of-a-place",
        ),
        pytest.param("Ann Lee said it was over.", "", id="none"),
    ],
)
def test_role_is_given_in_the_articles_words(text: str, role: str) -> None:
    assert [c.role for c in read(text) if c.speaker == "Ann Lee"][-1] == role


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Ann Lee said it was over.", False),
        ("Ann Lee said it was not over.", True),
        ("Ann Lee said nothing links them.", True),
        ("Ann Lee did not say it was over.", True),
        ("Ann Lee denied it.", False),
        ("Ann Lee said it is not only over but lost.", False),
        ("Ann Lee said the man who did not come was ill.", False),
        ("It was not over.", True),
    ],
)
def test_negation_is_that_of_the_main_clause(text: str, negated: bool) -> None:
    assert read(text)[0].negated == negated


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ann Lee told the court that it was over.", "it was over."),
        ("“It is over,” said Ann Lee.", "“It is over,”"),
        ("It was over, Ann Lee said.", "It was over"),
        ("According to Ann Lee, it was over.", "it was over."),
        (
            "The end, Ann Lee said on Monday, was near.",
            "The end, Ann Lee said on Monday, was near.",
        ),
        ("Ann Lee blamed the rain for the delay.", "the rain for the delay."),
        ("Ann Lee called it “a long and cold night”.", "it “a long and cold night”."),
    ],
)
def test_content_is_what_is_said(text: str, content: str) -> None:
    claim = read(text)[0]
    assert text[claim.content.start : claim.content.end] == content


def test_no_sentences_have_no_claims() -> None:
    assert find_claims("", (), "en") == ()


PIECES = st.sampled_from(
    [
        *" \n,.:;!?\"“”«»„'‘’()—–-",
        *("a", "Ünal", "Żak", "ن", "漢", "🙂", "5", "\u200f", "’s"),
        *(
            " said ",
            " Putin ",
            " that ",
            " who ",
            " according to ",
            " he ",
            " the ",
            " and ",
            " mayor ",
        ),
        *(
            " заявил ",
            " по словам ",
            " قال ",
            " إن ",
            " dijo ",
            " según ",
            " hat ",
            " gesagt ",
            " a ",
            " déclaré ",
        ),
        *(
            " did not ",
            " to ",
            " deny ",
            " by ",
            " “We ",
            " I ",
            " citing ",
            " report ",
            "'s ",
            " statement ",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)
LANGUAGES = st.sampled_from(["en", "es", "ru", "uk", "ar", "de", "fr", "pt", "zh", ""])


@given(text=TEXTS, language=LANGUAGES)
def test_every_sentence_has_a_claim_that_lies_within_it(text: str, language: str) -> None:
    sentences = split(text, language)
    claims = find_claims(text, sentences, language)
    assert [c.sentence for c in claims] == sorted(c.sentence for c in claims)
    assert {c.sentence for c in claims} == {s.number for s in sentences}
    for claim in claims:
        sentence = sentences[claim.sentence]
        assert sentence.start <= claim.content.start
        assert claim.content.end <= sentence.end


@given(text=TEXTS, language=LANGUAGES)
def test_the_articles_own_voice_and_the_stance_of_stating_go_together(
    text: str, language: str
) -> None:
    for claim in find_claims(text, split(text, language), language):
        assert (claim.voice is Voice.ARTICLE) == (claim.stance is Stance.STATES)
        assert (claim.mention is None and claim.cue is None) or claim.voice is not Voice.ARTICLE
