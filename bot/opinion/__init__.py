"""The optional second opinion on what the grammar is not sure of: what may leave, and what may come back."""
