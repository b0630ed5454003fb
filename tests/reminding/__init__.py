"""What reminders are due when: phrases with their due times, and a simulated year against an oracle."""
