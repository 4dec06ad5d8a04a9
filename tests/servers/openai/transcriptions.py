"""`POST /v1/audio/transcriptions`: what OpenAI accepts, and what it answers.

Source: https://developers.openai.com/api/reference (audio, create transcription), and the words of
the refusals as its server says them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from email.parser import BytesParser
from typing import Any

LARGEST = 25 * 1024 * 1024
_KINDS = ("flac", "m4a", "mp3", "mp4", "mpeg", "mpga", "oga", "ogg", "wav", "webm")
_FORMATS = ("json", "text", "srt", "verbose_json", "vtt", "diarized_json")
_FIELDS = {
    *("file", "model", "language", "languages[]", "keywords[]", "prompt", "response_format"),
    *("temperature", "include[]", "stream", "chunking_strategy", "timestamp_granularities[]"),
}
_OF_WHISPER = "whisper-1"


class RefusedFormError(Exception):
    """A request that is answered with an error; `status` is 400 or 413."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """A recording that somebody wants to have in words."""

    model: str
    file_name: str
    content: bytes = field(repr=False)
    form: str = "json"


def read_hearing(headers: Mapping[str, str], body: bytes) -> Hearing:
    """Read and check a request.

    Raises:
        RefusedFormError: OpenAI would refuse it.
    """
    fields, files = _read_form(headers.get("content-type", ""), body)
    if unknown := (fields.keys() | files.keys()) - _FIELDS:
        raise RefusedFormError(f"Unrecognized request argument supplied: {sorted(unknown)[0]}")
    if not fields.get("model"):
        raise RefusedFormError("you must provide a model parameter")
    if "file" not in files:
        raise RefusedFormError(
            "[{'type': 'missing', 'loc': ('body', 'file'), 'msg': 'Field required'}]"
        )
    name, content = files["file"]
    _check_file(name, content)
    form = fields.get("response_format", "json")
    _check_format(fields["model"], form)
    return Hearing(model=fields["model"], file_name=name, content=content, form=form)


def answer_hearing(hearing: Hearing, words: str) -> dict[str, Any]:
    """The transcription as JSON; billed by tokens, by Whisper's and the newest models' by time."""
    usage: dict[str, Any] = {"type": "duration", "seconds": 1}
    if hearing.model.startswith("gpt-4o"):
        usage = {"type": "tokens", "input_tokens": 10, "output_tokens": 5, "total_tokens": 15}
    return {"text": words, "usage": usage}


def _check_file(name: str, content: bytes) -> None:
    if len(content) > LARGEST:
        size = f"Maximum content size limit ({LARGEST}) exceeded ({len(content)} bytes read)"
        raise RefusedFormError(size, status=413)
    if not content:
        raise RefusedFormError("Audio file is too short. Minimum audio length is 0.1 seconds.")
    if name.rpartition(".")[2].lower() not in _KINDS:
        raise RefusedFormError(f"Unrecognized file format. Supported formats: {list(_KINDS)}")


def _check_format(model: str, form: str) -> None:
    if form not in _FORMATS:
        raise RefusedFormError(f"Invalid value: '{form}'. Supported values are: {list(_FORMATS)}.")
    if model != _OF_WHISPER and form not in {"json", "text"}:
        words = f"response_format '{form}' is not compatible with model '{model}'."
        raise RefusedFormError(f"{words} Use 'json' or 'text' instead.")


def _read_form(kind: str, body: bytes) -> tuple[dict[str, str], dict[str, tuple[str, bytes]]]:
    if not kind.startswith("multipart/form-data"):
        raise RefusedFormError("Could not parse multipart form")
    head = f"content-type: {kind}\r\n\r\n".encode("latin-1")
    fields: dict[str, str] = {}
    files: dict[str, tuple[str, bytes]] = {}
    for part in BytesParser().parsebytes(head + body).get_payload():
        assert not isinstance(part, str)
        name = str(part.get_param("name", header="content-disposition"))
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        if (file_name := part.get_filename()) is not None:
            files[name] = (file_name, content)
        else:
            fields[name] = content.decode()
    return fields, files
