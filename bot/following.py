"""`whosaid follow` and `unfollow`: feeds and site maps that are read again and again."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from bot.adding import progress_bar, reported
from bot.console import opened, out, visitor_for
from bot.outcome import Outcome
from bot.settings import load_settings
from knowledge.errors import NewsError

if TYPE_CHECKING:
    from bot.wiring import Library
    from knowledge.library.feeds import Feed
    from knowledge.library.following import Event as FeedEvent

_LONGEST_NAME = 40


def follow(
    context: typer.Context,
    address: Annotated[
        str | None, typer.Argument(metavar="FEED", help="An RSS or Atom feed, or a site map.")
    ] = None,
) -> None:
    """Follows a feed: what it names is added, now and while the bot serves; alone lists them."""
    settings = load_settings()
    with opened(settings) as library:
        if address is None:
            _list(library)
            return
        from bot.wiring import build_follower  # noqa: PLC0415 - after the command line is read

        visitor = visitor_for(context)
        with reported() as outcome, build_follower(settings, library, visitor) as follower:
            _take(follower.follow(address), outcome)
    if outcome.faults:
        raise typer.Exit(1)


def unfollow(
    address: Annotated[str, typer.Argument(metavar="FEED", help="As `whosaid follow` lists it.")],
) -> None:
    """Follows a feed no more; the articles that it brought stay."""
    with opened(load_settings()) as library:
        library.feeds.drop(address)
    out.print(f"{address} is followed no more; its articles stay.", markup=False, soft_wrap=True)


def _take(events: "Iterator[FeedEvent]", outcome: Outcome) -> None:
    from knowledge.library.following import Taken  # noqa: PLC0415 - as above

    with progress_bar() as progress:
        task = progress.add_task("Reading the feed", total=None)
        for event in events:
            if isinstance(event, Taken):
                name = event.article.source.name[:_LONGEST_NAME]
                progress.update(task, description=name, advance=1)
                outcome.count(event.change.value)
            elif isinstance(event, NewsError):
                outcome.refuse(event)
            else:
                outcome.note(event)


def _list(library: "Library") -> None:
    feeds, unread = library.feeds.all(), library.feeds.count_unread()
    for feed in feeds:
        out.print(Text(feed.address, style="bold"), soft_wrap=True)
        for line in describe(feed, unread.get(feed.address, 0)):
            out.print(Padding(line, (0, 0, 0, 4)))
    out.print(f"{len(feeds)} feeds" if len(feeds) != 1 else "1 feed", style="dim")


def describe(feed: "Feed", unread: int) -> Iterator[Text]:
    """What there is to say of a feed, a line each; *unread* of its pages could not be read."""
    read = f"read {_local(feed.read_at)}" if feed.read_at else "not read yet"
    yield Text(" · ".join(filter(None, (feed.title, f"{read}, next {_local(feed.next_at)}"))))
    if feed.problem:
        times = f"{feed.failures} times in a row: " if feed.failures > 1 else ""
        yield Text(f"{times}{feed.problem}", style="red")
    if unread:
        pages = "1 of its pages" if unread == 1 else f"{unread} of its pages"
        yield Text(f"{pages} could not be read.", style="yellow")


def _local(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
