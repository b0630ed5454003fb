"""How the proofs of an entry stand: what its document wants, what is there, what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.scene import Scene
from handlers.wording import proofs as say
from policies.facts import Fact
from policies.statement import Appraisal
from storage.proofs import WHOLE, Proof


@dataclass(frozen=True, slots=True)
class Standing:
    """`wanted` are the papers that the document lists, `missing` those of them that nothing shows."""

    wanted: tuple[str, ...]
    held: tuple[Proof, ...]
    missing: tuple[str, ...]

    @property
    def proven(self) -> bool:
        """Something is there, and nothing that is wanted is missing."""
        return bool(self.held) and not self.missing

    @property
    def words(self) -> str:
        """In a few words, for lists."""
        if not self.held:
            return say.STATUS_NONE if self.wanted else ""
        if not self.wanted:
            return say.STATUS_KEPT
        return say.STATUS_PART.format(count=len(self.missing)) if self.missing else say.STATUS_WHOLE


class Evidence:
    """All proofs of a person, read once for as many entries as are asked about."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.proofs = scene.proofs.all()

    def of(self, fact: Fact, appraisal: Appraisal | None = None) -> Standing:
        """How one entry stands."""
        wanted = tuple(dict.fromkeys((appraisal or self._scene.appraise(fact)).proof))
        held = tuple(proof for proof in self.proofs if proof.entry == fact.id)
        return Standing(wanted, held, missing(wanted, held))

    @property
    def loose(self) -> tuple[Proof, ...]:
        """Those of no entry that stands."""
        standing = {fact.id for fact in self._scene.facts()}
        return tuple(proof for proof in self.proofs if proof.entry not in standing)


def missing(wanted: tuple[str, ...], held: tuple[Proof, ...]) -> tuple[str, ...]:
    """What is wanted and shown by nothing. One file that nobody named the paper of shows one of several that is not
    known, so that all stay missing, but where only one is wanted it is that."""
    shown = {proof.item for proof in held}
    if WHOLE in shown or (len(wanted) == 1 and held):
        return ()
    return tuple(item for item in wanted if item not in shown)
