"""People: their names in an English text, and how those are written in Russian."""

from termcheck.recognition.people.english import Ground, Person, find_people
from termcheck.recognition.people.russian import NameRun, name_runs
from termcheck.recognition.people.transliteration import Spelling, nearest_spelling, nominatives

__all__ = [
    "Ground",
    "NameRun",
    "Person",
    "Spelling",
    "find_people",
    "name_runs",
    "nearest_spelling",
    "nominatives",
]
