"""Everything Comillas knows about articles, quotes and translation; no Qt below this line."""
