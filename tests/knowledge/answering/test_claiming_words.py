"""Which words of a question are about claiming responsibility."""

import pytest

from knowledge.answering.blame import claiming_words
from knowledge.text.words.reading import read


@pytest.mark.parametrize(
    ("language", "question", "word"),
    [
        ("en", "Who claimed responsibility?", "claimed"),
        ("en", "Who has claimed the attack?", "claimed"),
        ("en", "Has anyone claimed the attack?", "claimed"),
        ("en", "Did the Green Front claim the attack?", "claim"),
        ("de", "Wer hat sich bekannt?", "bekannt"),
        ("de", "Wer hat sich zu dem Anschlag bekannt?", "bekannt"),
        ("de", "Hat sich jemand zu dem Angriff bekannt?", "bekannt"),
        ("de", "Wer bekannte sich zu dem Anschlag?", "bekannte"),
        ("de", "Wer hat die Verantwortung übernommen?", "übernommen"),
        ("es", "¿Quién se adjudicó la autoría?", "adjudicó"),
        ("es", "¿Quién ha reivindicado el atentado?", "reivindicado"),
        ("fr", "Qui a revendiqué l'attaque ?", "revendiqué"),
        ("fr", "Qui s'est attribué l'attentat ?", "attribué"),
        ("pt", "Quem reivindicou o ataque?", "reivindicou"),
        ("ru", "Кто взял на себя ответственность?", "взял"),
        ("uk", "Хто взяв на себе відповідальність?", "взяв"),
        ("ar", "من تبنى الهجوم؟", "تبنى"),
    ],
)
def test_words_of_claiming_are_found(language: str, question: str, word: str) -> None:
    assert question.index(word) in claiming_words(read(question, language))


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Who claimed the attack was staged?"),
        ("en", "How many lives did the attack claim?"),
        ("de", "Wem ist der Anschlag bekannt?"),
        ("es", "¿Quién atribuyó el ataque al Frente Verde?"),
        ("fr", "À qui la police a-t-elle attribué l'attaque ?"),
    ],
)
def test_other_questions_have_none(language: str, question: str) -> None:
    assert not claiming_words(read(question, language))
