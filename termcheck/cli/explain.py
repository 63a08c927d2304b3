"""termcheck explain."""

import click

from termcheck.cli.output import write_out


@click.command()
@click.argument("name", metavar="CHECK")
def explain(name: str) -> None:
    """Say what a check looks for, with a wrong and a right example; a family's name explains all of it."""
    from termcheck.checks.selection import named

    write_out(
        "\n".join(
            f"{click.style(check.name, bold=True)} ({check.severity.label})\n\n{check.documentation}\n"
            for check in named(name)
        )
    )
