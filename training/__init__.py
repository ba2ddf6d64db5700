"""Makes the shipped numbers again from annotated news; never part of the wheel."""
