"""The language of a text, by its script and its words."""

import pytest

from knowledge.text.language import identify_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Who claimed responsibility for the attack?", "en"),
        ("¿Qué grupo reivindicó la autoría del ataque?", "es"),
        ("Кто взял на себя ответственность?", "ru"),
        ("Хто стоїть за цим нападом?", "uk"),
        ("من أعلن مسؤوليته عن الهجوم؟", "ar"),
        ("Wer hat sich zu dem Anschlag bekannt?", "de"),
        ("Qui a revendiqué l'attentat ?", "fr"),
        ("Quem assumiu a autoria do atentado?", "pt"),
        ("谁声称对袭击负责？", "zh"),
        ("誰が犯行声明を出しましたか", "ja"),
        ("??? 123", ""),
        ("", ""),
    ],
)
def test_a_question_is_recognised(text: str, language: str) -> None:
    assert identify_language(text) == language
