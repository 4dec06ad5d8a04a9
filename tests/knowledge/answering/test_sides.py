"""Speakers who disagree about what was asked are shown together, whoever composed the answer."""

import pytest

from knowledge.answering.answer import Outcome, Question, Statement
from knowledge.answering.evidence import Evidence
from knowledge.answering.sides import Told, show_sides, state
from tests.knowledge.answering.test_who_says import evidence


def one_sided(found: Evidence, number: int = 0) -> Told:
    """An answer that tells one sentence alone, as a model may."""
    candidate = found.candidates[number]
    claim = next((claim for claim in candidate.claims if claim.speaker), None)
    return Told(statements=(state(candidate, claim),), outcome=Outcome.ANSWERED)


def shown(question: str, text: str, language: str = "en", number: int = 0) -> Told:
    found = evidence(text, language=language)
    return show_sides(Question(text=question, language=language), found, one_sided(found, number))


def speakers(statements: tuple[Statement, ...]) -> list[str]:
    return [statement.speaker for statement in statements]


@pytest.mark.parametrize(
    ("question", "language", "text", "expected"),
    [
        pytest.param(
            "Was the bridge inspected?",
            "en",
            "The engineer, Dana Wu, said that the bridge had been inspected in March. "
            "Union leader Marc Hill said the bridge had not been inspected since 2019.",
            ["Dana Wu", "Marc Hill"],
            id="not",
        ),
        pytest.param(
            "¿Es potable el agua?",
            "es",
            "La ministra Elena Ruiz aseguró que el agua es potable. "
            "El alcalde, Tomás Ibarra, negó que el agua sea potable.",
            ["Elena Ruiz", "Tomás Ibarra"],
            id="denies",
        ),
        pytest.param(
            "Что стало причиной пожара?",
            "ru",
            "Губернатор Сергей Волков заявил, что причиной пожара стал поджог. "
            "Начальник пожарной службы Ирина Лаптева опровергла эту версию.",
            ["Сергей Волков", "Ирина Лаптева"],
            id="that-account",
        ),
        pytest.param(
            "Le train roulait-il trop vite ?",
            "fr",
            "Le ministre, Luc Marchal, a affirmé que le conducteur roulait trop vite. "
            "Le syndicat Rail-Sud a démenti : le train respectait la limitation.",
            ["Luc Marchal", "Rail-Sud"],
            id="denies-at-all",
        ),
        pytest.param(
            "Were the rescue teams good?",
            "en",
            "Mayor Olga Stern praised the rescue teams. "
            "Councillor Ian Bright criticised the rescue teams for arriving late.",
            ["Olga Stern", "Ian Bright"],
            id="praise-and-blame",
        ),
        pytest.param(
            "How many people were hurt?",
            "en",
            "The ministry said that 45 people were hurt in Lodz. "
            "Hospital director Amina Yusuf said that 120 people were hurt.",
            ["The ministry", "Amina Yusuf"],
            id="figures",
        ),
        pytest.param(
            "Did Norland sink the ship?",
            "en",
            "President Ivo Kern accused Norland of sinking the ship. "
            "Norland's minister, Eva Lund, denied that Norland was involved.",
            ["Ivo Kern", "Eva Lund"],
            id="accusation",
        ),
    ],
)
async def test_the_other_side_is_added_in_the_order_of_the_article(
    question: str, language: str, text: str, expected: list[str]
) -> None:
    for number in (0, 1):
        told = shown(question, text, language, number)
        assert told.outcome is Outcome.DISPUTED
        assert speakers(told.statements) == expected


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param(
            "What is known about the bridge?",
            "The engineer, Dana Wu, said that the bridge was safe. "
            "Mayor Olga Stern said that the bridge was not crowded.",
            id="other-things",
        ),
        pytest.param(
            "What about the bridge?",
            "Clerk Dana Wu fears that the bridge will fall into the river. "
            "Mayor Olga Stern denied that the bridge will fall into the river.",
            id="a-fear",
        ),
        pytest.param(
            "What did the council do?",
            "Clerk Dana Wu said that the city council had approved the budget. "
            "Mayor Olga Stern denied that the city council had read the report.",
            id="other-denial",
        ),
        pytest.param(
            "What did the minister say about the mine?",
            "The minister, Sam Reed, said that the mine was closed. "
            "Mayor Olga Stern said that the mine was closed on Monday.",
            id="agreeing",
        ),
        pytest.param(
            "Was the mine inspected?",
            "The minister, Sam Reed, said that the mine was inspected. "
            "Mayor Olga Stern did not confirm that the mine was inspected.",
            id="does-not-say",
        ),
        pytest.param(
            "How many people were hurt?",
            "The ministry said that 45 people were hurt in Lodz. "
            "Hospital director Amina Yusuf said that three houses were hurt.",
            id="other-figures",
        ),
        pytest.param(
            "???",
            "The minister, Sam Reed, said that the mine was open. "
            "Mayor Olga Stern accused the owners.",
            id="no-words",
        ),
        pytest.param(
            "Is the mine open?",
            "The minister, Sam Reed, said that the mine was open. "
            "Later Reed denied that the mine was open.",
            id="one-speaker",
        ),
        pytest.param(
            "What did Dana Wu say about the bridge?",
            "The engineer, Dana Wu, said that the bridge had been inspected in March. "
            "Union leader Marc Hill said the bridge had not been inspected since 2019.",
            id="asked-of-one",
        ),
    ],
)
async def test_what_can_both_be_so_is_no_dispute(question: str, text: str) -> None:
    told = shown(question, text)
    assert (told.outcome, len(told.statements)) == (Outcome.ANSWERED, 1)


async def test_a_refusal_is_left_as_it_is() -> None:
    refused = Told(statements=(), outcome=Outcome.REFUSED)
    asked = Question(text="Was it so?", language="en")
    assert show_sides(asked, evidence("It was so."), refused) is refused


@pytest.mark.parametrize(
    ("question", "language", "text", "named"),
    [
        pytest.param(
            "Whose fault was the accident?",
            "en",
            "The two gave conflicting accounts of the accident. "
            "The union says that the driver accelerated. "
            "The company maintains that the man stepped into the road. "
            "Mayor Olga Stern promised an inquiry.",
            ["", "The union", "The company"],
            id="en",
        ),
        pytest.param(
            "Wer war an dem Unfall schuld?",
            "de",
            "Über den Unfall gehen die Angaben auseinander. "
            "Die Gewerkschaft sagt, der Fahrer habe beschleunigt. "
            "Die Firma behauptet, der Mann sei auf die Straße getreten. "
            "Bürgermeisterin Olga Stern versprach eine Untersuchung.",
            ["", "Die Gewerkschaft", "Die Firma"],
            id="de",
        ),
    ],
)
async def test_accounts_that_the_article_calls_conflicting_are_all_shown(
    question: str, language: str, text: str, named: list[str]
) -> None:
    told = shown(question, text, language)
    assert told.outcome is Outcome.DISPUTED
    assert speakers(told.statements) == named


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        pytest.param("What does the union leader say?", Outcome.ANSWERED, id="by-the-role"),
        pytest.param("What does Ada Park say?", Outcome.ANSWERED, id="by-the-name"),
        pytest.param("Were the wages cut?", Outcome.DISPUTED, id="the-matter-itself"),
    ],
)
def test_what_somebody_says_is_not_disputed_by_others(question: str, outcome: Outcome) -> None:
    text = "Union leader Ada Park said that the firm had cut the wages. Dockline denied that."
    assert shown(question, text).outcome is outcome
