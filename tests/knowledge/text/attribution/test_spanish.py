"""Who says what in Spanish."""

import pytest

from tests.knowledge.text.attribution.articles import Row, told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "El presidente aseguró que España no enviará tropas.",
            [("El presidente", "says", "reported", True)],
            id="subject-and-that",
        ),
        pytest.param(
            "El presidente del Gobierno, Pedro Sánchez, negó las acusaciones.",
            [("Pedro Sánchez", "denies", "reported", False)],
            id="office-then-name",
        ),
        pytest.param(
            "«No habrá soldados sobre el terreno», dijo Sánchez.",
            [("Sánchez", "says", "direct", True)],
            id="inverted",
        ),
        pytest.param(
            "«Es una vergüenza», lamentó Juan Pérez, vecino del barrio.",
            [("Juan Pérez", "criticises", "direct", False)],
            id="inverted-with-apposition",
        ),
        pytest.param(
            "—Estamos cansados —dijo María López, agricultora—. Nadie nos escucha.",
            [("María López", "says", "direct", False), ("María López", "says", "direct", True)],
            id="dash-dialogue",
        ),
        pytest.param(
            "Según el Ministerio de Defensa, el ataque causó diez muertos.",
            [("Ministerio de Defensa", "says", "reported", False)],
            id="according-to",
        ),
        pytest.param(
            "El sospechoso huyó, según fuentes policiales citadas por Reuters.",
            [("fuentes policiales", "says", "reported", False)],
            id="reporter-of-sources",
        ),
        pytest.param(
            "A juicio de los expertos consultados, la medida es insuficiente.",
            [("los expertos", "believes", "reported", False)],
            id="opinion-of",
        ),
        pytest.param(
            "Rusia ha negado su participación en el atentado.",
            [("Rusia", "denies", "reported", False)],
            id="perfect",
        ),
        pytest.param(
            "El grupo se atribuyó la autoría del ataque.",
            [("El grupo", "claims_responsibility", "reported", False)],
            id="claims-responsibility",
        ),
        pytest.param(
            "El presidente ruso, Vladímir Putin, culpó a Occidente.",
            [("Vladímir Putin", "accuses", "reported", False)],
            id="accuses",
        ),
        pytest.param(
            "La ministra Ana Ruiz advirtió de los riesgos. Añadió que habrá ayudas.",
            [("Ana Ruiz", "warns", "reported", False), ("Ana Ruiz", "says", "reported", False)],
            id="subject-dropped",
        ),
        pytest.param(
            "El ministro, que acusa a Ucrania de mentir, dimitió.",
            [("El ministro", "accuses", "reported", False)],
            id="relative-clause",
        ),
        pytest.param(
            "El portavoz se negó a confirmar la noticia.",
            [("El portavoz", "confirms", "reported", True)],
            id="refused",
        ),
        pytest.param(
            "Ayer confirmó la policía que el hombre había muerto.",
            [("la policía", "confirms", "reported", False)],
            id="verb-before-subject",
        ),
        pytest.param(
            "Se considera que el clima es seco.",
            [],
            id="impersonal",
        ),
    ],
)
def test_spanish_constructions_name_their_speakers(text: str, rows: list[Row]) -> None:
    assert told(text, "es") == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "La directora del museo, Elena Vidal, explicó a la agencia Efe que las "
            "obras durarán dos años.",
            ("Elena Vidal", "says", "reported", False),
            id="name-after-office-with-listener",
        ),
        pytest.param(
            "“El precio de la luz bajará en otoño”, prometió ayer el ministro Luis "
            "Ortega durante una rueda de prensa.",
            ("Luis Ortega", "promises", "direct", False),
            id="promise-after-a-time",
        ),
        pytest.param(
            "El sindicato, por su parte, exigió la dimisión inmediata del consejero.",
            ("El sindicato", "demands", "reported", False),
            id="demand",
        ),
        pytest.param(
            "De acuerdo con un informe de la ONU, la sequía afecta a tres millones de personas.",
            ("ONU", "says", "reported", False),
            id="report-of-an-organisation",
        ),
        pytest.param(
            "Los vecinos temen que el río vuelva a desbordarse.",
            ("Los vecinos", "fears", "reported", False),
            id="fear",
        ),
        pytest.param(
            "Bruselas ha advertido a Madrid de que no habrá más prórrogas, según El País.",
            ("Bruselas", "warns", "reported", True),
            id="warning-of-a-place",
        ),
        pytest.param(
            "El acusado, Marcos Gil, de 34 años, confesó ante el juez que había mentido.",
            ("Marcos Gil", "confirms", "reported", False),
            id="confession",
        ),
        pytest.param(
            "¿Quién va a pagar esto?, se preguntó la alcaldesa.",
            ("la alcaldesa", "asks", "reported", False),
            id="question",
        ),
        pytest.param(
            "Fuentes del Gobierno descartan un adelanto electoral.",
            ("Fuentes del Gobierno", "denies", "reported", False),
            id="denial-by-sources",
        ),
        pytest.param(
            "La empresa, que emplea a 300 personas, anunció el cierre de la planta.",
            ("La empresa", "says", "reported", False),
            id="relative-clause-before-verb",
        ),
    ],
)
def test_spanish_news_sentences_name_their_speakers(text: str, row: Row) -> None:
    assert row in told(text, "es")
