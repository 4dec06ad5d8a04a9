"""False statements made of true ones by a seeded generator: one thing changed in each."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tests.knowledge.text.lock.pair_files import Pair

_SEED = 20261122
_NAMES = {
    "latin": ("Lindqvist", "Okonkwo", "Marchetti", "Tanaka", "Brzezinski", "Valparaiso"),
    "cyrillic": ("Кузнецов", "Гринченко", "Танака", "Вальпараисо"),
}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "ru": "понедельник вторник среду четверг пятницу субботу воскресенье",
    "uk": "понеділок вівторок середу четвер п'ятницю суботу неділю",
}
_MONTHS = {
    "en": "January February March April June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet septembre octobre novembre décembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro",
}
_BOUNDS = {
    "en": ("at least", "up to", "more than", "about", "nearly", "fewer than"),
    "es": ("al menos", "más de", "unas", "casi"),
    "de": ("mindestens", "bis zu", "mehr als", "rund", "etwa"),
    "fr": ("au moins", "plus de", "près de"),
    "pt": ("pelo menos", "mais de"),
    "ru": ("не менее", "по меньшей мере", "более", "около"),
    "uk": ("щонайменше", "понад", "близько"),
    "ar": ("ما لا يقل عن", "أكثر من"),
}
_NUMBER = re.compile(r"\d+")
_CAPITALISED = re.compile(r"(?<=[a-zа-яіїє,] )([A-ZА-ЯІЇЄ][a-zа-яіїє]{3,})\b")


def mutate(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """For every true pair its false relatives, the same ones in every run."""
    rng = random.Random(_SEED)  # noqa: S311 - repeatable, and no secret
    true = [p for p in pairs if p.is_true]
    for number, pair in enumerate(true):
        for kind, change in _CHANGES.items():
            changed = change(pair, rng)
            if changed and changed != pair.statement:
                yield replace(pair, id=f"{pair.id}~{kind}", kind=kind, statement=changed)
        other = true[(number + len(true) // 2) % len(true)]
        if not {c.text for c in other.cited} & {c.text for c in pair.cited}:
            yield replace(pair, id=f"{pair.id}~passage", kind="passage", cited=other.cited)


def _figure(pair: Pair, rng: random.Random) -> str:
    """Another digit in one of the numbers."""
    numbers = list(_NUMBER.finditer(pair.statement))
    if not numbers:
        return ""
    number = rng.choice(numbers)
    at = rng.randrange(number.start(), number.end())
    digit = rng.choice([d for d in "123456789" if d != pair.statement[at]])
    changed = pair.statement[:at] + digit + pair.statement[at + 1 :]
    figures = set(_NUMBER.findall(changed))
    known = {n for c in pair.cited for n in _NUMBER.findall(c.text)}
    return changed if figures - known else ""


def _other_word(words: dict[str, str]) -> Callable[[Pair, random.Random], str]:
    def change(pair: Pair, rng: random.Random) -> str:
        known = words.get(pair.language, "").split()
        here = [w for w in known if re.search(rf"\b{w}\b", pair.statement)]
        if len(here) != 1:
            return ""
        other = rng.choice([w for w in known if w != here[0]])
        return re.sub(rf"\b{here[0]}\b", other, pair.statement)

    return change


def _name(pair: Pair, rng: random.Random) -> str:
    """A stranger in the place of a name inside the statement."""
    names = list(_CAPITALISED.finditer(pair.statement)) if pair.language != "de" else []
    if not names:
        return ""
    name = rng.choice(names)
    pool = _NAMES["cyrillic" if pair.language in {"ru", "uk"} else "latin"]
    return pair.statement[: name.start()] + rng.choice(pool) + pair.statement[name.end() :]


def _bound(pair: Pair, rng: random.Random) -> str:
    """ "At least 137" told as "137"."""
    for bound in _BOUNDS[pair.language]:
        changed = re.sub(rf"\b{bound} (?=\d)", "", pair.statement, flags=re.IGNORECASE)
        if changed != pair.statement:
            return changed
    return ""


_CHANGES: dict[str, Callable[[Pair, random.Random], str]] = {
    "figure": _figure,
    "weekday": _other_word(_WEEKDAYS),
    "month": _other_word(_MONTHS),
    "name": _name,
    "bound": _bound,
}
