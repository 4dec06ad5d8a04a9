"""When two words are one: shared keys, like beginnings, like sounds."""

from functools import lru_cache

Keys = frozenset[str]

_SHORTEST_COGNATE = 4
_SAME_COGNATE = 0.65
_SHORTEST_SOUND = 4
_SHORTEST_ROOT = 5
_SAME_ROOT = 0.6


def share(one: Keys, other: Keys) -> bool:
    """Whether two sets of keys have a key in common."""
    return not one.isdisjoint(other)


@lru_cache(maxsize=1 << 16)
def cognate(one: str, other: str) -> bool:
    """Whether two words of two languages sound alike for most of their length ("detección")."""
    length = min(len(one), len(other))
    common = next((i for i in range(length) if one[i] != other[i]), length)
    return common >= _SHORTEST_COGNATE and common / max(len(one), len(other)) >= _SAME_COGNATE


def sound_alike(one: Keys, other: Keys) -> bool:
    """Whether two names of some length differ in one consonant ("Entwistle", «Энтвисл»)."""
    return any(
        _differ_in_one(a.removeprefix("sound:"), b.removeprefix("sound:"))
        for a in one
        for b in other
        if "=" not in a and "=" not in b
    )


@lru_cache(maxsize=1 << 14)
def _differ_in_one(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST_SOUND or (len(short) == len(long) == _SHORTEST_SOUND):
        return False
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    if len(short) == at == _SHORTEST_SOUND:  # "Chernihiv" is not "Chernivtsi"
        return False
    return long[at + 1 :] in (short[at:], short[at + 1 :])


@lru_cache(maxsize=1 << 16)
def same_root(one: str, other: str) -> bool:
    """Whether two stems of one language begin alike for most of their length."""
    length = min(len(one), len(other))
    common = next((i for i in range(length) if one[i] != other[i]), length)
    prefix = one.index(":") + 1 if ":" in one else 0
    longer = max(len(one), len(other)) - prefix
    return common - prefix >= _SHORTEST_ROOT and (common - prefix) / longer >= _SAME_ROOT
