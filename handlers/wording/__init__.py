"""Every sentence that the user reads: plain, warm, short; figures first, then the reason, then the next step."""
