"""The audit's files: an employer's year as sheets and statements."""
