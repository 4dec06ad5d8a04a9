"""Articles, sentences, quotes and claims: values and pure rules, no I/O."""
