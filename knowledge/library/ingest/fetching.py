"""Fetching a page through the guard: pinned, counted and in time."""

import asyncio
import zlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import urljoin

import httpx

from knowledge.errors import NotTakenError
from knowledge.library.ingest.guard import (
    Address,
    RefusedAddressError,
    Resolver,
    Rule,
    WebAddress,
    find_address,
    is_public,
    parse_url,
    resolve,
    shown,
)

LARGEST_PAGE = 25_000_000
"""Bytes, decoded."""

MOST_REDIRECTS = 5
USER_AGENT = "WhoSaid/0.1 (a news archive; reads feeds and articles)"
_LONGEST_RETRY_SECONDS = 86_400.0
_REDIRECTS = {301, 302, 303, 307, 308}
_ADDRESSES_TRIED = 3
_WINDOW_BITS = {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}


class FetchError(NotTakenError):
    """A page that could not be had; the sentence says why.

    Attributes:
        status: What the server said, or 0.
        retry_after_seconds: How long the server asks to be left alone; 0 if it does not.
    """

    def __init__(
        self, url: str, why: str, *, status: int = 0, retry_after_seconds: float = 0.0
    ) -> None:
        super().__init__(shown(url), why)
        self.status = status
        self.retry_after_seconds = retry_after_seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it came.

    Attributes:
        url: Where it was in the end, after redirects.
        content: Decoded bytes; empty where the page is the one already known.
        charset: As the server names it, or "".
        changed: False where the server says that it is the one already known.
        etag, last_modified: What to show the server next time.
    """

    url: str
    content: bytes
    charset: str = ""
    changed: bool = True
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """Fetches public web pages.

    Attributes:
        resolver, rule: The guard's; only a test hands over others.
        seconds: For everything, redirects included.
        transport: Carries the requests; None is httpx's own.
    """

    resolver: Resolver = resolve
    rule: Rule = is_public
    seconds: float = 20.0
    transport: httpx.AsyncBaseTransport | None = None

    async def fetch(self, url: str, *, etag: str = "", last_modified: str = "") -> Fetched:
        """Fetch a page, or learn that it is the one known by *etag* or *last_modified*.

        Raises:
            RefusedAddressError: It, or where it redirects to, is not public.
            FetchError: It cannot be had.
        """
        known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in known.items() if value}
        try:
            async with asyncio.timeout(self.seconds):
                return await self._follow(url, headers)
        except TimeoutError:
            raise FetchError(url, f"did not arrive within {self.seconds:g} seconds.") from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            why = f"could not be fetched ({type(error).__name__}); try it later."
            raise FetchError(url, why) from error

    def fetch_now(self, url: str, *, etag: str = "", last_modified: str = "") -> Fetched:
        """The same for callers that are not asynchronous."""
        return asyncio.run(self.fetch(url, etag=etag, last_modified=last_modified))

    async def _follow(self, url: str, headers: Mapping[str, str]) -> Fetched:
        # `trust_env=False`: a proxy or a .netrc would lead round the guard.
        async with httpx.AsyncClient(
            trust_env=False, follow_redirects=False, timeout=self.seconds, transport=self.transport
        ) as client:
            here = url
            for _ in range(MOST_REDIRECTS + 1):
                web, addresses = await self._admit(here, url)
                answer = await _ask(client, web, addresses, headers)
                if isinstance(answer, Fetched):
                    return answer
                here = urljoin(here, answer)
        raise FetchError(url, f"redirects more than {MOST_REDIRECTS} times.")

    async def _admit(self, here: str, asked: str) -> tuple[WebAddress, tuple[Address, ...]]:
        """What *here* is, where it may be fetched; refused in the name of what was *asked* for."""
        try:
            web = parse_url(here)
            return web, await find_address(web, self.resolver, self.rule)
        except RefusedAddressError as error:
            if here == asked:
                raise
            why = f"redirects to {error.where}, which is refused: {error.why}"
            raise RefusedAddressError(asked, why) from None


async def _ask(
    client: httpx.AsyncClient,
    web: WebAddress,
    addresses: tuple[Address, ...],
    headers: Mapping[str, str],
) -> Fetched | str:
    """What *web* holds, or where it redirects to."""
    for last, address in enumerate(addresses[:_ADDRESSES_TRIED], 1):
        request = client.build_request(
            "GET",
            web.at(address),
            headers={
                "Host": web.authority,
                "User-Agent": USER_AGENT,
                "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "Accept-Encoding": "gzip",
                **headers,
            },
            extensions={"sni_hostname": web.host},
        )
        try:
            response = await client.send(request, stream=True)
        except (httpx.ConnectError, httpx.ConnectTimeout):
            if last == len(addresses[:_ADDRESSES_TRIED]):
                raise
            continue
        try:
            return await _take(web, response)
        finally:
            await response.aclose()
    raise FetchError(web.url, "cannot be connected to.")  # pragma: no cover - one address at least


async def _take(web: WebAddress, response: httpx.Response) -> Fetched | str:
    status, said = response.status_code, response.headers
    etag, last_modified = said.get("etag", ""), said.get("last-modified", "")
    if status in _REDIRECTS and said.get("location"):
        return str(said["location"])
    if status == HTTPStatus.NOT_MODIFIED:
        return Fetched(
            url=web.url, content=b"", changed=False, etag=etag, last_modified=last_modified
        )
    if status != HTTPStatus.OK:
        raise FetchError(
            web.url,
            f"the server says {status}.",
            status=status,
            retry_after_seconds=_retry_after(said.get("retry-after", "")),
        )
    return Fetched(
        url=web.url,
        content=await _read_limited(web.url, response),
        charset=_charset(said.get("content-type", "")),
        etag=etag,
        last_modified=last_modified,
    )


async def _read_limited(url: str, response: httpx.Response) -> bytes:
    """The body, decoded here, so that never more than the limit is unpacked."""
    length = response.headers.get("content-length", "")
    if length.isdigit() and int(length) > LARGEST_PAGE:
        raise _too_large(url)
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in {"", "identity", *_WINDOW_BITS}:
        raise FetchError(url, "is packed in a way that is not read.")
    raw = response.aiter_raw()
    if encoding in _WINDOW_BITS:
        return await _unpack(url, raw, _WINDOW_BITS[encoding])
    body = bytearray()
    async for chunk in raw:
        body += chunk
        if len(body) > LARGEST_PAGE:
            raise _too_large(url)
    return bytes(body)


async def _unpack(url: str, raw: AsyncIterator[bytes], window_bits: tuple[int, ...]) -> bytes:
    body = bytearray()
    unpacker = None
    try:
        async for chunk in raw:
            if unpacker is None:
                unpacker = zlib.decompressobj(_fitting(chunk, window_bits))
            body += unpacker.decompress(chunk, LARGEST_PAGE - len(body) + 1)
            if len(body) > LARGEST_PAGE:
                raise _too_large(url)
    except zlib.error:
        raise FetchError(url, "arrived damaged; try it later.") from None
    return bytes(body)


def _fitting(first: bytes, window_bits: tuple[int, ...]) -> int:
    """What is called deflate is sent with and without its header."""
    if len(window_bits) == 1 or (first[:1] and first[0] & 0x0F == 8):
        return window_bits[0]
    return window_bits[1]


def _retry_after(value: str) -> float:
    """Seconds from now, of a number of them or of a date; a day at most."""
    if value.strip().isdigit():
        return min(float(value), _LONGEST_RETRY_SECONDS)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    away = (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    return min(max(away, 0.0), _LONGEST_RETRY_SECONDS)


def _too_large(url: str) -> FetchError:
    return FetchError(url, f"is larger than {LARGEST_PAGE // 1_000_000} MB.")


def _charset(content_type: str) -> str:
    message = Message()
    message["content-type"] = content_type
    return message.get_content_charset("")
