"""What stands in a text: mentions of terms, symbols, references."""

from termcheck.recognition.recognise import Recognition, recognise

__all__ = ["Recognition", "recognise"]
