"""Who says what in Ukrainian."""

import pytest

from tests.knowledge.text.attribution.articles import Row, told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Міністр заявив, що дорога закрита.",
            [("Міністр", "says", "reported", False)],
            id="subject-and-that",
        ),
        pytest.param(
            "Президент України Володимир Зеленський заявив, що Україна не віддасть територій.",
            [("Володимир Зеленський", "says", "reported", True)],
            id="name-with-office",
        ),
        pytest.param(
            "«Ми готові», — сказав міністр оборони Рустем Умєров.",
            [("Рустем Умєров", "says", "direct", False)],
            id="inverted",
        ),
        pytest.param(
            "— Ми втомилися, — сказала Ганна Петренко, мешканка Києва. — Нас ніхто не чує.",
            [
                ("Ганна Петренко", "says", "direct", False),
                ("Ганна Петренко", "says", "direct", True),
            ],
            id="dash-dialogue",
        ),
        pytest.param(
            "За даними поліції, загинули десять людей.",
            [("поліції", "says", "reported", False)],
            id="according-to",
        ),
        pytest.param(
            "Дмитро Пєсков спростував повідомлення. За словами Пєскова, зустріч не планується.",
            [
                ("Дмитро Пєсков", "denies", "reported", False),
                ("Дмитро Пєсков", "says", "reported", True),
            ],
            id="words-of-inflected-name",
        ),
        pytest.param(
            "У Кремлі заявили, що пропозицій не було.",
            [("Кремлі", "says", "reported", True)],
            id="place-speaks",
        ),
        pytest.param(
            "Росія заперечує причетність до теракту.",
            [("Росія", "denies", "reported", False)],
            id="denies",
        ),
        pytest.param(
            "Угруповання взяло на себе відповідальність за напад.",
            [("Угруповання", "claims_responsibility", "reported", False)],
            id="claims-responsibility",
        ),
        pytest.param(
            "Як повідомило агентство Reuters, підозрюваний нібито втік.",
            [("Reuters", "reports", "reported", False)],
            id="as-reported",
        ),
        pytest.param(
            "На думку аналітиків, війна триватиме.",
            [("аналітиків", "believes", "reported", False)],
            id="opinion-of",
        ),
        pytest.param(
            "Марія Іванова засудила напад. Вона попередила про наслідки.",
            [
                ("Марія Іванова", "criticises", "reported", False),
                ("Марія Іванова", "warns", "reported", False),
            ],
            id="pronoun",
        ),
        pytest.param(
            "Міністр відмовився підтвердити цю інформацію.",
            [("Міністр", "confirms", "reported", True)],
            id="refused",
        ),
        pytest.param(
            "Володимир Зеленський звинуватив Москву у брехні.",
            [("Володимир Зеленський", "accuses", "reported", False)],
            id="accuses",
        ),
    ],
)
def test_ukrainian_constructions_name_their_speakers(text: str, rows: list[Row]) -> None:
    assert told(text, "uk") == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "Директорка музею Олена Видова розповіла Укрінформу, що ремонт триватиме два роки.",
            ("Олена Видова", "reports", "reported", False),
            id="name-after-office-with-listener",
        ),
        pytest.param(
            "«Ціни знизяться восени», — пообіцяв у вівторок міністр Лука Мороз на пресконференції.",
            ("Лука Мороз", "promises", "direct", False),
            id="promise-after-a-time",
        ),
        pytest.param(
            "Профспілка вимагає негайної відставки директора.",
            ("Профспілка", "demands", "reported", False),
            id="demand",
        ),
        pytest.param(
            "Мешканці побоюються, що річка знову вийде з берегів.",
            ("Мешканці", "fears", "reported", False),
            id="fear",
        ),
        pytest.param(
            "Брюссель попередив Берлін, що відстрочок більше не буде.",
            ("Брюссель", "warns", "reported", False),
            id="warning-of-a-place",
        ),
        pytest.param(
            "Обвинувачений визнав, що збрехав.",
            ("Обвинувачений", "confirms", "reported", False),
            id="confession",
        ),
        pytest.param(
            "«Хто за це платитиме?» — запитала мер міста.",
            ("мер міста", "asks", "direct", False),
            id="question",
        ),
        pytest.param(
            "Джерела в уряді виключають дострокові вибори.",
            ("Джерела в уряді", "denies", "reported", False),
            id="denial-by-sources",
        ),
        pytest.param(
            "Компанія, в якій працюють 300 людей, оголосила про закриття заводу.",
            ("Компанія", "says", "reported", False),
            id="relative-clause-before-verb",
        ),
    ],
)
def test_ukrainian_news_sentences_name_their_speakers(text: str, row: Row) -> None:
    assert row in told(text, "uk")
