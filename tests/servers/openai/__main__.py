"""`python -m tests.servers.openai --port 8082 --mode honest` serves until interrupted."""

import argparse
import asyncio
import sys
from contextlib import suppress

from tests.servers.openai.modes import MODES
from tests.servers.openai.server import OpenAIServer


def _main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.servers.openai", description=__doc__)
    parser.add_argument("--port", type=int, default=8082)
    parser.add_argument("--mode", choices=MODES, default="honest")
    parser.add_argument("--latency", type=float, default=0.0, metavar="SECONDS")
    parser.add_argument("--function-calling-only", action="store_true")
    given = parser.parse_args()
    server = OpenAIServer(
        mode=given.mode,
        port=given.port,
        latency_seconds=given.latency,
        function_calling_only=given.function_calling_only,
    )
    asyncio.run(_serve(server))


async def _serve(server: OpenAIServer) -> None:
    async with server:
        sys.stderr.write(f"OPENAI_BASE_URL={server.base_url} OPENAI_API_KEY=any\n")
        with suppress(asyncio.CancelledError):  # Ctrl-C is the way to stop it
            await server.serve_forever()


_main()
