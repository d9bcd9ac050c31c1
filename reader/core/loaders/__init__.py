"""From a file, a page or pasted text to an Article."""
