"""What is made of the proposals: borders, kind, mode, stance and signals."""
