"""How the document is built, a check a file."""

from termcheck.checks.structure.addition import addition
from termcheck.checks.structure.broken_paragraph import broken_paragraph
from termcheck.checks.structure.footnote import footnote
from termcheck.checks.structure.heading import heading
from termcheck.checks.structure.label_script import label_script
from termcheck.checks.structure.list_length import list_length
from termcheck.checks.structure.markup import markup
from termcheck.checks.structure.masthead import masthead
from termcheck.checks.structure.missing_paragraph import missing_paragraph
from termcheck.checks.structure.numbering import numbering
from termcheck.checks.structure.omission import omission
from termcheck.checks.structure.placeholder import placeholder
from termcheck.checks.structure.untranslated import untranslated

CHECKS = (
    label_script,
    placeholder,
    broken_paragraph,
    missing_paragraph,
    omission,
    addition,
    untranslated,
    masthead,
    numbering,
    footnote,
    list_length,
    heading,
    markup,
)
