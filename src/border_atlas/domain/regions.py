"""Regions that people ask for by name, as lists of countries; a working choice, not a statement on status."""

from typing import Final


def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.split())


#: ISO 3166-1 alpha-3 codes (Kosovo: XKX, Western Sahara: ESH, Palestine: PSE) by name of the region.
REGIONS: Final[dict[str, tuple[str, ...]]] = {
    "Africa": _codes(
        "AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ESH ETH GAB GHA GIN GMB GNB GNQ KEN "
        "LBR LBY LSO MAR MDG MLI MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM SSD STP SWZ SYC TCD TGO TUN "
        "TZA UGA ZAF ZMB ZWE"
    ),
    "Caucasus": _codes("ARM AZE GEO"),
    "Central Asia": _codes("KAZ KGZ TJK TKM UZB"),
    "Eastern Europe": _codes("BLR MDA UKR"),
    "Latin America and the Caribbean": _codes(
        "ARG BHS BLZ BOL BRA CHL COL CRI CUB DOM ECU GTM GUY HND HTI JAM MEX NIC PAN PER PRY SLV SUR TTO URY VEN"
    ),
    "Middle East": _codes("ARE BHR EGY IRN IRQ ISR JOR KWT LBN OMN PSE QAT SAU SYR TUR YEM"),
    "Sahel": _codes("BFA MLI MRT NER TCD"),
    "South Asia": _codes("AFG BGD BTN IND LKA MDV NPL PAK"),
    "South-East Asia and the Pacific": _codes("BRN FJI IDN KHM LAO MMR MYS PHL PNG SGP SLB THA TLS VNM VUT"),
    "Western Balkans": _codes("ALB BIH HRV MKD MNE SRB XKX"),
}
