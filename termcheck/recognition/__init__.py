"""What stands in a text: mentions of terms, symbols, references."""

from termcheck.recognition.recognise import Recognition, Tick, no_tick, recognise

__all__ = ["Recognition", "Tick", "no_tick", "recognise"]
