"""What operators do, on the project's own Bot API server and a real archive."""
