"""The guard: what may be fetched, and what never is."""

import asyncio
from collections.abc import Sequence
from ipaddress import ip_address

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.library.ingest.fetching import MOST_REDIRECTS, Fetcher, FetchError
from knowledge.library.ingest.guard import RefusedAddressError, is_public, parse_url

PUBLIC = "93.184.215.14"

_NOT_PUBLIC = """
127.0.0.1 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1
169.254.169.254 100.64.0.1 192.0.0.8 192.0.0.192 192.0.2.1 192.88.99.1 198.18.0.1 198.51.100.7
203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 168.63.129.16
:: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:0:127.0.0.1 64:ff9b::7f00:1
64:ff9b:1::a9fe:a9fe 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:2::1 2001:db8::1
2002:7f00:1::1 2002:a00:1::1 3fff::1 fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1 ff0e::1
4000::1 5f00::1
"""

TRICKS = [
    pytest.param("http://127.0.0.1:80/", id="loopback"),
    pytest.param("http://0.0.0.0:443/", id="any"),
    pytest.param("http://2130706433/", id="decimal"),
    pytest.param("http://017700000001/", id="octal"),
    pytest.param("http://0o177.0.0.1/", id="octal-parts"),
    pytest.param("http://0x7f.1/", id="mixed"),
    pytest.param("http://0x7f000001/", id="hexadecimal"),
    pytest.param("http://127.1/", id="short"),
    pytest.param("http://①②⑦.⓪.⓪.①/", id="circled-digits"),
    pytest.param("http://127。0。0。1/", id="ideographic-stops"),
    pytest.param("http://[::1]/", id="v6-loopback"),
    pytest.param("http://[0:0:0:0:0:ffff:127.0.0.1]/", id="v6-mapped"),
    pytest.param("http://[::ffff:169.254.169.254]/", id="v6-mapped-metadata"),
    pytest.param("http://[fe80::1%25eth0]/", id="v6-zone"),
    pytest.param("http://[64:ff9b:1::a9fe:a9fe]/", id="nat64"),
    pytest.param("http://[::ffff:0:127.0.0.1]/", id="siit"),
    pytest.param("http://metadata.google.internal./", id="metadata-name"),
    pytest.param("http://kubernetes.default.svc/", id="cluster-name"),
    pytest.param("http://localhost/", id="localhost"),
    pytest.param("http://a.localhost/", id="below-localhost"),
    pytest.param("http://host.docker.internal:8000/", id="docker"),
    pytest.param("http://127.1.1.1:80\\@example.com:80/", id="back-slash"),
    pytest.param("http://127.0.0.1%2eexample.com@127.0.0.1/", id="user-part"),
    pytest.param("http://example.com@127.0.0.1/", id="user-name"),
    pytest.param("http://example.com:80@127.0.0.1/", id="user-name-and-port"),
    pytest.param("http://exa\tmple.com/", id="tab"),
    pytest.param("http://example.com/a\r\nX: y", id="line-break"),
    pytest.param("http://example.com:8000/", id="port"),
    pytest.param("http://example.com:22/", id="ssh"),
    pytest.param("http://example.com:0/", id="port-0"),
    pytest.param("http://example.com:99999/", id="port-too-large"),
    pytest.param("http:///path", id="no-host"),
    pytest.param("http://./", id="only-a-stop"),
    pytest.param("http://[::1/", id="open-bracket"),
    pytest.param("file:///etc/passwd", id="file"),
    pytest.param("ftp://127.0.0.1/", id="ftp"),
    pytest.param("gopher://127.0.0.1:6379/_x", id="gopher"),
    pytest.param("jar:http://127.0.0.1!/", id="jar"),
    pytest.param("unix:///var/run/docker.sock", id="unix"),
    pytest.param("data:text/html,x", id="data"),
    pytest.param("//example.com/", id="no-scheme"),
    pytest.param("javascript:alert(1)", id="script"),
    pytest.param("http://example.com/" + "a" * 3000, id="endless"),
]


class Web:
    """Stands in for the resolver and for the wire; remembers every name and every connection."""

    def __init__(self, names: dict[str, Sequence[str]] | None = None) -> None:
        self.names = names or {}
        self.looked_up: list[str] = []
        self.requests: list[httpx.Request] = []
        self.redirects: dict[str, str] = {}

    async def resolve(self, host: str, _port: int) -> Sequence[str]:
        self.looked_up.append(host)
        return self.names.get(host, [PUBLIC])

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        asked = f"{request.url.scheme}://{request.headers['host']}{request.url.raw_path.decode()}"
        if asked in self.redirects:
            return httpx.Response(307, headers={b"Location": self.redirects[asked].encode()})
        return httpx.Response(200, stream=httpx.ByteStream(b"ok"))

    def fetch(self, url: str) -> str:
        fetcher = Fetcher(resolver=self.resolve, transport=httpx.MockTransport(self.answer))
        return asyncio.run(fetcher.fetch(url)).url


