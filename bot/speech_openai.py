"""Speech into words by OpenAI, or by any server that speaks as it does."""

import openai

from bot.speech import Recording, SpeechError, Unheard

_OPENAI = "https://api.openai.com/v1"
"""Always given, for the client would otherwise look for an address in the environment."""

_SECONDS = 45.0
_TRIES_AGAIN = 1


class OpenAIListener:
    """Asks `POST /audio/transcriptions`, which answers with the words of a recording."""

    def __init__(self, model: str, api_key: str, base_url: str = "") -> None:
        self._model = model
        self._api_key = api_key or "none"
        self._base_url = base_url or _OPENAI

    async def transcribe(self, recording: Recording) -> str:
        """The words, in their own language.

        Raises:
            SpeechError: The server cannot be reached, refuses, or answers with something else.
        """
        try:
            async with self._connect() as client:
                heard = await client.audio.transcriptions.create(
                    model=self._model,
                    file=(recording.name, recording.content),
                    response_format="json",
                )
        except openai.OpenAIError as error:
            raise SpeechError(Unheard.FAILED, f"{type(error).__name__}.") from None
        if not isinstance(getattr(heard, "text", None), str):
            raise SpeechError(Unheard.FAILED, "the reply is not in the agreed form.")
        return heard.text.strip()

    def _connect(self) -> openai.AsyncOpenAI:
        """A client of its own for each recording: they are few, and nothing stays open."""
        return openai.AsyncOpenAI(
            api_key=self._api_key,
            base_url=self._base_url,
            timeout=_SECONDS,
            max_retries=_TRIES_AGAIN,
        )
