"""What a robots.txt allows."""

import pytest

from knowledge.library.ingest.robots import parse_robots

OURS = "User-agent: WhoSaid\nDisallow: /own\n\nUser-agent: *\nDisallow: /all\n"


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        pytest.param("", "/a", True, id="empty"),
        pytest.param("<html>Not found</html>", "/a", True, id="no-robots-file-at-all"),
        pytest.param("User-agent: *\nDisallow: /", "/a", False, id="nothing-is-allowed"),
        pytest.param("User-agent: *\nDisallow:", "/a", True, id="nothing-is-disallowed"),
        pytest.param("User-agent: Other\nDisallow: /", "/a", True, id="for-others"),
        pytest.param(OURS, "/own/x", False, id="by-name"),
        pytest.param(OURS, "/all/x", True, id="by-name-and-so-not-for-all"),
        pytest.param("user-agent: a\nuser-agent: whosaid/1\ndisallow: /x", "/x", False, id="two"),
        pytest.param("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b", True, id="the-longest"),
        pytest.param("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True, id="equal: allowed"),
        pytest.param("User-agent: *\nDisallow: /*?print=", "/x?print=1", False, id="star"),
        pytest.param("User-agent: *\nDisallow: /*.pdf$", "/x.pdf", False, id="end"),
        pytest.param("User-agent: *\nDisallow: /*.pdf$", "/x.pdf?y", True, id="not-the-end"),
        pytest.param("User-agent: *\nDisallow: /a$", "/ab", True, id="only-this"),
        pytest.param("User-agent: *\nDisallow: /caf%C3%A9", "/café/x", False, id="escaped"),
        pytest.param("# all\nUser-agent: * # us\nDisallow: /a # b", "/a", False, id="comments"),
        pytest.param("\ufeffUser-agent: *\r\nDisallow: /a\r\n", "/a", False, id="marks"),
    ],
)
def test_the_longest_rule_for_us_decides(text: str, path: str, allowed: bool) -> None:
    assert parse_robots(text).allow(path) is allowed


@pytest.mark.parametrize(
    ("delay", "seconds"), [("5", 5), ("0.5", 0.5), ("1e9", 30), ("nan", 0), ("-1", 0), ("x", 0)]
)
def test_the_pause_that_is_asked_for_has_limits(delay: str, seconds: float) -> None:
    assert parse_robots(f"User-agent: *\nCrawl-delay: {delay}").delay_seconds == seconds


def test_a_rule_made_to_take_for_ever_takes_no_time() -> None:
    rules = parse_robots("User-agent: *\nDisallow: /" + "*a" * 50_000 + "b$")
    assert rules.allow("/" + "a" * 1900)
