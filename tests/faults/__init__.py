"""Faults on purpose: processes killed at any instant. `python -m tests.faults` runs them at full length."""
