"""Errors made to be shown: what went wrong, where, with which value, and what would be right."""


class BorderAtlasError(Exception):
    """Base of all errors of this package; its message can be shown to a user as it is."""


class DatasetError(BorderAtlasError):
    """A file of the dataset is missing, damaged or breaks the data contract."""


class RecipeError(BorderAtlasError):
    """A geometry recipe cannot be read or gives no usable geometry."""


class DateError(BorderAtlasError):
    """A date is not written as YYYY, YYYY-MM or YYYY-MM-DD."""


class JoinError(BorderAtlasError):
    """Two tables do not fit together."""


class SelectionError(BorderAtlasError):
    """A selection asks for something that does not exist."""


class ExportError(BorderAtlasError):
    """A file cannot be written."""


class BriefingError(BorderAtlasError):
    """A briefing cannot be read or changed as asked."""


class OwnFileError(BorderAtlasError):
    """A user's own file cannot be read: what is wrong, where, with which value, and what would be right."""

    def __init__(self, what: str, *, where: str = "", value: str = "", right: str = "") -> None:
        self.what, self.where, self.value, self.right = what, where, value, right
        place = f"{where}: " if where else ""
        shown = f" (found: {value})" if value else ""
        super().__init__(f"{place}{what}{shown}." + (f" {right}" if right else ""))
