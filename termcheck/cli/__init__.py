"""The command line: one command a file."""

import click

from termcheck.cli.align import align
from termcheck.cli.check import check
from termcheck.cli.checks import checks
from termcheck.cli.explain import explain
from termcheck.cli.fix import fix
from termcheck.cli.glossary import glossary
from termcheck.cli.init import init
from termcheck.cli.output import use_utf8
from termcheck.cli.trouble import Edge


@click.group(cls=Edge, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="termcheck", prog_name="termcheck")
def main() -> None:
    """Check the names and symbols in a Russian UN document against its English original."""
    use_utf8()


for _command in (check, init, fix, align, checks, explain, glossary):
    main.add_command(_command)
