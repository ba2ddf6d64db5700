"""What is true of one language: its words, and numbers counted and learned from texts in it."""
