"""Tests of `nlu`."""
