"""A small OpenAI-compatible server for tests, and to try the program by hand without a key."""

from tests.servers.openai.modes import BROKEN, MODES, Spoken
from tests.servers.openai.server import Cuts, Fails, Hangs, OpenAIServer, Says, say

__all__ = ["BROKEN", "MODES", "Cuts", "Fails", "Hangs", "OpenAIServer", "Says", "Spoken", "say"]
