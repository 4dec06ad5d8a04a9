"""Everything that is known, and how it is answered; knows nothing of Telegram."""
