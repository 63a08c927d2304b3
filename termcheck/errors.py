"""What can go wrong, apart from the text itself.

TermcheckError              anything that a user can mend; shown as one line, exit status 2
├── InputError              a document that cannot be read
├── GlossaryError           a glossary that cannot be understood
├── ConfigError             a configuration that cannot be understood
└── UsageError              arguments that do not go together
"""


class TermcheckError(Exception):
    """One line for the user: what is wrong, where, and what to do."""


class InputError(TermcheckError):
    """A document that cannot be read."""


class GlossaryError(TermcheckError):
    """A glossary that cannot be understood."""


class ConfigError(TermcheckError):
    """A configuration that cannot be understood."""


class UsageError(TermcheckError):
    """Arguments that do not go together."""
