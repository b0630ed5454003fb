"""Inputs by the million against what must always hold; `python -m tests.fuzz --help` tells how."""
