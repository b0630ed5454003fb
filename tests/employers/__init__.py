"""Tests of `handlers.employers`: what units ask, order and take home."""
