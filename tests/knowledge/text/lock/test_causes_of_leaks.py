"""General causes for which true statements fell, or false ones stood, in a round of the set."""

import pytest

from knowledge.text.lock.cited import CitedSentence
from knowledge.text.lock.lock import check_statement

TRAILING = "Three of the seven miners may still be alive, the fire service believes."
INSERTED = "El alcalde descartó este lunes que el incendio, con 12 heridos, se debiera a un rayo."
ASIDE = "Как пишет «Ведомости», завод в Туле продан за 3 млрд рублей."
NONE_LEFT = "Мэр сообщил, что эвакуированы 400 жителей, но погибших, по его словам, нет."
TOWN = "Мерка Чернівців попередила, що місто може залишитися без води."
ARABIC = "اتهمت نقابة المعلمين الوزارة بإغلاق المدارس."
DENIED_TOO = "أعلن وزير النقل أن القطار وصل، ونفى وجود خلل في المحطة."
APPOSITION = (
    'She accused the ministry of hiding 300 files, a figure that the ministry called "absurd".'
)
CONTRAST = "Boeing delivered 37 aircraft in May, while Airbus delivered 53."
RAISED = "The bank raised its main rate to 9.5 percent because inflation had not fallen."
RECALLED = "Fiat recalled 9,000 cars after a court ruled that the company had broken the law."
ORDERED = (
    "The judge rejected the firm's appeal and ordered it to pay 9 million dollars to 40 nurses."
)
DAMAGE = "The fire destroyed 640 hectares."


