"""Names across scripts: Путин, بوتين and Putin sound alike, so they get one key."""

from functools import lru_cache

from anyascii import anyascii

from knowledge.text.words.stems import Word

# Letters that the spellings of one name exchange between languages, longest first.
_SPELLINGS = (
    ("shch", "s"),
    ("tsch", "s"),
    ("dzh", "s"),
    ("sch", "s"),
    ("tch", "s"),
    ("kh", "h"),
    ("zh", "s"),
    ("sh", "s"),
    ("ch", "s"),
    ("ts", "s"),
    ("tz", "s"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("gh", "g"),
    ("ce", "s"),
    ("ci", "s"),
    ("cy", "s"),
    ("ij", "i"),
    ("yj", "i"),
    ("x", "ks"),
)
_SOUNDS = str.maketrans("bpfvcgqkhjzstdnmrl", "bbbbkkkkksssttnnrl", "aeiouyw'`- ")
_SHORTEST_PREFIX = 3
_LONGEST_ENDING = 2


@lru_cache(maxsize=1 << 16)
def name_key(word: str) -> str:
    """The consonants of *word* in Latin letters, by the classes that spellings exchange.

    A first vowel is kept as "a"; an "h" counts only at the beginning, as a "k"
    (Harris, Харрис, Гарріс). "" where nothing is left.
    """
    latin = anyascii(word).lower()
    for spelling, sound in _SPELLINGS:
        latin = latin.replace(spelling, sound)
    if not latin or latin[0].isdigit():
        return ""
    first = "a" if latin[0] in "aeiouy'`" else "v" if latin[0] == "w" else latin[0]
    consonants = (first + latin[1:].replace("h", "")).translate(_SOUNDS)
    key = first + consonants if first == "a" else consonants
    return "".join(c for i, c in enumerate(key) if i == 0 or c != key[i - 1])


def is_same_name(one: Word, other: Word) -> bool:
    """Whether two words, of any scripts, may be one name; its cases may differ at the end."""
    if one.folded == other.folded:
        return True
    keys = name_key(one.folded), name_key(other.folded)
    short, long = sorted(keys, key=len)
    if len(short) < _SHORTEST_PREFIX:
        return False
    ending = len(long) - len(short) if len(short) > _SHORTEST_PREFIX else 0
    return long.startswith(short) and len(long) - len(short) <= min(ending, _LONGEST_ENDING)
