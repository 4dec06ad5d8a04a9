"""Who says what in Russian."""

import pytest

from tests.knowledge.text.attribution.articles import Row, told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Министр заявил, что дорога закрыта.",
            [("Министр", "says", "reported", False)],
            id="subject-and-that",
        ),
        pytest.param(
            "Президент России Владимир Путин заявил, что Россия не отправит войска.",
            [("Владимир Путин", "says", "reported", True)],
            id="name-with-office",
        ),
        pytest.param(
            "«Мы готовы», — сказал министр обороны Сергей Шойгу.",
            [("Сергей Шойгу", "says", "direct", False)],
            id="inverted",
        ),
        pytest.param(
            "— Мы устали, — сказала Анна Петрова, жительница Москвы. — Нас никто не слышит.",
            [("Анна Петрова", "says", "direct", False), ("Анна Петрова", "says", "direct", True)],
            id="dash-dialogue",
        ),
        pytest.param(
            "По данным МВД, погибли десять человек.",
            [("МВД", "says", "reported", False)],
            id="according-to",
        ),
        pytest.param(
            "Дмитрий Песков опроверг сообщения. По словам Пескова, встреча не планируется.",
            [
                ("Дмитрий Песков", "denies", "reported", False),
                ("Дмитрий Песков", "says", "reported", True),
            ],
            id="words-of-inflected-name",
        ),
        pytest.param(
            "В Кремле заявили, что предложений не было.",
            [("Кремле", "says", "reported", True)],
            id="place-speaks",
        ),
        pytest.param(
            "Украина отрицает причастность к теракту.",
            [("Украина", "denies", "reported", False)],
            id="denies",
        ),
        pytest.param(
            "«Исламское государство» взяло на себя ответственность за нападение.",
            [("Исламское государство", "claims_responsibility", "reported", False)],
            id="claims-responsibility",
        ),
        pytest.param(
            "Как сообщило агентство Reuters, подозреваемый якобы скрылся.",
            [("Reuters", "reports", "reported", False)],
            id="as-reported",
        ),
        pytest.param(
            "Встреча отменена. Об этом сообщил министр обороны Сергей Шойгу.",
            [("Сергей Шойгу", "reports", "reported", False)],
            id="points-back",
        ),
        pytest.param(
            "Анна Иванова возмутилась решением. По её словам, власти бездействуют.",
            [
                ("Анна Иванова", "criticises", "reported", False),
                ("Анна Иванова", "says", "reported", False),
            ],
            id="pronoun-phrase",
        ),
        pytest.param(
            "Министр отказался подтвердить эту информацию.",
            [("Министр", "confirms", "reported", True)],
            id="refused",
        ),
        pytest.param(
            "Эксперты считают, что мера недостаточна.",
            [("Эксперты", "believes", "reported", False)],
            id="believes",
        ),
        pytest.param(
            "Владимир Путин обвинил Запад во лжи.",
            [("Владимир Путин", "accuses", "reported", False)],
            id="accuses",
        ),
    ],
)
def test_russian_constructions_name_their_speakers(text: str, rows: list[Row]) -> None:
    assert told(text, "ru") == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "Директор музея Елена Видова рассказала ТАСС, что ремонт продлится два года.",
            ("Елена Видова", "reports", "reported", False),
            id="name-after-office-with-listener",
        ),
        pytest.param(
            "«Цены снизятся осенью», — пообещал во вторник министр Лука Моров на "
            "пресс-конференции.",
            ("Лука Моров", "promises", "direct", False),
            id="promise-after-a-time",
        ),
        pytest.param(
            "Профсоюз требует немедленной отставки директора.",
            ("Профсоюз", "demands", "reported", False),
            id="demand",
        ),
        pytest.param(
            "Жители опасаются, что река снова выйдет из берегов.",
            ("Жители", "fears", "reported", False),
            id="fear",
        ),
        pytest.param(
            "Брюссель предупредил Берлин, что отсрочек больше не будет.",
            ("Брюссель", "warns", "reported", False),
            id="warning-of-a-place",
        ),
        pytest.param(
            "Обвиняемый признал, что солгал.",
            ("Обвиняемый", "confirms", "reported", False),
            id="confession",
        ),
        pytest.param(
            "«Кто будет за это платить?» — спросила мэр города.",
            ("мэр города", "asks", "direct", False),
            id="question",
        ),
        pytest.param(
            "Источники в правительстве исключают досрочные выборы.",
            ("Источники в правительстве", "denies", "reported", False),
            id="denial-by-sources",
        ),
        pytest.param(
            "Компания, в которой работают 300 человек, объявила о закрытии завода.",
            ("Компания", "says", "reported", False),
            id="relative-clause-before-verb",
        ),
    ],
)
def test_russian_news_sentences_name_their_speakers(text: str, row: Row) -> None:
    assert row in told(text, "ru")
