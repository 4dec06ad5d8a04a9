"""What we hold: the store, the index, the keywords and the embeddings."""
