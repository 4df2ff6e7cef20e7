"""Regions that people ask for by name, as lists of countries; a working choice, not a statement on status."""

from collections.abc import Collection
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

#: German and French names, for the search.
REGION_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "Africa": ("Afrika", "Afrique"),
    "Caucasus": ("South Caucasus", "Kaukasus", "Südkaukasus", "Caucase"),
    "Central Asia": ("Zentralasien", "Asie centrale"),
    "Eastern Europe": ("Osteuropa", "Europe orientale"),
    "Latin America and the Caribbean": ("Lateinamerika und Karibik", "Amérique latine et Caraïbes"),
    "Middle East": ("Naher Osten", "Nahost", "Moyen-Orient", "Near East"),
    "Sahel": ("Sahelzone",),
    "South Asia": ("Südasien", "Asie du Sud"),
    "South-East Asia and the Pacific": ("Südostasien und Pazifik", "Asie du Sud-Est et Pacifique"),
    "Western Balkans": ("Westbalkan", "Westlicher Balkan", "Balkans occidentaux", "Balkan"),
}
_ARTICLE: Final = frozenset({"Caucasus", "Middle East", "Sahel", "Western Balkans"})


def countries_in(region: str, known: Collection[str]) -> tuple[str, ...]:
    """Give those countries of a region that are known to the dataset, sorted."""
    return tuple(sorted(set(REGIONS[region]) & set(known)))


def region_of(countries: Collection[str], known: Collection[str]) -> str:
    """Give the name of the smallest region that consists of just these two or more countries, or an empty string."""
    wanted = tuple(sorted(set(countries)))
    named = [name for name in REGIONS if len(wanted) > 1 and countries_in(name, known) == wanted]
    return min(named, key=lambda name: len(REGIONS[name]), default="")


def with_article(region: str) -> str:
    """Say a region in a sentence: ``the Sahel``."""
    return f"the {region}" if region in _ARTICLE else region
