"""Copies of an article under other addresses: exact ones, and those that are nearly the same.

MinHash over runs of words, looked up by bands. Source: Broder 1997, "On the resemblance and
containment of documents"; Leskovec et al., "Mining of Massive Datasets", chapter 3. Own, as the
libraries for it bring SciPy, and this is a dozen lines of NumPy.
"""

import hashlib
import re

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select

from knowledge.library.schema import articles, signature_bands, signatures
from knowledge.text.searched import as_searched

Signature = NDArray[np.uint64]

ALIKE = 0.6
"""Share of runs of words that two texts have in common, from which one is a copy of the other."""

_HASHES = 128
_ROWS_A_BAND = 4
"""Of two texts that are just alike enough, 99 % share a band."""

_WORDS_A_RUN = 4
_PRIME = np.uint64((1 << 31) - 1)
_WORD = re.compile(r"[^\W_]+")
_WITHOUT_SPACES = re.compile("([\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")


def sign(text: str) -> Signature:
    """The text's signature; texts of the same words have the same."""
    runs = np.asarray([_hash(run) for run in _runs(text)], dtype=np.uint64)
    if not len(runs):
        return np.zeros(_HASHES, dtype=np.uint64)
    factors, shifts = _permutations()
    least = np.full(_HASHES, _PRIME, dtype=np.uint64)
    for first in range(0, len(runs), 4096):
        some = runs[first : first + 4096]
        mixed = (np.outer(factors, some) + shifts[:, None]) % _PRIME
        least = np.minimum(least, mixed.min(axis=1))
    return least


def likeness(one: Signature, other: Signature) -> float:
    """About the share of runs of words that the two texts have in common, 0 to 1."""
    return float((one == other).mean())


def find_origin(connection: Connection, article_id: str, signature: Signature) -> str:
    """The origin of the stored article that is most like this one; its own identifier if none is.

    Within the caller's transaction.
    """
    near = select(signature_bands.c.article_id).where(signature_bands.c.band.in_(_bands(signature)))
    query = (
        select(signatures.c.signature, articles.c.id, articles.c.origin)
        .join(articles, articles.c.id == signatures.c.article_id)
        .where(signatures.c.article_id.in_(near), articles.c.id != article_id)
        .order_by(func.length(articles.c.id), articles.c.id)
    )
    scored = [
        (likeness(signature, np.frombuffer(row.signature, dtype="<u8")), row.origin or row.id)
        for row in connection.execute(query)
    ]
    best = max(scored, key=lambda one: one[0], default=(0.0, ""))
    return best[1] if best[0] >= ALIKE else article_id


def write_signature(connection: Connection, article_id: str, signature: Signature) -> None:
    """Keep an article's signature, instead of any before it, within the caller's transaction."""
    drop_signature(connection, article_id)
    kept = signature.astype("<u8").tobytes()
    connection.execute(signatures.insert(), {"article_id": article_id, "signature": kept})
    rows = [{"band": band, "article_id": article_id} for band in _bands(signature)]
    connection.execute(signature_bands.insert(), rows)


def drop_signature(connection: Connection, article_id: str) -> None:
    """Forget an article's signature, within the caller's transaction."""
    for table in (signatures, signature_bands):
        connection.execute(table.delete().where(table.c.article_id == article_id))


def _runs(text: str) -> set[str]:
    """Every run of words, without case and marks; of a short text, the whole of it."""
    words = _WORD.findall(_WITHOUT_SPACES.sub(r" \1 ", as_searched(text).casefold()))
    last = max(len(words) - _WORDS_A_RUN, 0)
    return {" ".join(words[i : i + _WORDS_A_RUN]) for i in range(last + 1)} if words else set()


def _hash(run: str) -> int:
    digest = hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=4).digest()
    return int.from_bytes(digest, "little") % int(_PRIME)


def _permutations() -> tuple[Signature, Signature]:
    """The same for all time, as signatures are kept."""
    numbers = [_hash(f"permutation {n}") or 1 for n in range(2 * _HASHES)]
    factors, shifts = np.asarray(numbers, dtype=np.uint64).reshape(2, _HASHES)
    return factors, shifts


def _bands(signature: Signature) -> list[str]:
    bands = signature.astype("<u8").reshape(-1, _ROWS_A_BAND)
    return [
        f"{number}:{hashlib.blake2b(band.tobytes(), digest_size=8).hexdigest()}"
        for number, band in enumerate(bands)
    ]
