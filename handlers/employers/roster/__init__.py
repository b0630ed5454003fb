"""An employer's list of who works there: read from any sheet, matched with who has joined."""