@pytest.mark.parametrize("address", _NOT_PUBLIC.split())
def test_an_address_that_is_not_public_is_refused_before_a_connection(address: str) -> None:
    assert not is_public(ip_address(address), 443)
    web = Web({"news.example": [PUBLIC, address]})
    for url in ("http://news.example/", f"http://{f'[{address}]' if ':' in address else address}/"):
        with pytest.raises(RefusedAddressError):
            web.fetch(url)
    assert web.requests == []


@pytest.mark.parametrize("url", TRICKS)
def test_a_trick_is_refused_before_a_connection(url: str) -> None:
    web = Web()
    with pytest.raises(RefusedAddressError) as refused:
        web.fetch(url)
    assert web.requests == []
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("url", TRICKS)
def test_a_redirect_is_looked_at_like_the_first_address(url: str) -> None:
    web = Web()
    web.redirects["http://public.example/r"] = url
    if url in {"//example.com/", "http:///path"}:
        return  # relative to a public page, these are public
    with pytest.raises((RefusedAddressError, FetchError)):
        web.fetch("http://public.example/r")
    assert [request.url.host for request in web.requests] == [PUBLIC]


@pytest.mark.parametrize("address", ["8.8.8.8", PUBLIC, "1.1.1.1", "2606:4700::1111", "2a00::1"])
def test_a_public_address_passes(address: str) -> None:
    assert is_public(ip_address(address), 443)
    assert is_public(ip_address(address), 80)
    assert not is_public(ip_address(address), 8080)


def test_the_connection_goes_to_the_checked_address_under_its_own_name() -> None:
    web = Web({"xn--mnchen-3ya.example": ["2606:4700::1111"]})
    assert web.fetch("https://München.example/a?b=c#d") == "https://xn--mnchen-3ya.example/a?b=c"
    (request,) = web.requests
    assert str(request.url) == "https://[2606:4700::1111]/a?b=c"
    assert request.headers["host"] == "xn--mnchen-3ya.example"
    assert request.extensions["sni_hostname"] == "xn--mnchen-3ya.example"
    assert web.looked_up == ["xn--mnchen-3ya.example"]


def test_a_name_that_changes_its_address_is_asked_once_a_hop() -> None:
    class Rebinding(Web):
        async def resolve(self, host: str, _port: int) -> Sequence[str]:
            self.looked_up.append(host)
            return [PUBLIC] if len(self.looked_up) == 1 else ["127.0.0.1"]

    web = Rebinding()
    web.redirects["http://rebind.example/"] = "/again"
    with pytest.raises(RefusedAddressError):
        web.fetch("http://rebind.example/")
    assert [request.url.host for request in web.requests] == [PUBLIC]


@pytest.mark.parametrize(("hops", "arrives"), [(MOST_REDIRECTS, True), (MOST_REDIRECTS + 1, False)])
def test_redirects_are_followed_five_times(hops: int, arrives: bool) -> None:
    web = Web()
    for hop in range(hops):
        web.redirects[f"http://a.example/{hop}"] = f"http://a.example/{hop + 1}"
    if arrives:
        assert web.fetch("http://a.example/0") == f"http://a.example/{hops}"
    else:
        with pytest.raises(FetchError, match="redirects more than 5 times"):
            web.fetch("http://a.example/0")
    assert len(web.requests) == MOST_REDIRECTS + 1


_LABEL = st.from_regex(r"[a-z]([a-z0-9-]{0,20}[a-z0-9])?", fullmatch=True).filter(
    lambda label: label[2:4] != "--"
)


@given(st.lists(_LABEL, min_size=1, max_size=3), st.sampled_from(["com", "org", "de", "uk", "рф"]))
def test_a_public_name_is_never_refused(labels: list[str], top: str) -> None:
    host = ".".join([*labels, top])
    assert parse_url(f"https://{host}/news/1").port == 443


def test_a_user_name_is_not_repeated_in_the_sentence() -> None:
    with pytest.raises(RefusedAddressError) as refused:
        parse_url("https://ann:secret@example.com/")
    assert "secret" not in str(refused.value)
