"""Tests, in the shape of the tree; tables in TOML carry most of them."""
