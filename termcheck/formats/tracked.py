"""How the changes that a file keeps track of are read."""

from enum import StrEnum


class Tracked(StrEnum):
    """Tracked changes as they will stand when all are accepted, or as the text was before them."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
