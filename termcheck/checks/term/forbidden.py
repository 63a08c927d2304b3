"""term/forbidden."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.rendering import context_of, in_place_of, russian_answer
from termcheck.checks.term_pairs import is_official, is_term, may_mean
from termcheck.model import Mention, Message, Problem, Severity, Status


@check("term/forbidden", Severity.ERROR, Reach.PAIR)
def forbidden(bitext: Bitext) -> Iterator[Problem]:
    """Find a term that your glossary marks as deprecated or superseded.

    For glossaries given with --glossary. A warning without an English original, and a hint where the English
    does not have the term: the words may mean something else there.

    Wrong:  website (glossary: веб-сайт, deprecated: вебсайт): на вебсайте
    Right:  website (glossary: веб-сайт, deprecated: вебсайт): на веб-сайте
    """
    for segment_mentions in bitext.russian.mentions:
        for mention in segment_mentions:
            concept = mention.concept
            if not is_term(concept) or mention.term.status not in (Status.DEPRECATED, Status.SUPERSEDED):
                continue
            english = bitext.english_of(mention)
            context = context_of(bitext.counterpart(mention.passage.segment), bitext)
            answer = russian_answer(concept, english[0].term if english else None, context)
            right = answer.text if answer and is_official(answer) else ""
            yield Problem(
                mention.passage,
                Message(
                    "the glossary has «{right}» for «{found}»"
                    if right
                    else "the glossary marks «{found}» as not to be used",
                    {"found": mention.passage.text, "right": right},
                ),
                suggestions=in_place_of(mention, answer, concept, bitext) if answer and right else (),
                source=english[0].passage if english else None,
                severity=_severity(mention, bitext),
                cause=f"{concept.id} {mention.term.text}",
            )


def _severity(mention: Mention, bitext: Bitext) -> Severity | None:
    pair = bitext.counterpart(mention.passage.segment)
    if pair is None:
        return Severity.HINT if mention.term.homonym else Severity.WARNING
    text = " ".join(passage.text for passage in pair.source)
    named = bitext.english_names(mention) or may_mean(mention.concept, text)
    return None if named else Severity.HINT
