"""Who says what in Portuguese."""

import pytest

from tests.knowledge.text.attribution.articles import Row, told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "O presidente Luiz Inácio Lula da Silva afirmou que o Brasil não enviará tropas.",
            [("Luiz Inácio Lula da Silva", "says", "reported", True)],
            id="subject-and-that",
        ),
        pytest.param(
            '"Estamos prontos", disse o ministro.',
            [("o ministro", "says", "direct", False)],
            id="inverted",
        ),
        pytest.param(
            '"É uma vergonha", lamentou Maria Souza, agricultora.',
            [("Maria Souza", "criticises", "direct", False)],
            id="inverted-with-apposition",
        ),
        pytest.param(
            "Segundo o Ministério da Defesa, o ataque deixou dez mortos.",
            [("Ministério da Defesa", "says", "reported", False)],
            id="according-to",
        ),
        pytest.param(
            "De acordo com especialistas ouvidos pela Folha, a medida é insuficiente.",
            [("especialistas", "says", "reported", False)],
            id="reporter-of-experts",
        ),
        pytest.param(
            "Na opinião dos analistas, o governo errou.",
            [("analistas", "believes", "reported", False)],
            id="opinion-of",
        ),
        pytest.param(
            "A Rússia negou qualquer envolvimento.",
            [("A Rússia", "denies", "reported", False)],
            id="denies",
        ),
        pytest.param(
            "O grupo reivindicou a autoria do ataque.",
            [("O grupo", "claims_responsibility", "reported", False)],
            id="claims-responsibility",
        ),
        pytest.param(
            "A ministra Marina Silva alertou que a guerra pode durar.",
            [("Marina Silva", "warns", "reported", False)],
            id="warns",
        ),
        pytest.param(
            "A ministra Marina Silva criticou a medida. Acrescentou que não há provas.",
            [
                ("Marina Silva", "criticises", "reported", False),
                ("Marina Silva", "says", "reported", True),
            ],
            id="subject-dropped",
        ),
        pytest.param(
            "O suspeito fugiu, informou a polícia.",
            [("a polícia", "reports", "reported", False)],
            id="trailing",
        ),
        pytest.param(
            "O porta-voz recusou confirmar a informação.",
            [("O porta-voz", "confirms", "reported", True)],
            id="refused",
        ),
        pytest.param(
            "A oposição teme que a reforma seja aprovada.",
            [("A oposição", "fears", "reported", False)],
            id="fears",
        ),
        pytest.param(
            "— Estamos cansados — disse Ana Costa, moradora. — Ninguém nos ouve.",
            [("Ana Costa", "says", "direct", False), ("Ana Costa", "says", "direct", True)],
            id="dash-dialogue",
        ),
    ],
)
def test_portuguese_constructions_name_their_speakers(text: str, rows: list[Row]) -> None:
    assert told(text, "pt") == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "A diretora do museu, Helena Vidal, explicou à agência Lusa que as "
            "obras vão durar dois anos.",
            ("Helena Vidal", "says", "reported", False),
            id="name-after-office-with-listener",
        ),
        pytest.param(
            "“Os preços vão baixar no outono”, prometeu na terça-feira o ministro Luís Moura.",
            ("Luís Moura", "promises", "direct", False),
            id="promise-after-a-time",
        ),
        pytest.param(
            "O sindicato exige a demissão imediata do diretor.",
            ("O sindicato", "demands", "reported", False),
            id="demand",
        ),
        pytest.param(
            "De acordo com um relatório da ONU, a seca afeta três milhões de pessoas.",
            ("ONU", "says", "reported", False),
            id="report-of-an-organisation",
        ),
        pytest.param(
            "Os moradores temem que o rio volte a transbordar.",
            ("Os moradores", "fears", "reported", False),
            id="fear",
        ),
        pytest.param(
            "Bruxelas avisou Lisboa de que não haverá mais prazos.",
            ("Bruxelas", "warns", "reported", False),
            id="warning-of-a-place",
        ),
        pytest.param(
            "O acusado, Marcos Gil, de 34 anos, confessou ao juiz que mentiu.",
            ("Marcos Gil", "confirms", "reported", False),
            id="confession",
        ),
        pytest.param(
            "“Quem vai pagar?”, perguntou a prefeita.",
            ("a prefeita", "asks", "direct", False),
            id="question",
        ),
        pytest.param(
            "Fontes do governo descartam eleições antecipadas.",
            ("Fontes do governo", "denies", "reported", False),
            id="denial-by-sources",
        ),
        pytest.param(
            "A empresa, que emprega 300 pessoas, anunciou o fechamento da fábrica.",
            ("A empresa", "says", "reported", False),
            id="relative-clause-before-verb",
        ),
    ],
)
def test_portuguese_news_sentences_name_their_speakers(text: str, row: Row) -> None:
    assert row in told(text, "pt")
