"""Receiving from Telegram, handling, and delivering to it."""
