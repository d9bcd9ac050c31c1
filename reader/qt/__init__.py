"""The window: widgets, models and workers; no rule about quotes or translation lives here."""
