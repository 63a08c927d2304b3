"""Documents, one or many: what earlier runs found of them, and the rest checked in processes with limits."""

from termcheck.corpus.run import Outcome, Watcher, check_corpus, work_alone
from termcheck.corpus.task import FilePair, Task

__all__ = ["FilePair", "Outcome", "Task", "Watcher", "check_corpus", "work_alone"]
