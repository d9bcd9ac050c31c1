"""From segments to translated blocks."""
