"""Delivery of updates to the bot's webhook."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

import httpx

from tests.servers.telegram.updates import Update
from tests.servers.telegram.world import Webhook, World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_FIRST_DELAY_SECONDS = 0.05
_LONGEST_DELAY_SECONDS = 1.0

MethodCall: TypeAlias = Callable[[str, dict[str, Any]], Awaitable[None]]


class WebhookCourier:
    """Takes one update after the other to the webhook; what is not taken comes again."""

    def __init__(self, world: World, call: MethodCall) -> None:
        self._world = world
        self._call = call

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with httpx.AsyncClient(timeout=10, trust_env=False) as client:
            delay = _FIRST_DELAY_SECONDS
            while True:
                await self._world.changes.until(
                    self._is_due, what="a webhook", timeout_seconds=None
                )
                webhook, update = self._world.webhook, self._world.updates.pending[0]
                if webhook is not None and await self._deliver(client, webhook, update):
                    delay = _FIRST_DELAY_SECONDS
                else:
                    await asyncio.sleep(delay)
                    delay = min(2 * delay, _LONGEST_DELAY_SECONDS)

    def _is_due(self) -> bool:
        return self._world.webhook is not None and self._world.updates.deliverable

    async def _deliver(self, client: httpx.AsyncClient, webhook: Webhook, update: Update) -> bool:
        headers = {SECRET_HEADER: webhook.secret} if webhook.secret else {}
        try:
            response = await client.post(webhook.url, json=update.as_json(), headers=headers)
        except httpx.HTTPError as error:
            webhook.last_error = str(error) or type(error).__name__
            return False
        if not response.is_success:
            webhook.last_error = f"Wrong response from the webhook: {response.status_code}"
            return False
        self._world.updates.confirm_one(update)
        await self._carry_out(response.content)
        return True

    async def _carry_out(self, body: bytes) -> None:
        """The answer may be one call of a method, whose result nobody is told."""
        try:
            row = json.loads(body)
        except ValueError:
            return
        if isinstance(row, dict) and isinstance(row.get("method"), str):
            await self._call(row.pop("method"), row)
