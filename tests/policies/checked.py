"""What a check says of one file, as an author of a pack would hear it."""

from __future__ import annotations

from pathlib import Path

from policies.own_packs import check_files
from policies.problems import Problem


def problems_of(file: Path) -> list[Problem]:
    """Everything that is wrong with the file beside the built-in packs; they call it by the path given."""
    return [problem for left_out in check_files([file], [])[1] for problem in left_out.problems]
