"""What `reader` does without a screen: results on stdout, words on stderr, an exit code."""
