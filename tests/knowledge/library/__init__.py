"""Tests, in the rooms of the code that they are about."""
