"""Backups: one archive with everything kept, made while the assistant runs, read back before it is called good."""

from storage.backup.archive import Manifest, open_backup, write_backup
from storage.backup.restore import restore

__all__ = ["Manifest", "open_backup", "restore", "write_backup"]
