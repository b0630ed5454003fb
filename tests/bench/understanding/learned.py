"""The learned peer: TF-IDF of characters and words with linear classifiers, and a CRF for the slots.

It learns from the whole of the project's own corpus. Times and numbers within the stretches that the CRF finds are read
with the project's own grammar, so that it is measured by what it finds and not by its arithmetic.
"""

from __future__ import annotations

import pickle
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlu.dimensions.quantity import find_quantities
from nlu.dimensions.time import find_times
from nlu.text import normalise
from tests.bench.understanding.readers import Reading, Slots, wanted
from tests.bench.understanding.spans import TIME, features, labels, stretches, tokenizer
from tests.nlu.message_corpus import Example


@dataclass(frozen=True, slots=True)
class Learned:
    """A trained reader. `values`: what the words of a stretch mostly meant in the corpus, by label and words."""

    intents: Any
    activities: Any
    names: Any
    tagger: Any
    values: dict[tuple[str, str], tuple[tuple[str, object], ...]]

    def read(self, example: Example) -> Reading:
        """Intent and slots of a message."""
        intent = str(self.intents.predict([described(example)])[0])
        return Reading(intent, Counter(self._slots(example)) if intent == "record" else Counter())

    def _slots(self, example: Example) -> Iterator[tuple[str, object]]:
        text = normalise(example.text)
        (marks,) = self.activities.predict([described(example)])
        yield from (("activity", str(name)) for name, mark in zip(self.names, marks, strict=True) if mark)
        for label, start, end in stretches(self.tagger.predict_single(features(text))):
            yield from self._value(label, text[start:end], example)

    def _value(self, label: str, words: str, example: Example) -> Iterator[tuple[str, object]]:
        if label == TIME:
            yield from (("year", each.value.year) for each in find_times(words, example.today)[:1])
        elif label.startswith("amount-"):
            yield from ((each.value.attribute, each.value.amount) for each in find_quantities(words)[:1])
        else:
            yield from self.values.get((label, words), ())


def described(example: Example) -> str:
    """A message with the dialogue's state in front of it, as far as a reader may know it."""
    known = (("asked", example.context.asked), ("last", example.context.last_intent))
    return " ".join([*(f"{name}_{value}" for name, value in known if value), normalise(example.text)])


def tokens(text: str) -> list[str]:
    """Words, and runs of one to three characters."""
    words = [f"w:{word}" for word in tokenizer().cut(text)]
    return words + [text[at : at + size] for size in (1, 2, 3) for at in range(len(text) - size + 1)]


def train(corpus: Iterable[Example]) -> Learned:
    """Learn from the phrasings of a corpus. Raises ImportError where scikit-learn or sklearn-crfsuite is missing."""
    from sklearn.preprocessing import MultiLabelBinarizer  # noqa: PLC0415  # an optional peer
    from sklearn.svm import LinearSVC  # noqa: PLC0415
    from sklearn_crfsuite import CRF  # noqa: PLC0415

    known = list(corpus)
    reporting = [each for each in known if each.expected.get("reports")]
    intents = _classifier(LinearSVC(), known, [_label(each) for each in known])
    names = MultiLabelBinarizer()
    activities = _several(reporting, names.fit_transform([sorted(_activities(wanted(each)[1])) for each in reporting]))
    spans = [labels(each) for each in reporting]
    tagger = CRF(algorithm="lbfgs", c1=0.05, c2=0.05, max_iterations=80)
    tagger.fit([features(text) for text, _, _ in spans], [marks for _, marks, _ in spans])
    return Learned(intents, activities, names.classes_, tagger, _meanings(said for _, _, said in spans))


def _several(messages: list[Example], marks: object) -> object:
    from sklearn.multiclass import OneVsRestClassifier  # noqa: PLC0415
    from sklearn.svm import LinearSVC  # noqa: PLC0415

    return _classifier(OneVsRestClassifier(LinearSVC()), messages, marks)


def _classifier(model: object, messages: list[Example], marks: object) -> object:
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415
    from sklearn.pipeline import make_pipeline  # noqa: PLC0415

    vectors = TfidfVectorizer(analyzer=tokens, sublinear_tf=True, min_df=2)
    fitted: object = make_pipeline(vectors, model).fit([described(each) for each in messages], marks)
    return fitted


def _label(example: Example) -> str:
    """The intent to learn; what may be several is none where nothing is to be recorded."""
    intents = wanted(example)[0]
    return intents[0] if len(intents) == 1 else next((each for each in intents if each != "record"), intents[0])


def _activities(slots: Slots) -> set[str]:
    return {str(value) for name, value in slots if name == "activity"}


def _meanings(spans: Iterable[list[tuple[str, str, dict[str, object]]]]) -> dict[tuple[str, str], Any]:
    seen: dict[tuple[str, str], Counter[Any]] = defaultdict(Counter)
    for said in spans:
        for label, words, values in said:
            seen[label, words][tuple(values.items())] += 1
    return {key: values.most_common(1)[0][0] for key, values in seen.items()}


def save(learned: Learned, file: Path) -> None:
    """Keep a trained reader, so that starting it is no training."""
    file.write_bytes(pickle.dumps(learned))


def load(file: Path) -> Learned:
    """A reader that was kept."""
    learned = pickle.loads(file.read_bytes())
    assert isinstance(learned, Learned)
    return learned
