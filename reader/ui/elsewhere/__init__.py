"""What other articles say: counterparts, the way between them, and where links lead."""
