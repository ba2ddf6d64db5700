"""What the words of a sentence are to one another: phrases, clauses, and who a phrase names."""
