"""Zip archives: names, sizes and ratios are checked before anything is unpacked."""

import io
import zipfile
import zlib

from border_atlas.data.own.limits import Limits
from border_atlas.data.own.raw import refuse

_ENCRYPTED = 0x1


def open_zip(content: bytes, limits: Limits) -> zipfile.ZipFile:
    """Return the archive if its directory keeps within the limits."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        refuse("The archive is damaged or cut off", value=error, right="Pack or download it again.")
    members = archive.infolist()
    if len(members) > limits.members:
        refuse(
            "The archive has too many members", value=f"{len(members):,}",
            right=f"Pack at most {limits.members:,} files.",
        )  # fmt: skip
    _check_sizes(members, len(content), limits)
    for member in members:
        _check_member(member, limits)
    return archive


def _check_sizes(members: list[zipfile.ZipInfo], packed: int, limits: Limits) -> None:
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.unpacked:
        refuse(
            "The archive unpacks to too much", value=f"{unpacked:,} bytes",
            right=f"At most {limits.unpacked:,} bytes are unpacked.",
        )  # fmt: skip
    # Small archives of repetitive tables pack well and harm nobody.
    if unpacked > limits.ratio * max(packed, 1) and unpacked > 1_000_000:  # noqa: PLR2004
        refuse(
            "The archive unpacks to suspiciously much", value=f"{unpacked:,} from {packed:,} bytes",
            right=f"At most {limits.ratio} times the packed size is read.",
        )  # fmt: skip


def _check_member(member: zipfile.ZipInfo, limits: Limits) -> None:
    parts = member.filename.replace("\\", "/").split("/")
    if member.filename.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]:
        refuse(
            "The archive holds a name that leads out of it", value=ascii(member.filename),
            right="Pack the files without absolute paths.",
        )  # fmt: skip
    if member.flag_bits & _ENCRYPTED:
        refuse("The archive is locked with a password", right="Pack it without a password.")
    if len(parts) > limits.depth:
        refuse("The archive nests folders too deep", value=len(parts), right=f"At most {limits.depth} levels.")


def member_bytes(archive: zipfile.ZipFile, name: str, limits: Limits) -> bytes:
    """Return one member; what its directory entry promises is not trusted."""
    try:
        with archive.open(name) as stream:
            content = stream.read(limits.unpacked + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, RuntimeError) as error:
        refuse("A file in the archive is damaged", where=ascii(name), value=error, right="Pack or download it again.")
    if len(content) > limits.unpacked:
        refuse("A file in the archive is too big", where=ascii(name), right=f"At most {limits.unpacked:,} bytes.")
    return content
