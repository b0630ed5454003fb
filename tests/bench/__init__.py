"""`make bench`: figures of one run side by side, since the same code differs twofold between minutes and machines."""
