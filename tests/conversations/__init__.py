"""Whole conversations, a line each: what is said, and what a careful assistant must do."""
