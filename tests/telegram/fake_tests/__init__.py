"""The fake Bot API itself, tried with the real libraries and with calls that neither would make."""
