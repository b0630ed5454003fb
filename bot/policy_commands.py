"""`xueshi policy check` and `xueshi policy show`: a document's file examined, a document's rules read out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import wording, wording_documents
from bot.documents import library_of
from bot.settings import Settings
from handlers.wording.figures import plain
from policies.candidates import document_meant
from policies.library import Library
from policies.own_packs import check_files, packs_in
from policies.pack import Policy, Requirement
from policies.remarks import remarks_of


def check(files: Sequence[Path], settings: Settings) -> int:
    """Tell what is wrong with these files, or the files of these folders, read together with the documents on file.
    0 where nothing is."""
    files = [file for given in files for file in (packs_in(given) if given.is_dir() else [given])]
    library, left_out = check_files(files, settings.policies)
    wrong = {each.file: each for each in left_out}
    sound = {policy.file: policy for policy in library.policies.values()}
    for file in map(str, files):
        if file in wrong:
            print("\n".join(f"✗ {problem}" for problem in wrong[file].problems))
        else:
            print(wording.PACK_SOUND.format(file=file, title=sound[file].title, rules=len(sound[file].rules)))
            for remark in remarks_of(sound[file], library):
                print(wording_documents.REMARK.format(remark=remark))
    return 1 if wrong else 0


def show(named: str, year: int | None, settings: Settings) -> int:
    """Read out what governs a place in a year, this one where none is given; or a certain document."""
    library = library_of(settings)
    today = datetime.now(ZoneInfo(settings.timezone)).year
    document = document_meant(named, library) if any(sign.isdigit() for sign in named) else None
    if document is not None:
        nearest = max(document.first, min(year or today, document.last or today))
        print("\n".join(lines_of(document, year or nearest, library)))
        return 0
    return _show_place(named, year or today, library)


def _show_place(place: str, year: int, library: Library) -> int:
    found = library.find_place(place)
    governed = {region for policy in library.policies.values() for region in policy.regions}
    if found is None and place not in governed:
        sys.stderr.write(wording.NO_PLACE.format(place=place) + "\n")
        return 1
    name = found.name if found else place
    policy = library.in_place(name, year)
    if policy is None:
        regions = "、".join(sorted(governed))
        sys.stderr.write(wording.NO_DOCUMENT.format(place=name, year=year, regions=regions) + "\n")
        return 1
    print("\n".join(lines_of(policy, year, library)))
    return 0


def lines_of(policy: Policy, year: int, library: Library) -> list[str]:
    """A document: what it is, what it requires of the year, and each rule with its article."""
    span = wording.YEARS.format(first=policy.first, last=policy.last or "")
    lines = [f"《{policy.title}》", f"{policy.document} · {'、'.join(policy.regions)} · {span}", ""]
    requirement = policy.requirement(year)
    if requirement is not None:
        lines += [_requirement(requirement, year, policy.unit), ""]
    for rule in policy.rules:
        name = rule.name or library.vocabulary.activities[rule.activity].name
        lines.append(f"{rule.citation.article}  {name}")
        lines += [f"    {text}" for text in (rule.citation.says, *rule.notes) if text]
    return lines


def _requirement(requirement: Requirement, year: int, unit: str) -> str:
    parts = {"public": requirement.public, "professional": requirement.professional}
    named = "".join(f"，{wording.TALLY[key]} {plain(hours)}" for key, hours in parts.items() if hours is not None)
    return wording.REQUIRED.format(
        year=year,
        total=plain(requirement.total),
        unit=unit,
        parts=named,
        document=requirement.citation.document,
        article=requirement.citation.article,
    )
