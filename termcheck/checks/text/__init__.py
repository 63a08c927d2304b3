"""Words, letters and signs, a check a file."""

from termcheck.checks.text.brackets import brackets
from termcheck.checks.text.dash import dash
from termcheck.checks.text.doubled_word import doubled_word
from termcheck.checks.text.final_mark import final_mark
from termcheck.checks.text.list_ending import list_ending
from termcheck.checks.text.misspelt import misspelt
from termcheck.checks.text.mixed_script import mixed_script
from termcheck.checks.text.numeral_script import numeral_script
from termcheck.checks.text.quotes import quotes
from termcheck.checks.text.sentence_start import sentence_start
from termcheck.checks.text.soft_hyphen import soft_hyphen
from termcheck.checks.text.spacing import spacing
from termcheck.checks.text.yo import yo

CHECKS = (
    mixed_script,
    misspelt,
    doubled_word,
    spacing,
    quotes,
    brackets,
    dash,
    yo,
    numeral_script,
    soft_hyphen,
    list_ending,
    final_mark,
    sentence_start,
)
