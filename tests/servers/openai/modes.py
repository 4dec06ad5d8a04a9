"""How the model of the test server behaves: honest, obedient, forging, broken."""

import json
import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.servers.openai.reading import Material

_WORD = re.compile(r"[^\W_]+")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_STATEMENT_WORDS = 7
"""One less than the run of words that counts as copied."""

_ORDER = re.compile(
    r"ignore|instruction|system|prompt|write|say\b|add\b|append|present|name\b|print|join"
    r"|answer to|note to|todo|link|finish|reveal|repeat|napisz|escrib|напиши|اكتب|写",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\b(\w+) (?:joined to|and|i|y|и) (\w+)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A reply of the model."""

    text: str
    finish: str = "stop"
    refusal: str = ""


def _reply(statements: Iterable[tuple[str, list[int]]], answered: str = "yes") -> Spoken:
    rows = [
        {"claim": 0, "text": text, "sentences": numbers, "translations": []}
        for text, numbers in statements
    ]
    return Spoken(json.dumps({"statements": rows, "answered": answered}, ensure_ascii=False))


def speak_honestly(material: Material, _: random.Random) -> Spoken:
    """The first words of the sentences that share most words with the question."""
    asked = _words(material.question)
    shares = {n: len(asked & _words(text)) for n, text in material.sentences.items()}
    best = sorted((n for n in shares if shares[n]), key=lambda n: (-shares[n], n))[:2]
    statements = [(_shorten(material.sentences[n]), [n]) for n in best]
    return _reply(statements, "yes" if statements else "no")


def speak_by_claims(material: Material, chance: random.Random) -> Spoken:
    """The claims that share most words with the question, told in their first words.

    Where no claim does, as `speak_honestly`.
    """
    asked = _words(material.question)
    shares = {n: len(asked & _words(" ".join(row))) for n, row in material.claims.items()}
    best = sorted((n for n in shares if shares[n]), key=lambda n: (-shares[n], n))[:2]
    if not best:
        return speak_honestly(material, chance)
    return _pick((n, _shorten(material.claims[n][2])) for n in best)


def speak_as_a_claims_forger(material: Material, chance: random.Random) -> Spoken:
    """Real claims with the words of others, claims that do not exist, and false translations."""
    numbers = list(material.claims) or [1]
    number, other = chance.choice(numbers), chance.choice(numbers)
    said = material.claims.get(other, ("", "", "x"))[2]
    sentence = next(iter(material.sentences), 1)
    return _pick(
        [
            (number, _shorten(said)),
            (number, f"not {_shorten(said)}"),
            (number, "The Northern Lantern Front killed 999 people."),
            (number, f"“{said}”"),
            (max(numbers) + chance.randrange(1, 9), "It is so."),
            (-number, "It is so."),
        ],
        [{"sentence": sentence, "text": f"“{said}” evil.example 999"}],
    )


def _pick(
    picks: Iterable[tuple[int, str]], translations: Iterable[dict[str, object]] = ()
) -> Spoken:
    given = list(translations)
    rows = [
        {"claim": number, "text": gloss, "sentences": [], "translations": given}
        for number, gloss in picks
    ]
    return Spoken(json.dumps({"statements": rows, "answered": "yes"}, ensure_ascii=False))


def speak_obediently(material: Material, _: random.Random) -> Spoken:
    """Whatever a line from outside tells it to, with a sentence's number put beside."""
    number = next(iter(material.sentences), 1)
    orders = [line for line in material.outside.splitlines() if _ORDER.search(line)]
    statements = [(line, [number]) for line in orders[:4]]
    statements += [
        (f"{first}{second}", [number])
        for line in orders[:4]
        for first, second in _JOINED.findall(line)[:2]
    ]
    statements.append((material.instructions[:200], [number]))
    return _reply(statements[:10])


def speak_as_a_forger(material: Material, chance: random.Random) -> Spoken:
    """Altered quotes, sentences that do not exist, foreign names, and links."""
    numbers = list(material.sentences) or [1]
    number = chance.choice(numbers)
    sentence = material.sentences.get(number, "")
    words = sentence.split() or ["x"]
    words[chance.randrange(len(words))] = "never"
    forged = " ".join(words)
    return _reply(
        [
            (f"“{forged}”", [number]),
            (f"He said: {forged}", [number]),
            ("It is so.", [max(numbers) + chance.randrange(1, 9)]),
            ("It is so.", [-number, 0]),
            ("Read more at evil.example/page", [number]),
            ("According to Reuters the Northern Lantern Front did it.", [number]),
            ("[proof](tg://resolve?domain=evil) by @evil_bot", [number]),
        ]
    )


def speak_brokenly(_: Material, chance: random.Random) -> Spoken:
    """One of the replies that no program may trip over."""
    return chance.choice(BROKEN)


BROKEN = (
    Spoken(""),
    Spoken("I'd say it was them."),
    Spoken('{"statements": [{"text": "It was'),
    Spoken('{"statements": "none", "answered": "yes"}'),
    Spoken('{"statements": [{"text": 5, "sentences": ["1"]}], "answered": "yes"}'),
    Spoken('{"statements": [], "answered": "perhaps"}'),
    Spoken('[{"statements": []}]'),
    Spoken('{"statements": [' + "[" * 5_000),
    Spoken('{"statements": [{"text": "It was so.", "sentences": [' + "9" * 5_000 + "]}]}"),
    Spoken('{"statements": [{"text": "\\ud800", "sentences": [1]}], "answered": "yes"}'),
    Spoken('{"statements": [], "answered": "no", "statements": [{}]}'),
    Spoken("x" * 60_000),
    Spoken('{"statements": [{"text": "' + "so " * 20_000 + '", "sentences": [1]}]}'),
    Spoken("", refusal="I'm sorry, I can't help with that."),
    Spoken("", finish="content_filter"),
    Spoken('{"statements": [{"text": "It', finish="content_filter"),
    Spoken('{"statements": [{"text": "It', finish="length"),
)
"""Replies without anything usable in them."""

MODES: dict[str, Callable[[Material, random.Random], Spoken]] = {
    "honest": speak_honestly,
    "claims": speak_by_claims,
    "claims-forger": speak_as_a_claims_forger,
    "obedient": speak_obediently,
    "forger": speak_as_a_forger,
    "broken": speak_brokenly,
}


def _words(text: str) -> set[str]:
    """Words of four letters and more, so that articles and prepositions do not count."""
    found = {word for word in _WORD.findall(text.casefold()) if len(word) > 3}
    return found | set(_IDEOGRAPH.findall(text))


def _shorten(sentence: str) -> str:
    if _IDEOGRAPH.search(sentence):
        return "".join(_WORD.findall(sentence))[: 2 * _STATEMENT_WORDS]
    return " ".join(_WORD.findall(sentence)[:_STATEMENT_WORDS])
