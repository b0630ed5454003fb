"""Understanding Chinese activity reports: `parse(text, today, context)` makes a `Parse` (reading.py)."""
