"""Who says what in English."""

import pytest

from tests.knowledge.text.attribution.articles import Row, told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "The minister said that the road would stay closed.",
            [("The minister", "says", "reported", False)],
            id="subject-and-that",
        ),
        pytest.param(
            "The ministry denied that.",
            [("The ministry", "denies", "reported", False)],
            id="only-that",
        ),
        pytest.param(
            "Ann Lee thinks the bridge is safe; her neighbour Ben Ray believes it is not safe.",
            [
                ("Ann Lee", "believes", "reported", False),
                ("Ben Ray", "believes", "reported", True),
            ],
            id="semicolon",
        ),
        pytest.param(
            "Mayor Ann Lee denied the report.",
            [("Ann Lee", "denies", "reported", False)],
            id="name-with-office",
        ),
        pytest.param(
            "“The road is not safe,” said John Smith, a farmer.",
            [("John Smith", "says", "direct", True)],
            id="inverted-with-apposition",
        ),
        pytest.param(
            "Ann Lee, the mayor of Springfield, warned that the bridge could fall.",
            [("Ann Lee", "warns", "reported", False)],
            id="apposition-before-verb",
        ),
        pytest.param(
            "The finance minister, Ann Lee, confirmed the plan.",
            [("Ann Lee", "confirms", "reported", False)],
            id="office-then-name",
        ),
        pytest.param(
            "The army blames Ben Ray, who denies any part in it.",
            [("The army", "accuses", "reported", False), ("Ben Ray", "denies", "reported", False)],
            id="relative-clause",
        ),
        pytest.param(
            "Ten people died, according to the police.",
            [("the police", "says", "reported", False)],
            id="according-to-at-the-end",
        ),
        pytest.param(
            "According to Ann Lee, head of the agency, nobody was hurt.",
            [("Ann Lee", "says", "reported", True)],
            id="according-to-with-office",
        ),
        pytest.param(
            "In the opinion of ‘The Daily Post’, the plan has failed.",
            [("The Daily Post", "believes", "reported", False)],
            id="opinion-of",
        ),
        pytest.param(
            "Russia continues to accuse Ukraine of the attack.",
            [("Russia", "accuses", "reported", False)],
            id="infinitive",
        ),
        pytest.param(
            "The company refused to confirm the figures.",
            [("The company", "confirms", "reported", True)],
            id="refused",
        ),
        pytest.param(
            "The police did not say who had called them.",
            [("The police", "says", "reported", True)],
            id="did-not",
        ),
        pytest.param(
            "The ministry issued a statement calling the strike “a crime against the whole city”.",
            [("The ministry", "describes", "direct", False)],
            id="gerund",
        ),
        pytest.param(
            "The attack was condemned by the United Nations.",
            [("United Nations", "criticises", "reported", False)],
            id="passive-with-agent",
        ),
        pytest.param(
            "The attack was condemned in strong words.",
            [],
            id="passive-without-agent",
        ),
        pytest.param(
            "Ann Lee said the vote was fair, while Ben Ray called it “a bad joke for the country”.",
            [("Ann Lee", "says", "reported", False), ("Ben Ray", "describes", "direct", False)],
            id="two-speakers",
        ),
        pytest.param(
            "Ann Lee praised the crew and said that the work would go on.",
            [("Ann Lee", "praises", "reported", False), ("Ann Lee", "says", "reported", False)],
            id="one-speaker-two-verbs",
        ),
        pytest.param(
            "The Islamic State (ISIS) claimed responsibility for the attack.",
            [("Islamic State", "claims_responsibility", "reported", False)],
            id="claimed-responsibility",
        ),
        pytest.param(
            "Vladimir Putin held Ukraine responsible for the massacre.",
            [("Vladimir Putin", "accuses", "reported", False)],
            id="held-responsible",
        ),
        pytest.param(
            "“We are ready,” Ann Lee told reporters, “and we will not leave.”",
            [("Ann Lee", "says", "direct", False), ("Ann Lee", "says", "direct", True)],
            id="split-quotation",
        ),
        pytest.param(
            "Ann Lee wrote: “It was over before noon.”",
            [("Ann Lee", "says", "direct", False)],
            id="colon",
        ),
        pytest.param(
            "Ann Lee: We shall see what the court decides.",
            [("Ann Lee", "says", "direct", False)],
            id="interview",
        ),
        pytest.param(
            "Lee's statement added that nothing was missing.",
            [("Lee", "says", "reported", True)],
            id="statement-of-somebody",
        ),
        pytest.param(
            "The claims of the company were never checked.",
            [],
            id="noun-not-verb",
        ),
        pytest.param(
            "The so-called “support movement” grew quickly.",
            [],
            id="scare-quotes",
        ),
        pytest.param(
            "“Not on my watch,” harrumphed Ann Lee.",
            [("Ann Lee", "says", "direct", True)],
            id="unknown-verb-beside-quotation",
        ),
        pytest.param(
            "The paper reported that Ann Lee had denied the story.",
            [("The paper", "reports", "reported", False), ("Ann Lee", "denies", "reported", False)],
            id="nested",
        ),
        pytest.param(
            "We lost a friend today. He will be missed. Ann Lee, Director",
            [("Ann Lee", "says", "direct", False), ("Ann Lee", "says", "direct", False)],
            id="signed",
        ),
    ],
)
def test_english_constructions_name_their_speakers(text: str, rows: list[Row]) -> None:
    assert told(text, "en") == rows
