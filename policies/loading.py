"""From files to policies: read, check each, resolve what extends what, check them together."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from policies.checking import NameCheck
from policies.inherit import merged
from policies.overlap import check_together
from policies.pack import Policy
from policies.problems import PackError, Problem, Sink
from policies.reach import check_policy
from policies.reading import PolicyReader
from policies.schema import check_table
from policies.succession import check_replaced, succeeded
from policies.toml_slips import slip_of
from policies.vocabulary import Vocabulary

Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file: its name for messages, what is written in it, and what is wrong with the writing."""

    name: str
    raw: Raw
    problems: tuple[Problem, ...] = ()


def read_folder(folder: Path) -> list[PackFile]:
    """Every pack of a folder, in the order of their names."""
    return [read_file(path) for path in sorted(folder.glob("*.toml"))]


def read_file(path: Path) -> PackFile:
    """One pack; a file that is no TOML becomes a problem, not an exception."""
    try:
        text = path.read_text(encoding="utf-8-sig")  # the editor of Windows begins a file with a mark
        raw = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        return PackFile(path.name, {}, (Problem(path.name, "", "", *slip_of(text, str(error))),))
    except UnicodeDecodeError:
        return PackFile(path.name, {}, (Problem(path.name, "", "", "不是 UTF-8 编码", "另存时编码选 UTF-8"),))
    except OSError as error:
        cure = "检查文件名、位置和权限"
        return PackFile(path.name, {}, (Problem(path.name, "", "", f"打不开（{error.strerror}）", cure),))
    sink = Sink(path.name, [])
    check_table(raw, "pack", sink)
    return PackFile(path.name, raw, tuple(sink.problems))


def resolve(files: Sequence[PackFile], vocabulary: Vocabulary) -> dict[str, Policy]:
    """The policies of the files. Raises `PackError` with all problems where there are any."""
    policies, problems = build(files, vocabulary)
    if problems:
        raise PackError(problems)
    return policies


def build(files: Sequence[PackFile], vocabulary: Vocabulary) -> tuple[dict[str, Policy], list[Problem]]:
    """The policies that can be built, and every problem of the files."""
    files = succeeded(files)
    problems = [problem for file in files for problem in file.problems]
    sound = {file.raw["id"]: file for file in files if not file.problems}
    problems += doubled(file for file in files if not file.problems)
    broken = {file.raw["id"] for file in files if file.problems and isinstance(file.raw.get("id"), str)} - sound.keys()
    policies: dict[str, Policy] = {}
    for name in higher_first(sound):
        sink = Sink(sound[name].name, [])
        policy = built(name, sound, broken, vocabulary, sink)
        if policy is not None:
            policies[name] = policy
        if sink.problems:
            broken.add(name)
        problems += sink.problems
    return {name: policies[name] for name in sound if name in policies}, problems + check_together(policies.values())


def higher_first(files: Mapping[str, PackFile]) -> list[str]:
    """The ids with those that others extend before these."""
    return sorted(files, key=lambda name: len(line_of(name, files, Sink("", []))))


def built(
    name: str, files: Mapping[str, PackFile], broken: Collection[str], vocabulary: Vocabulary, sink: Sink
) -> Policy | None:
    """The policy of one file; None where its words are wrong, or a document that it extends is."""
    file = files[name]
    above = file.raw.get("extends")
    if above in broken:
        sink.add("extends", f"它继承的 {above} 有错", f"先改好 {above}")
        return None
    lineage = line_of(name, files, sink)
    own = [rule["id"] for rule in file.raw.get("rule", ())]
    whole = merged(file.raw, above_of(lineage, files))
    NameCheck(whole, own, vocabulary, sink).check()
    check_replaced(file.raw, files, sink)
    if sink.problems:
        return None
    documents = {each: other.raw["document"] for each, other in files.items()}
    policy = PolicyReader(whole, documents, vocabulary).policy(lineage, span_of(lineage, files), file.name)
    check_policy(policy, own, vocabulary, sink)
    return policy


def doubled(files: Iterable[PackFile]) -> list[Problem]:
    """Two files with one id."""
    seen: dict[str, str] = {}
    problems = []
    for file in files:
        name = file.raw["id"]
        if name in seen:
            problems.append(Problem(file.name, "", "id", f"{seen[name]} 已经用了“{name}”", "换一个没用过的 id"))
        seen.setdefault(name, file.name)
    return problems


def line_of(name: str, files: Mapping[str, PackFile], sink: Sink) -> tuple[str, ...]:
    """The id and those that it extends, one after the other."""
    line = [name]
    while (above := files[line[-1]].raw.get("extends")) is not None:
        if above not in files:
            sink.unknown("extends", "文件", above, set(files) - {name})
            break
        if above in line:
            sink.add("extends", f"{'、'.join([*line, above])} 互相继承", "去掉其中一处 extends")
            break
        line.append(above)
    return tuple(line)


def above_of(lineage: Sequence[str], files: Mapping[str, PackFile]) -> Raw | None:
    """All that a document inherits, merged."""
    above: Raw | None = None
    for name in reversed(lineage[1:]):
        above = merged(files[name].raw, above)
    return above


def span_of(lineage: Sequence[str], files: Mapping[str, PackFile]) -> tuple[int, int | None]:
    """The years in which a document's rules hold in its regions: with what it extends, and with what extends it."""
    own = files[lineage[0]].raw
    kin = [files[name].raw for name in lineage]
    kin += [file.raw for file in files.values() if file.raw.get("extends") == lineage[0]]
    alike = [raw for raw in kin if set(raw.get("regions", ())) & set(own.get("regions", ()))] or [own]
    lasts = [raw.get("to") for raw in alike]
    return min(raw["from"] for raw in alike), None if None in lasts else max(filter(None, lasts))
