"""An alignment for a spreadsheet or a script: tab-separated values, a row a pair."""

import csv
import io
import re

from termcheck.model import Alignment
from termcheck.writers.alignment.exchange import labels, one_line, score, words

COLUMNS = ("source", "target", "score", "source_label", "target_label")

# A spreadsheet computes what begins so, be it text ("- доклад" becomes #NAME?) or an attack; "-5,3" is safe.
_FORMULA = re.compile(r"\s*(?:[=@]|[+\-](?!\d[\d\s.,]*%?$))")


def alignment_as_tsv(alignment: Alignment) -> str:
    """Return a header and a row for each pair, the two texts first, as tools that take two columns want them.

    Passages of one side are joined by a blank, a side without counterpart is empty. Tabulators and line
    breaks inside a text are blanks, quotation marks are doubled in quotes as in CSV, so that any reader of
    CSV can be used. A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP
    recommends.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, dialect="excel-tab", lineterminator="\n")
    writer.writerow(COLUMNS)
    for pair in alignment.pairs:
        writer.writerow(
            (
                _cell(words(pair.source)),
                _cell(words(pair.target)),
                score(pair.score),
                _cell(labels(pair.source)),
                _cell(labels(pair.target)),
            )
        )
    return stream.getvalue()


def _cell(text: str) -> str:
    line = one_line(text)
    return f"'{line}" if _FORMULA.match(line) else line
