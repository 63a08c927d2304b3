"""What a check is: a generator over a bitext, with a name, a severity and a reach."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from termcheck.alignment.bitext import Bitext
from termcheck.model import Problem, Severity

Function = Callable[[Bitext], Iterator[Problem]]


class Reach(Enum):
    """How far a check must see: one pair and what stands in it, or the whole document."""

    PAIR = "pair"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Check:
    """A named check. Its docstring is its documentation, wherever that is shown."""

    name: str
    severity: Severity
    reach: Reach
    function: Function

    @property
    def family(self) -> str:
        """The part of the name before the slash."""
        return self.name.partition("/")[0]

    @property
    def documentation(self) -> str:
        """The whole docstring, unindented."""
        return inspect.getdoc(self.function) or ""

    @property
    def summary(self) -> str:
        """The first line of the docstring."""
        return self.documentation.partition("\n")[0]

    def __call__(self, bitext: Bitext) -> Iterator[Problem]:
        """Yield what the check sees in a bitext."""
        return self.function(bitext)


def check(name: str, severity: Severity, reach: Reach) -> Callable[[Function], Check]:
    """Make a check of a function: `@check("symbol/mixed-script", Severity.ERROR, Reach.PAIR)`."""

    def make(function: Function) -> Check:
        return Check(name, severity, reach, function)

    return make
