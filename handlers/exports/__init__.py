"""导出: the ledger as a table, a statement to print, a calendar, all of one's data; and erasing it."""
