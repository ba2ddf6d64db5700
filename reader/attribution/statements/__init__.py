"""What the screen is told of each link: kind, mode, stance and signals."""
