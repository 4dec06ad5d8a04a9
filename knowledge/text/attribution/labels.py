"""How a speaker is named to a reader: by name, and as the article has it at that place."""

from knowledge.text.attribution.cast import is_same_word
from knowledge.text.attribution.lexicon import Capitals, Lexicon
from knowledge.text.attribution.lexicon_files import load_lexicon
from knowledge.text.attribution.tokens import normalise
from knowledge.text.claim import Claim, Voice
from knowledge.text.passage import Span


def name_speaker(text: str, claim: Claim, language: str) -> str:
    """The speaker of *claim* as the article names them, with whoever reports it.

    Where the article uses a title or a description ("Mr. Lee", "the Russian president"), the
    resolved name comes first and those words follow in brackets. The article's own voice, and a
    speaker whom nobody names, are "".
    """
    if claim.voice is Voice.ARTICLE or not claim.speaker:
        return ""
    label = _own_label(text, claim, load_lexicon(language))
    return f"{label} ({', '.join(claim.via)})" if claim.via else label


def _own_label(text: str, claim: Claim, lexicon: Lexicon) -> str:
    words = _words(text, claim.mention)
    if not words or not words[0].isalnum():
        return claim.speaker.rpartition("-")[2] if claim.speaker == words else claim.speaker
    if claim.speaker in words:
        return words
    is_pronoun = words.lower() in lexicon.pronouns or claim.mention == claim.cue
    if lexicon.capitals is Capitals.NOUNS and words[:-1] in claim.speaker.split():
        return claim.speaker  # the genitive of a name
    is_part = any(is_same_word(normalise(part), normalise(words)) for part in claim.speaker.split())
    return claim.speaker if is_pronoun or is_part else f"{claim.speaker} ({words})"


def _words(text: str, mention: Span | None) -> str:
    return " ".join(text[mention.start : mention.end].split()) if mention else ""
