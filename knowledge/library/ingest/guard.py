"""Which addresses may be fetched: web pages that everybody can reach, and nothing else.

A page, a feed or a redirect may name any address, one inside the operator's own network too.
A name is resolved once, every address of it has to be public, and the connection goes to an
address that was checked, never to the name again.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)
from urllib.parse import urlsplit, urlunsplit

import idna

from knowledge.errors import NotTakenError

Address = IPv4Address | IPv6Address
Resolver = Callable[[str, int], Awaitable[Sequence[str]]]
"""The addresses of a host name, for a port."""

Rule = Callable[[Address, int], bool]
"""Whether a connection to this address and port is allowed."""

LONGEST_URL = 2000
_PORTS = {"http": 80, "https": 443}
_PRIVATE_NAMES = ("localhost", "local", "internal", "lan", "home.arpa", "intranet", "svc")

# `ipaddress.is_global` alone lets 6to4, NAT64, multicast and others through.
_PUBLIC_V6 = IPv6Network("2000::/3")
_NOT_PUBLIC_V6 = tuple(
    map(IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "3ffe::/16"))
)
_NOT_PUBLIC_V4 = tuple(
    map(IPv4Network, ("192.0.0.0/24", "192.88.99.0/24", "224.0.0.0/3", "168.63.129.16/32"))
)


class RefusedAddressError(NotTakenError):
    """An address that is not fetched; nothing was connected to."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(shown(url), why)


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAddress:
    """The parts of a web address, the host in its ASCII form."""

    scheme: str
    host: str
    port: int
    path: str
    query: str

    @property
    def url(self) -> str:
        """The address as it is asked for by name."""
        return self._with_host(_bracketed(self.host))

    @property
    def authority(self) -> str:
        """What the `Host` header says."""
        return _with_port(_bracketed(self.host), self.port, self.scheme)

    def at(self, address: Address) -> str:
        """The same address with the checked number in place of the name."""
        return self._with_host(_bracketed(str(address)))

    def _with_host(self, host: str) -> str:
        authority = _with_port(host, self.port, self.scheme)
        return urlunsplit((self.scheme, authority, self.path or "/", self.query, ""))


def is_public(address: Address, port: int) -> bool:
    """The rule of the product: a public address, at a web server's port."""
    if port not in _PORTS.values():
        return False
    if isinstance(address, IPv6Address):
        return (
            address in _PUBLIC_V6
            and not address.scope_id
            and not any(address in network for network in _NOT_PUBLIC_V6)
        )
    return address.is_global and not any(address in network for network in _NOT_PUBLIC_V4)


def parse_url(url: str) -> WebAddress:
    """Take an address apart.

    Raises:
        RefusedAddressError: It is no plain web address; the sentence says why.
    """
    if len(url) > LONGEST_URL:
        raise RefusedAddressError(url, f"is longer than {LONGEST_URL} characters.")
    if "\\" in url or any(char <= " " or char == "\x7f" for char in url):
        raise RefusedAddressError(url, "holds characters that no web address has.")
    try:
        parts = urlsplit(url)
        port = parts.port
        host = parts.hostname or ""
    except ValueError:
        raise RefusedAddressError(url, "is not a web address.") from None
    if parts.scheme not in _PORTS:
        raise RefusedAddressError(url, "only http:// and https:// addresses are fetched.")
    if "@" in parts.netloc:
        raise RefusedAddressError(url, "holds a user name; give the address without it.")
    return WebAddress(
        scheme=parts.scheme,
        host=_ascii_host(url, host),
        port=_PORTS[parts.scheme] if port is None else port,
        path=parts.path,
        query=parts.query,
    )


async def find_address(web: WebAddress, resolver: Resolver, rule: Rule) -> tuple[Address, ...]:
    """Resolve the host, once; *all* of its addresses have to pass.

    Raises:
        RefusedAddressError: There is none, or one of them is not allowed.
    """
    literal = _literal(web.host)
    if literal is not None:
        found: tuple[Address, ...] = (literal,)
    else:
        if web.host.rstrip(".").endswith(_PRIVATE_NAMES) and _is_private_name(web.host):
            raise RefusedAddressError(web.url, "names a host of a private network.")
        try:
            found = tuple(dict.fromkeys(map(ip_address, await resolver(web.host, web.port))))
        except (OSError, ValueError):
            found = ()
    if not found:
        raise RefusedAddressError(web.url, "its host is not known; check the address.")
    if not all(rule(address, web.port) for address in found):
        raise RefusedAddressError(web.url, "is not a public web address (ports 80 and 443).")
    return found


async def resolve(host: str, port: int) -> Sequence[str]:
    """The system's resolver."""
    loop = asyncio.get_running_loop()
    rows = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(row[4][0]) for row in rows]


def shown(url: str) -> str:
    """An address as it may stand in a sentence: one line, no secrets of its user part."""
    plain = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in url)
    scheme, mark, rest = plain.partition("://")
    authority, slash, path = rest.partition("/")
    return f"{scheme}{mark}{authority.rpartition('@')[2]}{slash}{path}"[:200]


def _is_private_name(host: str) -> bool:
    name = host.rstrip(".")
    return any(name == one or name.endswith(f".{one}") for one in _PRIVATE_NAMES)


def _literal(host: str) -> Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _ascii_host(url: str, host: str) -> str:
    if literal := _literal(host):
        return str(literal)
    name = host.rstrip(".")
    try:
        ascii_name = idna.encode(name, uts46=True).decode("ascii").lower() if name else ""
    except (idna.IDNAError, UnicodeError):
        ascii_name = ""
    last = ascii_name.rpartition(".")[2]
    if not ascii_name or _literal(ascii_name) or last[:1].isdigit():
        # Numbers in other notations (2130706433, 0x7f.1, 017700000001) are no names.
        raise RefusedAddressError(url, "its host is not a name, nor an address in plain notation.")
    return ascii_name


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _with_port(host: str, port: int, scheme: str) -> str:
    return host if port == _PORTS[scheme] else f"{host}:{port}"
