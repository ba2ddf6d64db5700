"""Who speaks each link, and through whom: the chains with their names."""
