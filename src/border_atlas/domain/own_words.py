# ruff: noqa: RUF001  words in Cyrillic script and signs of good typography are what this module is about
"""Words and signs that users write in their tables, in English, German, French, Spanish and Russian."""

import re
from functools import cache
from typing import Final

from babel import Locale

from border_atlas.domain.textmatch import fold

#: Languages in which names of countries and months are understood.
LANGUAGES: Final = ("en", "de", "fr", "es", "ru", "uk")

#: Signs of degrees, minutes, seconds and minus, each written in one way.
SIGNS: Final = str.maketrans(
    {
        "٫": ".", "º": "°", "˚": "°", "ᵒ": "°", "∘": "°",
        "′": "'", "’": "'", "‘": "'", "´": "'", "`": "'", "ʹ": "'", "ʼ": "'", "‵": "'",
        "″": '"', "”": '"', "“": '"', "„": '"', "ʺ": '"', "‶": '"', "¨": '"',
        "\u2212": "-", "–": "-", "‐": "-", "‑": "-",
        "\u200b": None, "\u200e": None, "\u200f": None, "\ufeff": None,
    }
)  # fmt: skip

_NO_MORE: Final = r"(?![a-zа-я])"
#: Words for the four directions; a lone O is east in German and west in French and Spanish.
DIRECTIONS: Final = (
    (re.compile(r"\b(?:north|nord|norte|n\.? ?br\.?|с\. ?ш\.?|сш|пн\. ?ш\.?)" + _NO_MORE), "N"),
    (re.compile(r"\b(?:south|sud|süd|sur|s\.? ?br\.?|ю\. ?ш\.?|юш|пд\. ?ш\.?)" + _NO_MORE), "S"),
    (re.compile(r"\b(?:east|ost|est|este|ö\.? ?l\.?|в\. ?д\.?|вд|сх\. ?д\.?)" + _NO_MORE), "E"),
    (re.compile(r"\b(?:west|ouest|oeste|w\.? ?l\.?|з\. ?д\.?|зд|зх\. ?д\.?)" + _NO_MORE), "W"),
)


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


#: Words of a header that name an axis for sure.
LONGITUDE: Final = _words(
    "lon long lng longitude longitud longitudine lange laenge langengrad laengengrad geolange geolaenge "
    "долгота довгота decimallongitude longitudee geolon geolng длг"
)
LATITUDE: Final = _words(
    "lat latitude latitud latitudine breite breitengrad geobreite широта decimallatitude latituden geolat шир"
)
#: Headers that name an axis if the values fit.
X: Final = _words("x xcoord xcoordinate xkoordinate coordx pointx posx geox xwgs84 easting ost este est")
Y: Final = _words("y ycoord ycoordinate ykoordinate coordy pointy posy geoy ywgs84 northing nord norte north")

#: Headers of columns that hold both coordinates.
COORDINATES: Final = _words(
    "coordinates coordinate coords coord koordinaten koordinate coordonnees coordenadas координаты координати "
    "latlon latlong latlng lonlat lnglat longlat position gps geopoint point wkt geom geometry latitudelongitude"
)

DATES: Final = _words(
    "date datum dates day when tag datetime timestamp zeitpunkt zeit jour fecha dia дата день время data "
    "incidentdate eventdate reported observed started start begin beginn debut inicio начало startdate"
)
YEARS: Final = _words("year jahr annee ano год рік")
LABELS: Final = _words(
    "name title label titel bezeichnung nom titre nombre titulo название имя наименование site incident event "
    "location place ort standort lieu lugar место headline project projekt projet proyecto проект point назва"
)
CATEGORIES: Final = _words(
    "category kategorie categorie categoria категория type typ art tipo тип kind class klasse classe clase group "
    "gruppe status statut estado статус sector sektor secteur eventtype severity"
)
MISSIONS: Final = _words(
    "mission missions einsatz operation operacion миссия mision місія missionid mandate acronym mandat"
)
COUNTRIES: Final = _words(
    "country countries land staat pays pais страна країна iso iso2 iso3 isoa2 isoa3 countrycode nation state "
    "landercode laendercode admin0 adm0 hostcountry gastland location where wo place ort"
)
AREAS: Final = _words(
    "area areas border grenze frontiere frontera граница кордон grenzgebiet borderarea areaid gebiet zone region "
    "grenzabschnitt crossing ubergang where wo location place ort lieu lugar место"
)

_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD: Final = re.compile(r"[^\W_]+")
_HEADER: Final = 200


def header_words(header: str) -> tuple[str, ...]:
    """Give a header's folded words, and all of them as one: ``GPS_Lon`` → gps, lon, gpslon."""
    parts = _WORD.findall(fold(_CAMEL.sub(" ", header[:_HEADER])))
    return (*parts, "".join(parts))


def names(header: str, words: frozenset[str]) -> bool:
    """Tell whether a header holds one of the words."""
    return not words.isdisjoint(header_words(header))


@cache
def month_names() -> dict[str, int]:
    """Give the names of the months in all languages, folded, with their shorter forms of at least three letters."""
    found: dict[str, int] = {"janner": 1, "feber": 2}
    for language in LANGUAGES:
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in Locale(language).months[form][width].items():
                    found.setdefault(fold(name).rstrip("."), number)
    return found


def month(name: str) -> int:
    """Give the number of a month from its name or the beginning of it; 0 if it is none."""
    known = month_names()
    if name in known:
        return known[name]
    begun = {number for full, number in known.items() if full.startswith(name)}
    return begun.pop() if len(begun) == 1 else 0
