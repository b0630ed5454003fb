"""What a whole turn on a phone costs, beside a bot that only says again what it hears, on the same fake Bot API."""
