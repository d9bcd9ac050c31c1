"""Tools for those who work on quotes: training and scoring."""
