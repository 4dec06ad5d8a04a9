"""What an operator's message gives to the archive: addresses, a file, a forwarded post; pure."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, TypeAlias

from telegram import Document, Message, MessageOriginChannel

from bot.intake import Post
from bot.telegram.outgoing import sendable

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes of a file that Telegram lets a bot fetch."""

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_SITE = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAddition:
    """A page, a feed or a site map."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAddition:
    """A document, by Telegram's name for it."""

    file_id: str
    name: str
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PostAddition:
    """A post of a channel."""

    post: Post


Addition: TypeAlias = WebAddition | FileAddition | PostAddition


def find_addresses(words: str) -> tuple[WebAddition, ...]:
    """The addresses that *words* are made of; none where there is any other word."""
    found = [_read_address(word) for word in words.split()]
    return tuple(WebAddition(url=url) for url in found if url) if all(found) else ()


def find_additions(message: Message) -> tuple[Addition, ...]:
    """What a message is that says nothing else: a post, a document, or addresses alone."""
    if isinstance(message.forward_origin, MessageOriginChannel):
        return _post(message, message.forward_origin)
    if message.document:
        return (_file(message.document),)
    if message.forward_origin is None and _ADDRESS.match((message.text or "").strip()):
        return find_addresses(message.text or "")
    return ()


def addition_as_json(addition: Addition) -> dict[str, Any]:
    """As plain data, for the store."""
    match addition:
        case WebAddition():
            return {"kind": "web", **asdict(addition)}
        case FileAddition():
            return {"kind": "file", **asdict(addition)}
        case PostAddition(post=post):
            row = {"kind": "post", **asdict(post)}
            return row | {"published": post.published.isoformat()}


def read_addition(row: Mapping[str, Any]) -> Addition:
    """What `addition_as_json` wrote."""
    values = {name: value for name, value in row.items() if name != "kind"}
    match row["kind"]:
        case "web":
            return WebAddition(**values)
        case "file":
            return FileAddition(**values)
        case _:
            moment = datetime.fromisoformat(values["published"])
            return PostAddition(post=Post(**{**values, "published": moment}))


def name_addition(addition: Addition) -> str:
    """What it is called while it is read."""
    match addition:
        case WebAddition(url=url):
            return url
        case FileAddition(name=name):
            return name
        case PostAddition(post=post):
            return post.outlet


def _read_address(word: str) -> str:
    if _ADDRESS.fullmatch(word):
        return word
    return f"https://{word}" if _SITE.fullmatch(word) else ""


def _file(document: Document) -> FileAddition:
    name = sendable(document.file_name or "document").strip() or "document"
    return FileAddition(file_id=document.file_id, name=name, bytes=document.file_size or 0)


def _post(message: Message, origin: MessageOriginChannel) -> tuple[PostAddition, ...]:
    channel, words = origin.chat, sendable(message.text or message.caption or "")
    if not words and message.media_group_id:  # of an album, one has the caption
        return ()
    url = f"https://t.me/{channel.username}/{origin.message_id}" if channel.username else ""
    post = Post(
        text=words,
        outlet=sendable(channel.title or channel.username or ""),
        author=sendable(origin.author_signature or ""),
        published=origin.date,
        address=url or f"telegram:{channel.id}/{origin.message_id}",
        url=url,
    )
    return (PostAddition(post=post),)