@pytest.mark.parametrize(
    ("statement", "language", "quote", "quoted_in", "stands"),
    [
        pytest.param(
            "Three of the seven miners may still be alive.", "en", TRAILING, "en", False,
            id="speaker-behind-a-comma",
        ),
        pytest.param(
            "The fire service believes that seven of the miners may still be alive.",
            "en", TRAILING, "en", False, id="the-whole-for-its-part",
        ),
        pytest.param(
            "El alcalde descartó que el incendio se debiera a un rayo.", "es", INSERTED, "es", True,
            id="denial-across-an-insertion",
        ),
        pytest.param(
            "El alcalde dijo que el incendio se debió a un rayo.", "es", INSERTED, "es", False,
            id="denial-told-as-said",
        ),
        pytest.param(
            "A third of the maize was destroyed.", "en",
            "At least a third of the maize was destroyed.", "en", False, id="bound-of-a-fraction",
        ),
        pytest.param(
            "The firm will move production from Morocco to Aveiro.", "en",
            "The firm will move production from Aveiro to Morocco.", "en", False, id="from-and-to",
        ),
        pytest.param(
            "Four people were killed and one was injured in the attack.", "en",
            "One person was killed and four were injured in the attack.", "en", False,
            id="dead-for-injured",
        ),
        pytest.param(
            "В Казани никто не пострадал, сообщили спасатели.", "ru",
            "Rescuers said that nobody was injured in Kazan.", "en", True,
            id="rescuers-rescue-nobody-here",
        ),
        pytest.param(
            "Poverty had fallen ten years earlier.", "en", "Poverty had fallen a decade earlier.",
            "en", True, id="a-decade-is-ten-years",
        ),
        pytest.param(
            "Un estudio del INE dice que los precios suben.", "es",
            "Un estudio del Instituto Nacional de Estadística dice que los precios suben.", "es",
            True, id="acronym-of-a-name",
        ),
        pytest.param(
            "The council said that 75% of the seats were vacant.", "en",
            "The council (which has 20 members) said that 75% of the seats were vacant.", "en",
            True, id="parenthesis-with-a-figure",
        ),
        pytest.param("Завод в Туле продан за 3 млрд рублей.", "ru", ASIDE, "ru", False, id="aside"),
        pytest.param(
            "«Ведомости» пишет, что завод в Туле продан за 3 млрд рублей.", "ru", ASIDE, "ru", True,
            id="aside-told-by-its-speaker",
        ),
        pytest.param("По словам мэра, погибших нет.", "ru", NONE_LEFT, "ru", True, id="none"),
        pytest.param("По словам мэра, есть погибшие.", "ru", NONE_LEFT, "ru", False, id="some"),
        pytest.param(
            "The mayor of Chernihiv warned that the city could be left without water.",
            "en", TOWN, "uk", False, id="another-town",
        ),
        pytest.param(
            "اتهمت الوزارة نقابة المعلمين بإغلاق المدارس.", "ar", ARABIC, "ar", False,
            id="arabic-order",
        ),
        pytest.param(
            "أعلن وزير النقل وجود خلل في المحطة.", "ar", DENIED_TOO, "ar", False,
            id="arabic-second-verb",
        ),
        pytest.param(
            "The ministry called the figure absurd.", "en", APPOSITION, "en", True,
            id="another-speaks-of-an-apposition",
        ),
        pytest.param(
            "Airbus delivered 37 aircraft in May.", "en", CONTRAST, "en", False, id="contrast"
        ),
        pytest.param(
            "The rate rose because inflation had not fallen.", "en", RAISED, "en", True,
            id="what-is-raised-rises",
        ),
        pytest.param(
            "Центральний банк підвищив ставку до 9,5 відсотка.", "uk",
            "The central bank raised its rate to 9.5 percent.", "en", True, id="to-is-no-bound",
        ),
        pytest.param("Fiat recalled 9,000 cars.", "en", RECALLED, "en", True, id="recalled-cars"),
        pytest.param(
            "The judge ordered 40 nurses to pay 9 million dollars to the firm.",
            "en", ORDERED, "en", False, id="ordered-it",
        ),
        pytest.param("Le feu a détruit 640 maisons.", "fr", DAMAGE, "en", False, id="counted"),
        pytest.param(
            "Amnesty International accused the police.", "en", "اتهمت منظمة العفو الدولية الشرطة.",
            "ar", True, id="an-organisation-s-own-name",
        ),
        pytest.param(
            "Segundo o sindicato, 70% das escolas aderiram à greve.", "pt",
            "O sindicato afirma que 70% das escolas aderiram à greve.", "pt", True, id="segundo",
        ),
        pytest.param(
            "The army has been placed on high alert.", "en",
            "According to Yonhap, the army has been placed on high alert.", "en", False,
            id="a-noun-that-may-be-a-verb-names-no-speaker",
        ),
        pytest.param(
            "400 schools accepted the gift.", "en",
            "400 firms were asked, and 90 schools accepted the gift.", "en", False,
            id="a-noun-that-another-number-counts",
        ),
        pytest.param(
            "Adam pleaded with his sister.", "en", "Adam's sister pleaded with him.", "en", False,
            id="with-him",
        ),
        pytest.param(
            "She argued that people originated in the north.", "en",
            "She argued that people originated in the tropics and became settled in the north.",
            "en", False, id="a-place-that-goes-with-another-verb",
        ),
        pytest.param(
            "The troops were to fight again in the present war.", "en",
            "The troops were returned with an agreement that they were not to fight again in the "
            "present war.", "en", False, id="a-denial-that-is-left-out",
        ),
        pytest.param(
            "Governments no longer pursue different aims.", "en",
            "لا تزال الحكومات تتبع أهدافا مختلفة، إن لم تكن معارضة.", "ar", False, id="still",
        ),
        pytest.param(
            "French ships carried the goods.", "en",
            "British ships carried the goods of French merchants.", "en", False,
            id="another-country-s-ships",
        ),
        pytest.param(
            "John Gray said the flag has never been open to choice.", "en",
            "John Gray, of the panel, said the flag has never before been open to choice, and "
            "John Reed left.", "en", True, id="never-before",
        ),
        pytest.param(
            "John Reed said the flag is old.", "en",
            "John Gray said the flag is old, and John Reed left.", "en", False, id="namesake",
        ),
        pytest.param(
            "The plant will open before winter.", "en", "The plant will open before summer.", "en",
            False, id="seasons",
        ),
    ],
)  # fmt: skip
def test_a_cause_is_mended(
    statement: str, language: str, quote: str, quoted_in: str, stands: bool
) -> None:
    faults = check_statement(statement, language, [CitedSentence(text=quote, language=quoted_in)])
    assert (faults == ()) is stands
