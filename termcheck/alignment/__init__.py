"""Two documents and what was recognised in them → the pairs that say the same."""

from termcheck.alignment.aligner import align, learn_from_texts
from termcheck.alignment.features import Side
from termcheck.alignment.learning import Learnt
from termcheck.alignment.sentences import align_sentences

__all__ = ["Learnt", "Side", "align", "align_sentences", "learn_from_texts"]
