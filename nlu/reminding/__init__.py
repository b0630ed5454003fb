"""What people say about reminders: when, again and again or once, what of, and which of them to change or stop."""
