"""Understanding Chinese: `parse(text, today, context)` gives a `Parse`. Knows words, not policies' figures.

A message is normalised (text.py), taken apart into pieces (words of the lexicon, amounts, times, positions), cut into
units (clauses.py), gathered into facts (gather.py, sharing.py), and settled into reports (settle.py); intents,
questions, changes and answers are read beside it. The lexicon is data: nlu/lexicon/*.toml.
"""

from nlu.understand import parse

__all__ = ["parse"]
