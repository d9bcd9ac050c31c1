"""From an Article to its quotes and their speakers."""
