"""Servers of the project's own that stand in for the outside world, on loopback."""
