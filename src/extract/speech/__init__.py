"""Who states what: quotations, verbs of saying and their subjects."""

from extract.speech.finder import find_attributions

__all__ = ["find_attributions"]
