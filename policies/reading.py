"""A pack's file turned into a `Policy`. Shapes and names have been checked before (`schema`, `checking`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from policies.clauses import CLAUSES
from policies.conditions import Condition
from policies.facts import Attributes
from policies.pack import Also, Cap, Due, Policy, Rule
from policies.ranks import value_of
from policies.reading_requirement import number, requirements_of
from policies.reading_rows import fraction, implied_of, numbers, presumption_of, row_of, subject_of, when
from policies.statement import Citation
from policies.vocabulary import Vocabulary

__all__ = ["PolicyReader", "row_of"]

Raw = Mapping[str, Any]
EXTRAS = (*CLAUSES, "window", "calendar")


class PolicyReader:
    """Builds one policy from its merged table. `documents` names the document of every pack that it draws on."""

    def __init__(self, raw: Raw, documents: Mapping[str, str], vocabulary: Vocabulary) -> None:
        self.raw, self.documents, self.vocabulary = raw, documents, vocabulary

    def cite(self, raw: Raw, article: str = "") -> Citation:
        """The citation of a rule, cap or requirement; `source` is the pack that it was written in."""
        document = raw.get("document") or self.documents[raw.get("source", self.raw["id"])]
        return Citation(self.raw["id"], document, raw.get("article", article), raw.get("says", ""))

    def cap(self, raw: Raw, rule: Raw, index: int) -> Cap:
        article = {"source": rule.get("source"), "article": rule.get("article", ""), "document": rule.get("document")}
        citation = self.cite({**{key: value for key, value in article.items() if value}, **raw})
        name = raw.get("id", f"{rule.get('id', 'cap')}#{index}")
        shared = frozenset(raw.get("rules", [rule["id"]] if "id" in rule else ()))
        return Cap(
            name,
            raw["per"],
            citation,
            number(raw.get("hours")),
            fraction(raw.get("times")),
            raw.get("of", "total"),
            shared,
        )

    def rule(self, raw: Raw, shared: tuple[Cap, ...]) -> Rule:
        own = [self.cap(each, raw, index) for index, each in enumerate(raw.get("caps", ()))]
        yearly = [cap for cap in own if cap.per == "year"] + [cap for cap in shared if raw["id"] in cap.rules]
        group, best = self.group(raw)
        rule = Rule(
            id=raw["id"],
            citation=self.cite(raw),
            activity=raw["activity"],
            name=raw.get("name", self.vocabulary.activities[raw["activity"]].name),
            subject=subject_of(raw["subject"]),
            rows=tuple(row_of(each) for each in raw["rates"]),
            where=when({"if": raw.get("if")}),
            also=tuple(Also(each["activity"], when(each)) for each in raw.get("also", ())),
            needs=when({"if": raw.get("needs")}),
            implied=tuple(implied_of(each) for each in raw.get("implied", ())),
            presumed=tuple(presumption_of(each) for each in raw.get("presume", ())),
            bonuses=tuple(row_of(each) for each in raw.get("bonus", ())),
            caps=tuple(cap for cap in own if cap.per != "year"),
            yearly_caps=tuple(sorted(yearly, key=lambda cap: len(cap.rules))),
            once=group,
            best=best,
            spread=numbers(raw.get("spread", ())),
            yearly=raw.get("yearly", False),
            covers=tuple(raw.get("covers", ())),
            due=tuple(Due(frozenset(each["of"]), Decimal(each["count"])) for each in raw.get("due", ())),
            round_to=number(raw.get("round")),
            proof=tuple(raw.get("proof", ())),
            proof_source=raw.get("proof_source", ""),
            notes=tuple(raw.get("notes", ())),
        )
        return replace(rule, reads=reads_of(rule))

    def group(self, rule: Raw) -> tuple[str | None, bool]:
        """The group within which the rule's facts count once: its own word, or that of the pack's list."""
        if "once" in rule:
            return rule["once"], False
        for each in self.raw.get("once", ()):
            if rule["id"] in each.get("rules", [rule["id"]]):
                return each["group"], True
        return None, False

    def unsaid(self) -> dict[str, Attributes]:
        """What is taken to hold where nothing was said: the vocabulary's and the document's own, by activity."""
        own: Raw = self.raw.get("unsaid", {})
        return {
            name: {**common, **{key: value_of(value) for key, value in own.get(name, {}).items()}}
            for name, common in self.vocabulary.unsaid.items()
        }

    def policy(self, lineage: tuple[str, ...], years: tuple[int, int | None], file: str) -> Policy:
        """The whole document."""
        raw = self.raw
        shared = tuple(self.cap(each, {}, index) for index, each in enumerate(raw.get("cap", ())))
        rules = tuple(self.rule(each, shared) for each in raw.get("rule", ()))
        month, day = (int(part) for part in raw.get("year_starts", "01-01").split("-"))
        return Policy(
            id=raw["id"],
            document=raw["document"],
            title=raw["title"],
            issued=raw["issued"],
            regions=tuple(raw.get("regions", ())),
            first=raw["from"],
            last=raw.get("to"),
            rules=rules,
            rules_by_id={rule.id: rule for rule in rules},
            requirements=requirements_of(raw.get("requirement", ()), self.cite),
            by_activity={name: candidates(name, rules) for name in self.vocabulary.activities},
            unsaid=self.unsaid(),
            trade=raw.get("trade"),
            unit=raw.get("unit", "学时"),
            names=tuple(raw.get("names", ())),
            extends=raw.get("extends"),
            lineage=lineage,
            since=years[0],
            until=years[1],
            items_article=raw.get("article", ""),
            year_starts=(month, day),
            year_named_by=raw.get("year_named_by", "start"),
            file=file,
            extras={key: raw[key] for key in EXTRAS if key in raw},
        )


def reads_of(rule: Rule) -> frozenset[str]:
    """The attributes whose values a rule looks at."""
    conditions = [rule.where, rule.needs, *(row.when for row in (*rule.rows, *rule.bonuses))]
    conditions += [presumption.when for presumption in rule.presumed]
    conditions += [implied.when for implied in rule.implied]
    return frozenset().union(*(each.reads for each in conditions))


def candidates(activity: str, rules: Iterable[Rule]) -> tuple[tuple[Condition, Rule], ...]:
    """The rules that may apply to an activity, in the document's order, each with its condition."""
    found: list[tuple[Condition, Rule]] = []
    for rule in rules:
        if rule.activity == activity:
            found.append((rule.where, rule))
        found += [(also.where, rule) for also in rule.also if also.activity == activity]
    return tuple(found)
