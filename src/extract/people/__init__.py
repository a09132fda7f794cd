"""People with their offices, each under the name that the release gives in full."""

from extract.people.finder import find_people

__all__ = ["find_people"]
