"""Writing into a DOCX file that a person made: comments, and corrections as tracked changes.

add_comments(data, notes, …)      a Word comment on exactly the words of each note
track_changes(data, edits, …)     corrections that the editor accepts or rejects one by one

Both leave every part of the package that they do not touch byte for byte as it was, and find the words by
the pieces that reading has left: nobody searches for text again.
"""

from termcheck.formats.docx_writing.changes import track_changes
from termcheck.formats.docx_writing.comments import Note, add_comments

__all__ = ["Note", "add_comments", "track_changes"]
