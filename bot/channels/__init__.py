"""One thin module per channel: it turns updates into messages and replies into what the platform shows."""
