"""Who says what in German."""

import pytest

from tests.knowledge.text.attribution.articles import Row, told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Bundeskanzler Olaf Scholz sagte, Deutschland werde keine Truppen schicken.",
            [("Olaf Scholz", "says", "reported", True)],
            id="subject-first",
        ),
        pytest.param(
            "„Wir sind bereit“, sagte der Minister.",
            [("der Minister", "says", "direct", False)],
            id="inverted",
        ),
        pytest.param(
            "„Das ist eine Schande“, klagte Anna Müller, eine Landwirtin.",
            [("Anna Müller", "criticises", "direct", False)],
            id="inverted-with-apposition",
        ),
        pytest.param(
            "Nach Angaben der Polizei wurden zehn Menschen getötet.",
            [("Polizei", "says", "reported", False)],
            id="according-to",
        ),
        pytest.param(
            "Experten zufolge reicht die Maßnahme nicht aus.",
            [("Experten", "says", "reported", True)],
            id="postposition",
        ),
        pytest.param(
            "Der Täter sei gefasst, so der Minister.",
            [("der Minister", "says", "reported", False)],
            id="so",
        ),
        pytest.param(
            "Die Polizei teilte mit, dass der Täter geflohen sei.",
            [("Die Polizei", "says", "reported", False)],
            id="split-verb",
        ),
        pytest.param(
            "Am Montag teilte die Polizei mit, dass der Täter geflohen sei.",
            [("die Polizei", "says", "reported", False)],
            id="speaker-inside-verb",
        ),
        pytest.param(
            "Russland hat jede Beteiligung bestritten.",
            [("Russland", "denies", "reported", False)],
            id="verb-at-the-end",
        ),
        pytest.param(
            "Der Sprecher wollte die Meldung nicht bestätigen.",
            [("Der Sprecher", "confirms", "reported", True)],
            id="modal-and-not",
        ),
        pytest.param(
            "Wie die Behörde mitteilte, gibt es keine Verletzten.",
            [("die Behörde", "says", "reported", True)],
            id="as-reported",
        ),
        pytest.param(
            "Das Ministerium wies die Vorwürfe zurück.",
            [("Das Ministerium", "denies", "reported", False)],
            id="rejects",
        ),
        pytest.param(
            "Außenministerin Annalena Baerbock warf Moskau vor, zu lügen.",
            [("Annalena Baerbock", "accuses", "reported", False)],
            id="accuses",
        ),
        pytest.param(
            "Annalena Baerbock, die Ministerin, warnte vor Gewalt. Sie forderte Hilfe.",
            [
                ("Annalena Baerbock", "warns", "reported", False),
                ("Annalena Baerbock", "demands", "reported", False),
            ],
            id="pronoun",
        ),
        pytest.param(
            "Das Gesetz wurde am Montag verkündet.",
            [],
            id="passive-without-agent",
        ),
    ],
)
def test_german_constructions_name_their_speakers(text: str, rows: list[Row]) -> None:
    assert told(text, "de") == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "Die Direktorin des Museums, Helene Vogt, erklärte der "
            "Nachrichtenagentur dpa, die Arbeiten würden zwei Jahre dauern.",
            ("Helene Vogt", "says", "reported", False),
            id="name-after-office-with-listener",
        ),
        pytest.param(
            "„Die Preise werden im Herbst sinken“, versprach Minister Lukas Moor am Dienstag.",
            ("Lukas Moor", "promises", "direct", False),
            id="promise-after-a-time",
        ),
        pytest.param(
            "Die Gewerkschaft fordert den sofortigen Rücktritt des Direktors.",
            ("Die Gewerkschaft", "demands", "reported", False),
            id="demand",
        ),
        pytest.param(
            "Laut einem Bericht der UNO leiden drei Millionen Menschen unter der Dürre.",
            ("UNO", "says", "reported", False),
            id="report-of-an-organisation",
        ),
        pytest.param(
            "Die Anwohner befürchten, dass der Fluss erneut über die Ufer tritt.",
            ("Die Anwohner", "fears", "reported", False),
            id="fear",
        ),
        pytest.param(
            "Brüssel hat Berlin gewarnt, dass es keine Fristverlängerung geben werde.",
            ("Brüssel", "warns", "reported", True),
            id="warning-of-a-place",
        ),
        pytest.param(
            "Der Angeklagte gab zu, gelogen zu haben.",
            ("Der Angeklagte", "confirms", "reported", False),
            id="confession",
        ),
        pytest.param(
            "„Wer soll das bezahlen?“, fragte die Bürgermeisterin.",
            ("die Bürgermeisterin", "asks", "direct", False),
            id="question",
        ),
        pytest.param(
            "Regierungskreise schließen Neuwahlen aus.",
            ("Regierungskreise", "denies", "reported", False),
            id="denial-by-sources",
        ),
        pytest.param(
            "Das Unternehmen, das 300 Menschen beschäftigt, kündigte die Schließung des Werks an.",
            ("Das Unternehmen", "says", "reported", False),
            id="relative-clause-before-verb",
        ),
    ],
)
def test_german_news_sentences_name_their_speakers(text: str, row: Row) -> None:
    assert row in told(text, "de")
