"""Writing to many: orders, messages, reports."""
