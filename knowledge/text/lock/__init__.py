"""The lock: whether the sentences that a statement cites bear it out. No model, only rules."""
