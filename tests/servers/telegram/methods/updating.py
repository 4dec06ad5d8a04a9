"""getUpdates, getMe and the webhook."""

from typing import Any
from urllib.parse import urlsplit

from tests.servers.telegram.call import Call
from tests.servers.telegram.errors import bad_request, refusal
from tests.servers.telegram.shapes import user_json
from tests.servers.telegram.world import Webhook

_WEBHOOK_IS_SET = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
_SECRET_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")


async def get_updates(call: Call) -> list[dict[str, Any]]:
    if call.world.webhook is not None:
        raise refusal(409, _WEBHOOK_IS_SET)
    call.world.updates.allow(call.get("allowed_updates"))
    return await call.world.updates.poll(
        call.get("offset", 0), call.get("limit", 100), call.get("timeout", 0)
    )


def get_me(call: Call) -> dict[str, Any]:
    return user_json(call.world.bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": not call.world.privacy_mode,
        "supports_inline_queries": True,
        "can_connect_to_business": True,
        "has_main_web_app": False,
        "supports_guest_queries": True,
    }


def set_webhook(call: Call) -> bool:
    url = call.get("url", "")
    secret = call.get("secret_token", "")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not _SECRET_LETTERS.issuperset(secret):
        raise bad_request("secret token contains unallowed characters")
    if url and not _may_be_called(url):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    _forget_updates(call)
    call.world.updates.allow(call.get("allowed_updates"))
    call.world.updates.terminate_poll("terminated by setWebhook request")
    connections = call.get("max_connections", 40)
    call.world.webhook = (
        Webhook(url=url, secret=secret, max_connections=connections) if url else None
    )
    call.world.changes.announce()
    return True


def delete_webhook(call: Call) -> bool:
    _forget_updates(call)
    call.world.webhook = None
    call.world.changes.announce()
    return True


def get_webhook_info(call: Call) -> dict[str, Any]:
    webhook = call.world.webhook
    row: dict[str, Any] = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(call.world.updates.pending),
    }
    if webhook is not None:
        row["max_connections"] = webhook.max_connections
        if webhook.last_error:
            row |= {
                "last_error_message": webhook.last_error,
                "last_error_date": int(call.world.clock.now()),
            }
    return row


def _may_be_called(url: str) -> bool:
    """HTTPS, or plain HTTP on this machine, as a Bot API server of one's own allows."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname == "127.0.0.1")


def _forget_updates(call: Call) -> None:
    if call.get("drop_pending_updates"):
        call.world.updates.clear()


METHODS = {
    "getUpdates": get_updates,
    "getMe": get_me,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
