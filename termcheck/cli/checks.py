"""termcheck checks."""

import click

from termcheck.cli.output import write_out


@click.command()
def checks() -> None:
    """List the checks with their severities."""
    from termcheck.checks import CHECKS

    width = max(len(check.name) for check in CHECKS)
    write_out("".join(f"{c.name:{width}}  {c.severity.label:7}  {c.summary}\n" for c in CHECKS))
