"""Many documents: what earlier runs found of them, and the rest checked in parallel processes."""

from termcheck.corpus.run import Outcome, Watcher, check_corpus
from termcheck.corpus.task import FilePair, Task

__all__ = ["FilePair", "Outcome", "Task", "Watcher", "check_corpus"]
