"""A text as it is searched: its stretches, quotations, sentences."""
