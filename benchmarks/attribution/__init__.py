"""How well, how fast and in how much memory statements are found."""
