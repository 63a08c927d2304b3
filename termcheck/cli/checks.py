"""termcheck checks."""

import click


@click.command()
def checks() -> None:
    """List the checks with their severities."""
    from termcheck.checks import CHECKS

    width = max(len(check.name) for check in CHECKS)
    for check in CHECKS:
        click.echo(f"{check.name:{width}}  {check.severity.label:7}  {check.summary}")
