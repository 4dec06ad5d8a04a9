"""Everything that a person or Telegram touches."""
