"""What belongs to a quantity: item, status, program, agency, period, speaker."""

from extract.links.linker import link

__all__ = ["link"]
