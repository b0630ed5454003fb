"""What the assistant does, one module per intent. Knows no chat platform; `assistant.answer` is the way in."""
