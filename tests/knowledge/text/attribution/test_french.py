"""Who says what in French."""

import pytest

from tests.knowledge.text.attribution.articles import Row, told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Le président Emmanuel Macron a déclaré que la France n'enverrait pas de troupes.",
            [("Emmanuel Macron", "says", "reported", True)],
            id="subject-and-that",
        ),
        pytest.param(
            "Emmanuel Macron, le président, a nié les faits. « Nous sommes prêts », a-t-il ajouté.",
            [
                ("Emmanuel Macron", "denies", "reported", False),
                ("Emmanuel Macron", "says", "direct", False),
            ],
            id="inverted-pronoun",
        ),
        pytest.param(
            "« C'est une honte », déplore Jeanne Martin, agricultrice.",
            [("Jeanne Martin", "criticises", "direct", False)],
            id="inverted-with-apposition",
        ),
        pytest.param(
            "Selon le ministère de la Défense, l'attaque a fait dix morts.",
            [("le ministère de la Défense", "says", "reported", False)],
            id="according-to",
        ),
        pytest.param(
            "D'après des experts interrogés par Le Figaro, la mesure est insuffisante.",
            [("des experts", "says", "reported", False)],
            id="reporter-of-experts",
        ),
        pytest.param(
            "Pour Marine Le Pen, le gouvernement ment.",
            [("Marine Le Pen", "believes", "reported", False)],
            id="opinion-of-a-person",
        ),
        pytest.param(
            "La Russie a démenti toute implication.",
            [("Russie", "denies", "reported", False)],
            id="denies",
        ),
        pytest.param(
            "L'État islamique a revendiqué l'attentat.",
            [("L'État islamique", "claims_responsibility", "reported", False)],
            id="claims-responsibility",
        ),
        pytest.param(
            "La ministre de la Santé, Catherine Colonna, a averti que la crise pourrait durer.",
            [("Catherine Colonna", "warns", "reported", False)],
            id="office-then-name",
        ),
        pytest.param(
            "La ministre Catherine Colonna a démissionné. Elle a accusé Moscou de mentir.",
            [("Catherine Colonna", "accuses", "reported", False)],
            id="pronoun",
        ),
        pytest.param(
            "« Que voulez-vous ? » demande le maire.",
            [("le maire", "asks", "direct", False)],
            id="asks",
        ),
        pytest.param(
            "Le suspect a fui, indique la police.",
            [("la police", "says", "reported", False)],
            id="trailing",
        ),
        pytest.param(
            "Le porte-parole a refusé de confirmer cette information.",
            [("Le porte-parole", "confirms", "reported", True)],
            id="refused",
        ),
        pytest.param(
            "L'opposition craint que la réforme soit adoptée.",
            [("L'opposition", "fears", "reported", False)],
            id="fears",
        ),
    ],
)
def test_french_constructions_name_their_speakers(text: str, rows: list[Row]) -> None:
    assert told(text, "fr") == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "La directrice du musée, Hélène Vidal, a expliqué à l'AFP que les "
            "travaux dureraient deux ans.",
            ("Hélène Vidal", "says", "reported", False),
            id="name-after-office-with-listener",
        ),
        pytest.param(
            "« Les prix vont baisser à l'automne », a promis mardi le ministre Luc "
            "Moreau lors d'une conférence de presse.",
            ("Luc Moreau", "promises", "direct", False),
            id="promise-after-a-time",
        ),
        pytest.param(
            "Le syndicat exige la démission immédiate du directeur.",
            ("Le syndicat", "demands", "reported", False),
            id="demand",
        ),
        pytest.param(
            "Selon un rapport de l'ONU, la sécheresse touche trois millions de personnes.",
            ("ONU", "says", "reported", False),
            id="report-of-an-organisation",
        ),
        pytest.param(
            "Les riverains craignent que le fleuve ne déborde à nouveau.",
            ("Les riverains", "fears", "reported", True),
            id="fear",
        ),
        pytest.param(
            "Bruxelles a prévenu Paris qu'il n'y aurait plus de délai, rapporte Le Monde.",
            ("Bruxelles", "warns", "reported", False),
            id="warning-of-a-place",
        ),
        pytest.param(
            "L'accusé, Marc Gilles, 34 ans, a reconnu devant le juge avoir menti.",
            ("Marc Gilles", "confirms", "reported", False),
            id="confession",
        ),
        pytest.param(
            "« Qui va payer ? » s'interroge la maire de la ville.",
            ("la maire de la ville", "asks", "direct", False),
            id="question",
        ),
        pytest.param(
            "Des sources gouvernementales excluent des élections anticipées.",
            ("Des sources gouvernementales", "denies", "reported", False),
            id="denial-by-sources",
        ),
        pytest.param(
            "L'entreprise, qui emploie 300 personnes, a annoncé la fermeture du site.",
            ("L'entreprise", "says", "reported", False),
            id="relative-clause-before-verb",
        ),
    ],
)
def test_french_news_sentences_name_their_speakers(text: str, row: Row) -> None:
    assert row in told(text, "fr")
