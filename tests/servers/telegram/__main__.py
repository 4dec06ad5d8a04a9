"""`python -m tests.servers.telegram`: try the bot by hand, without Telegram."""

import argparse
import asyncio
import contextlib
import sys

from tests.servers.telegram.console import HELP, read_lines, talk
from tests.servers.telegram.server import TEST_TOKEN, TelegramServer


def main() -> None:
    """Serve until the input ends."""
    parser = argparse.ArgumentParser(prog="python -m tests.servers.telegram", description=__doc__)
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=TEST_TOKEN)
    parser.add_argument("--name", default="Ada", help="who you are")
    parser.add_argument("--language", default="en", help="of your Telegram, two letters")
    arguments = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(arguments))


async def _serve(arguments: argparse.Namespace) -> None:
    server = TelegramServer(arguments.token)
    await server.start(arguments.port)
    sys.stdout.write(
        f"Listening at http://127.0.0.1:{server.port}. Start the bot with\n"
        f"  TELEGRAM_API_URL=http://127.0.0.1:{server.port} TELEGRAM_BOT_TOKEN={server.token}\n\n"
        f"{HELP}\n"
    )
    sys.stdout.flush()
    try:
        await talk(server, arguments.name, arguments.language, read_lines(sys.stdin), sys.stdout)
    finally:
        await server.stop()


if __name__ == "__main__":
    main()
