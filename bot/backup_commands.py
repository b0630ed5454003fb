"""`xueshi backup` and `xueshi restore`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import wording
from bot.locations import database_of, files_of
from bot.problem import StartProblem
from bot.settings import Settings
from storage import StorageProblem
from storage.backup import Manifest, write_backup
from storage.backup import restore as put_back


def backup(target: Path, database: str | None, settings: Settings) -> int:
    """Write a backup to `target`, a file or a folder. Raises StartProblem."""
    now = datetime.now(ZoneInfo(settings.timezone))
    archive = target / wording.BACKUP_NAME.format(moment=now.strftime("%Y%m%d-%H%M%S")) if target.is_dir() else target
    address = database_of(settings, database)
    try:
        manifest = write_backup(address, files_of(settings, address), archive, now)
    except StorageProblem as problem:
        raise StartProblem(wording.storage_problem(problem)) from problem
    print(wording.BACKED_UP.format(archive=archive, **_figures(manifest)))
    return 0


def restore(archive: Path, database: str | None, settings: Settings) -> int:
    """Put a backup in place of what is there. Raises StartProblem."""
    address = database_of(settings, database)
    try:
        manifest = put_back(archive, address, files_of(settings, address))
    except StorageProblem as problem:
        raise StartProblem(wording.storage_problem(problem)) from problem
    print(wording.RESTORED.format(moment=manifest.made_at[:16].replace("T", " "), **_figures(manifest)))
    return 0


def _figures(manifest: Manifest) -> dict[str, int]:
    return {"people": manifest.people, "entries": manifest.entries, "files": manifest.files}
