"""What a question is about, so that the same one in other words is seen to be the same; pure."""

from knowledge.text.words.reading import read


def topic_of(question: str, language: str) -> str:
    """The stems of the words that it is about, in one order; its letters where there are none."""
    stems = sorted({word.stem for word in read(question, language).topic})
    return f"{language} {' '.join(stems) or ''.join(filter(str.isalnum, question.casefold()))}"
