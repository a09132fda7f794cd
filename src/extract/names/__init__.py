"""Names of programs and agencies: gazetteer, definitions with acronym, quoted names, the grammar of proper names."""

from extract.names.agencies import find_agencies, issuing_agency
from extract.names.countries import code_of, country_of
from extract.names.overlaps import no_programs
from extract.names.programs import find_programs

__all__ = ["code_of", "country_of", "find_agencies", "find_programs", "issuing_agency", "no_programs"]
