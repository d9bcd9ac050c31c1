"""What the program costs, measured side by side with something it can be compared to. `make bench` prints it."""
