"""What operators do on Telegram: the archive, readers' open questions, figures, corrections."""
