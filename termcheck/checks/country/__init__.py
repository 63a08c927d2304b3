"""States, a check a file."""

from termcheck.checks.country.capitals import capitals
from termcheck.checks.country.changed import changed
from termcheck.checks.country.extra import extra
from termcheck.checks.country.form import form
from termcheck.checks.country.inconsistent import inconsistent
from termcheck.checks.country.list_duplicate import list_duplicate
from termcheck.checks.country.list_form import list_form
from termcheck.checks.country.list_order import list_order
from termcheck.checks.country.missing import missing
from termcheck.checks.country.misspelt import misspelt
from termcheck.checks.country.qualifier_case import qualifier_case
from termcheck.checks.country.superseded_name import superseded_name
from termcheck.checks.country.unofficial_name import unofficial_name

CHECKS = (
    unofficial_name,
    superseded_name,
    form,
    list_form,
    qualifier_case,
    missing,
    extra,
    changed,
    misspelt,
    capitals,
    list_order,
    list_duplicate,
    inconsistent,
)
