"""How an appraisal came about, as far as a statement cares: worked out only when somebody asks."""

from __future__ import annotations

from typing import Protocol

from policies.statement import Step


class Working(Protocol):
    """How an appraisal came about. Worked out only when somebody asks, since most are only summed up.

    `notes` are sentences of the pack, in Chinese, that the person should hear (what was presumed, what is disputed).
    `proof` are the papers to keep; `proof_source` cites them, and says so where they are taken by analogy. `used` are
    the attributes that decided.
    """

    @property
    def steps(self) -> tuple[Step, ...]: ...
    @property
    def notes(self) -> tuple[str, ...]: ...
    @property
    def proof(self) -> tuple[str, ...]: ...
    @property
    def proof_source(self) -> str: ...
    @property
    def used(self) -> tuple[str, ...]: ...
