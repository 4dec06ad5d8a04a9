"""Cue words by language, one TOML file each; `lexicon.py` says how they are written."""
