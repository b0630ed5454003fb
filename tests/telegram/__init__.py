"""The assistant on Telegram, tried with the real libraries against a fake Bot API."""
