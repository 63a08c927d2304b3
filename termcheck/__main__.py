"""`python -m termcheck` is the `termcheck` command."""

from termcheck.cli import main

main(prog_name="termcheck")
