"""Talk: what a question takes from the ones before it in a chat."""
