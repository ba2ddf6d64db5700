"""How a source stands to what is said: asserts, denies, concedes."""
