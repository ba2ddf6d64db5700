"""Speed and accuracy, and small programs that let harnesses from outside drive the core."""
