"""Names and sense of one pack: known activities, attributes and values; no row or rule that can never be reached."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from policies.pack import Policy
from policies.problems import Sink
from policies.vocabulary import Vocabulary

Raw = Mapping[str, Any]


def check_names(raw: Raw, above: Raw | None, vocabulary: Vocabulary, sink: Sink) -> None:
    """Report words that the vocabulary does not have."""


def check_policy(policy: Policy, vocabulary: Vocabulary, sink: Sink) -> None:
    """Report rules and rows that nothing can reach."""
