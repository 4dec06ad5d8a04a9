"""From a file to an article that can be found."""
