"""A hash of an index's files, by which damage is seen that Chroma itself does not see."""

import hashlib
from pathlib import Path

_CHANGED_BY_READING = frozenset({"length.bin"})


def seal_folder(folder: Path) -> str:
    """The hash of the graph's files below *folder*; the one that reading changes is left out.

    Raises:
        OSError: A file cannot be read.
    """
    digest = hashlib.sha256()
    for file in sorted(folder.glob("*/*")):
        if file.is_file() and file.name not in _CHANGED_BY_READING:
            digest.update(file.name.encode())
            with file.open("rb") as opened:
                digest.update(hashlib.file_digest(opened, "sha256").digest())
    return digest.hexdigest()
