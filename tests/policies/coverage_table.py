"""The coverage of the documents, clause by clause: read from docs/coverage.toml, shown as docs/coverage.md.

python -m tests.policies.coverage_table > docs/coverage.md
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"

HEAD = """# 条文对照

每份文件里凡关系到学时、期限、证明和职称的条款，逐条列出：对应哪一条认定规则，或者为什么没有规则。
内容是我们自己的概括，以文件原文为准。
本页由 `coverage.toml` 生成：`python -m tests.policies.coverage_table > docs/coverage.md`。
"""

KINDS = {
    "scope": "范围",
    "duty": "职责",
    "courses": "学习渠道",
    "requirement": "年度要求",
    "hours": "学时",
    "registration": "登记",
    "deadline": "期限",
    "proof": "证明",
    "title": "职称",
    "trade": "行业",
    "penalty": "责任",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause summed up in our own words. `rule`: the articles that cite what follows from it; else `reason`."""

    article: str
    kind: str
    summary: str
    rule: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Covered:
    """A document and its clauses in their order. `cited`: the names by which citations call it."""

    id: str
    name: str
    about: str
    cited: frozenset[str]
    clauses: tuple[Clause, ...]

    @property
    def articles(self) -> frozenset[str]:
        """Every article that a citation of this document may name."""
        return frozenset(article for clause in self.clauses for article in (clause.article, *clause.rule))


def load() -> tuple[Covered, ...]:
    """The whole table, as docs/coverage.toml has it."""
    raw = tomllib.loads((DOCS / "coverage.toml").read_text(encoding="utf-8"))
    return tuple(
        Covered(
            document["id"],
            document["name"],
            document["about"],
            frozenset(document["cited"]),
            tuple(Clause(**{**clause, "rule": tuple(clause.get("rule", ()))}) for clause in document["clause"]),
        )
        for document in raw["document"]
    )


def lines(table: tuple[Covered, ...]) -> Iterator[str]:
    """The page, line by line."""
    yield from HEAD.splitlines()
    for document in table:
        yield from ("", f"## {document.name}", "", f"{document.about}（{document.id}）", "")
        yield from ("| 条款 | 事项 | 内容 | 规则 | 没有规则的理由 |", "|---|---|---|---|---|")
        for clause in document.clauses:
            cells = (clause.article, KINDS[clause.kind], clause.summary, "、".join(clause.rule), clause.reason)
            yield "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines(load())) + "\n")
