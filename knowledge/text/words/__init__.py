"""Words: how a text is taken apart to be compared with another, in nine languages."""
