"""What is said of importing a sheet of past entries, and the words in the template."""

from __future__ import annotations

UNKNOWN_SHEET = "这张表我没认出来。要批量导入自己的记录，请用模板：说“导入模板”。"
