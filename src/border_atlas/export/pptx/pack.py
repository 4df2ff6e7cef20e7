"""The file as bytes: properties set, leftovers of the library gone, and the same bytes for the same deck."""

import io
import re
import zipfile
from datetime import UTC, datetime, time
from typing import Final

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation

from border_atlas.domain.deck import Deck
from border_atlas.export.pptx.shapes import speak
from border_atlas.export.pptx.texts import one_line

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_LONGEST: Final = 255
_CLOCK: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms)")
_NAME: Final = "Border Atlas"
_APP: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>{_NAME}</Application></Properties>"
)
_LANGUAGES: Final = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR"}


def packed(file: Presentation, deck: Deck) -> bytes:
    """Return the file; nothing in it depends on the clock."""
    _set_properties(file, deck)
    _set_language(file, _LANGUAGES.get(deck.language, deck.language))
    stream = io.BytesIO()
    file.save(stream)
    stamp = f"{deck.data_as_of.isoformat()}T00:00:00Z".encode()
    return _repacked(stream.getvalue(), stamp)


def _set_properties(file: Presentation, deck: Deck) -> None:
    about = file.core_properties
    about.title = one_line(deck.title)[:_LONGEST] or _NAME
    about.subject = one_line(deck.subtitle)[:_LONGEST]
    about.author = about.last_modified_by = _NAME
    about.keywords = f"data {one_line(deck.data_version)}"[:_LONGEST]
    about.comments = one_line(deck.footer)[:_LONGEST]
    about.language = deck.language
    about.revision = 1
    about.created = about.modified = datetime.combine(deck.data_as_of, time(), UTC).replace(tzinfo=None)
    for rel in file.part.package._rels.values():  # noqa: SLF001  the library has no word for it
        if rel.reltype == RT.EXTENDED_PROPERTIES:
            rel.target_part._blob = _APP.encode()  # noqa: SLF001  as above


def _set_language(file: Presentation, language: str) -> None:
    for slide in file.slides:
        speak(slide.element, language)
        if slide.has_notes_slide:
            speak(slide.notes_slide.element, language)
    for layout in file.slide_layouts:
        speak(layout.element, language)
    speak(file.slide_master.element, language)


def _repacked(archive: bytes, stamp: bytes) -> bytes:
    """Write an archive again with one date for all its members, and with workbooks of charts likewise."""
    packed_again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed_again, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            blob = old.read(name)
            if name.endswith(".xlsx"):
                blob = _repacked(blob, stamp)
            elif name.endswith("docProps/core.xml"):
                blob = _CLOCK.sub(rb"\g<1>" + stamp + rb"\g<2>", blob)
            member = zipfile.ZipInfo(name, _EPOCH)
            # Pictures are packed already.
            member.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            new.writestr(member, blob)
    return packed_again.getvalue()
