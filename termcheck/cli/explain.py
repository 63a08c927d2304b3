"""termcheck explain."""

import click

from termcheck.cli.trouble import told


@click.command()
@click.argument("name", metavar="CHECK")
def explain(name: str) -> None:
    """Say what a check looks for, with a wrong and a right example; a family's name explains all of it."""
    from termcheck.checks.selection import named

    with told():
        chosen = named(name)
    for number, check in enumerate(chosen):
        if number:
            click.echo()
        click.echo(f"{click.style(check.name, bold=True)} ({check.severity.label})\n")
        click.echo(check.documentation)
