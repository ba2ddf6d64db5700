"""The data of English."""
