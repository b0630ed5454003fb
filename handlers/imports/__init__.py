"""批量导入: a person's past entries from a sheet, row by row, by the same path as what they type."""
