"""Where a sentence ends in a UN document."""

import numpy
from spacy import attrs
from spacy.tokens import Doc

_ENDS = frozenset({".", "!", "?", "…", "...", ".."})
_CLOSING = frozenset({"»", "”", '"', "“", ")", "]", ">>", "’", "'"})
# "в 2015 г. Комитет": such an abbreviation may well end a sentence, so what follows decides.
_MAY_END = frozenset(
    {"г.", "гг.", "др.", "т. д.", "и т. д.", "т. п.", "и т. п.", "и др.", "etc.", "a.m.", "p.m."}
)
# Function words that begin sentences: after "2015 г." they tell an end, a name does not.
_BEGINNERS = frozenset(
    "в во на с со к ко о об от по из у за при для до без под над после это этот эта эти он она они мы однако "
    "кроме также тем так как если когда хотя поскольку the in on at for it this these he she they however "
    "after before as if when".split()
)


def mark_sentences(doc: Doc) -> Doc:
    """Set `is_sent_start` on every token and return the doc.

    A sentence ends at a full stop, question or exclamation mark (with the quotes and brackets that close
    there) before a word with a capital, a figure or an opening mark. The full stop of an abbreviation is
    inside its token and ends nothing, unless the abbreviation is one that closes sentences.
    """
    ended = False
    begins = list[int]()  # set all at once: one by one, each would look at the whole text
    for token in doc:
        starts = token.i == 0
        if ended and not token.is_space and token.text not in _CLOSING:
            starts = _may_begin(token.text)
            ended = False
        begins.append(1 if starts else -1)
        if token.text in _ENDS:
            ended = token.i > 0
        elif token.text in _MAY_END:
            following = doc[token.i + 1] if token.i + 1 < len(doc) else None
            ended = following is not None and following.is_title and following.norm_ in _BEGINNERS
    column = numpy.array([begins], dtype="int64").T.astype("uint64")  # as spaCy keeps its -1
    return doc.from_array([attrs.SENT_START], column)  # type: ignore[arg-type]


def _may_begin(word: str) -> bool:
    first = word[0]
    return not first.islower() and first not in ",;:.)]»"
