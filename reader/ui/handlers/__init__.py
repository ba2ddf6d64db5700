"""What each action of the table does to the desk."""
