"""Links: which addresses Telegram takes, and which it finds in a text by itself."""

import re
from urllib.parse import urlsplit

_TELEGRAM_SCHEMES = {"tg", "ton", "tonsite"}
_HOST = re.compile(r"[\w\-]+(\.[\w\-]+)+", re.UNICODE)
_USER = re.compile(r"tg://user\?id=(\d+)", re.IGNORECASE)


def checked_link(url: str) -> str:
    """The address as Telegram keeps it, or "" where it drops it in silence.

    No scheme but dots is taken as http; other schemes than http, https and Telegram's own,
    relative addresses, hosts without a dot, and outer spaces are dropped.
    """
    if not url or url != url.strip() or re.search(r"\s", url):
        return ""
    scheme, separator, rest = url.partition("://")
    if not separator:
        scheme, rest = "http", url
    if scheme.lower() in _TELEGRAM_SCHEMES:
        return f"{scheme.lower()}://{rest}" if rest else ""
    if scheme.lower() not in {"http", "https"} or not _names_a_host(rest):
        return ""
    host, slash, path = rest.partition("/")
    if not slash and not re.search(r"[?#]", host):
        return f"{scheme.lower()}://{host}/"
    return f"{scheme.lower()}://{host}{slash}{path}"


def linked_user(url: str) -> int | None:
    """Whom a `tg://user?id=` link mentions."""
    found = _USER.fullmatch(url)
    return int(found[1]) if found else None


def _names_a_host(rest: str) -> bool:
    try:
        parts = urlsplit(f"//{rest}")
        port_is_sound = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return port_is_sound and parts.hostname is not None and bool(_HOST.fullmatch(parts.hostname))
