"""How people reach the assistant: command line, terminal, JSONL and later Telegram. Joins the parts together."""
