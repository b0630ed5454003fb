"""What can be seen of a running assistant: metrics, health, logs. Never what people wrote."""
