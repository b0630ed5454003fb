"""What is shipped beside the code: pinned dependencies, container files, the systemd unit, the settings' reference."""
