"""The words of a text: tokens, sentences, readings, inflection, alphabets."""
