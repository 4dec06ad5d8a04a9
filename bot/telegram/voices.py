"""Voice messages: heard by a model where one is set, then asked as words; else kindly refused."""

import math
from dataclasses import dataclass, replace

import structlog
from telegram import Bot, Voice
from telegram.error import TelegramError

from bot.speech import Listener, Recording, SpeechError, Unheard
from bot.telegram.outgoing import sendable
from bot.telegram.pauses import as_seconds
from bot.telegram.questions import MOST_HEARD, Asked, Questions, describe_overrun
from bot.telegram.replies import Place, Reply, say, say_words
from bot.telegram.typing_action import typing

_log = structlog.get_logger(__name__)

_LARGEST = 20 * 1024 * 1024
"""What a bot may download; servers of speech take 25 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Answers what is spoken.

    Attributes:
        listener: None where no model that hears is set.
        most_minutes: Of the longest voice message that is heard.
    """

    questions: Questions
    bot: Bot
    listener: Listener | None
    most_minutes: int

    async def answer(self, voice: Voice, place: Place, asked: Asked) -> Reply | None:
        """Hear *voice* and have it answered.

        Args:
            asked: The question without its words.

        Raises:
            NewsError: As for `Questions.answer`.
        """
        if self.listener is None:
            return say(place, "only-text")
        too_long = as_seconds(voice.duration) > 60 * self.most_minutes
        if too_long or (voice.file_size or 0) > _LARGEST:
            return say_words(place, place.texts("voice-too-long", count=self.most_minutes))
        overrun = await self.questions.count(place, asked.reader)
        if overrun is not None:
            told = describe_overrun(overrun, place.texts)
            return None if overrun.told else say_words(place, told)
        return await self._hear(self.listener, voice, place, asked)

    async def _hear(self, listener: Listener, voice: Voice, place: Place, asked: Asked) -> Reply:
        try:
            async with typing(self.bot, place):
                words = await listener.transcribe(await self._fetch(voice))
        except SpeechError as error:
            _log.warning("voice message not heard", reason=str(error))
            spent = error.why is Unheard.SPENT
            return say(place, "voice-spent" if spent else "voice-failed")
        except TelegramError as error:
            _log.warning("voice message not fetched", reason=error.message)
            return say(place, "voice-failed")
        text = sendable(words)[:MOST_HEARD].strip()
        if not any(map(str.isalnum, text)):
            return say(place, "voice-empty")
        return await self.questions.answer(place, replace(asked, text=text, spoken=True))

    async def _fetch(self, voice: Voice) -> Recording:
        file = await self.bot.get_file(voice.file_id)
        content = bytes(await file.download_as_bytearray())
        # Telegram says `.oga`; servers that go by the name know `.ogg`.
        return Recording(
            name="voice.ogg", seconds=math.ceil(as_seconds(voice.duration)), content=content
        )
