"""Keys: what each does, which one does it, and how they wait their turn."""
