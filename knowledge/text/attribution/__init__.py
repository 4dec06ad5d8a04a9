"""Who says what: claims with their speakers, and the proper names of a text."""

from knowledge.text.attribution.claims import find_claims
from knowledge.text.attribution.labels import name_speaker
from knowledge.text.attribution.names import Name, find_names
from knowledge.text.attribution.runs import NameKind

__all__ = ["Name", "NameKind", "find_claims", "find_names", "name_speaker"]
