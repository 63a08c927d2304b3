"""The report beside itself: what is the same in one language and not in the other, a check a file."""

from termcheck.checks.consistency.memory import memory
from termcheck.checks.consistency.same_source import same_source
from termcheck.checks.consistency.same_target import same_target

CHECKS = (
    same_source,
    same_target,
    memory,
)
