"""What we say: retrieval, composing, checking, and the answerer that joins them."""
