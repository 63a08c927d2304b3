"""Count how aligned official text renders the terms of the glossaries.

    python tests/glossary/attest_terms.py EN_FILE RU_FILE [--glossary FILE …] [--departures]

Both files hold one sentence a line, line n of one translating line n of the other. For each concept, how
often its English stands there and what answers it: preferred, admitted, other (deprecated or superseded) or
absent; a summary; and the commonest names that no glossary knows. The same as `termcheck glossary attest`.
"""

import sys

from termcheck.cli import main

if __name__ == "__main__":
    main(["glossary", "attest", *sys.argv[1:]], prog_name="attest_terms.py")
