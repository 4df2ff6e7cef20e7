"""The words of the field that every part of the package uses: controlled values and their labels."""

from enum import StrEnum
from typing import Final


class Organisation(StrEnum):
    """Who leads a mission."""

    UN = "UN"
    EU = "EU"
    OSCE = "OSCE"
    AU = "AU"
    ECOWAS = "ECOWAS"
    NATO = "NATO"
    OAS = "OAS"
    CIS = "CIS"
    ASEAN = "ASEAN"
    OTHER = "other"


class Family(StrEnum):
    """What kind of border work it is, in five families."""

    MONITOR = "monitor"
    CONTROL = "control"
    BUILD_CAPACITY = "build-capacity"
    ADVISE = "advise"
    CONNECT = "connect"


class ActivityType(StrEnum):
    """What a mission did on a border."""

    CEASEFIRE_MONITORING = "ceasefire-monitoring"
    DISPUTED_BORDER_MONITORING = "disputed-border-monitoring"
    BORDER_MONITORING = "border-monitoring"
    BORDER_CONTROL = "border-control"
    MOBILE_UNITS = "mobile-units"
    COAST_GUARD = "coast-guard"
    TRAINING = "training"
    EQUIPMENT_AND_INFRASTRUCTURE = "equipment-and-infrastructure"
    IBM_ADVICE = "ibm-advice"
    DEMARCATION_SUPPORT = "demarcation-support"
    CONFIDENCE_BUILDING = "confidence-building"
    INFORMATION_EXCHANGE = "information-exchange"
    REGIONAL_COOPERATION = "regional-cooperation"


class Engagement(StrEnum):
    """How a mission went about its work: the second way to sort activities, beside their type."""

    MONITOR = "monitor"
    ADVISE = "advise"
    TRAIN = "train"
    EQUIP = "equip"
    EXECUTE = "execute"


class StrengthKind(StrEnum):
    """Whether a mission's strength is what was decided or what was in the field."""

    AUTHORISED = "authorised"
    DEPLOYED = "deployed"


class SiteRole(StrEnum):
    """What a mission's place in the field is to it."""

    HEADQUARTERS = "headquarters"
    SECTOR_HEADQUARTERS = "sector headquarters"
    TEAM_SITE = "team site"
    FIELD_OFFICE = "field office"
    PATROL_BASE = "patrol base"
    LIAISON_OFFICE = "liaison office"


class Traffic(StrEnum):
    """What passes at a crossing point."""

    ROAD = "road"
    RAIL = "rail"
    ROAD_AND_RAIL = "road and rail"
    PEDESTRIAN = "pedestrian"
    RIVER = "river"
    SEA = "sea"
    AIR = "air"


class MandateEffect(StrEnum):
    """What a decision did to a mission's border tasks."""

    SET = "set"
    CHANGED = "changed"
    EXTENDED = "extended"
    ENDED = "ended"


class AreaKind(StrEnum):
    """What kind of place a border area is."""

    LAND_BORDER = "land border"
    CEASEFIRE_LINE = "ceasefire line"
    BUFFER_ZONE = "buffer zone"
    DISPUTED_AREA = "disputed area"
    BORDER_REGION = "border region"
    CROSSING_POINT = "crossing point"
    MARITIME_AREA = "maritime area"
    AIRPORT = "airport"


class LineStatus(StrEnum):
    """How far a line is agreed; never more settled than the parties say."""

    SETTLED = "settled"
    UNDETERMINED = "undetermined"
    LINE_OF_CONTROL = "line-of-control"
    CEASEFIRE_LINE = "ceasefire-line"
    ADMINISTRATIVE = "administrative"


class Verified(StrEnum):
    """How much of a record a page was read for."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class MissionStatus(StrEnum):
    """Where a mission or activity stands on a given day."""

    RUNNING = "running"
    ENDED = "ended"
    PLANNED = "not yet begun"


class StartBasis(StrEnum):
    """What a start date rests on."""

    DECIDED = "decided"
    LAUNCHED = "launched"
    FIRST_SEEN = "first-seen"
    INHERITED = "inherited"
    UNKNOWN = "unknown"


class EndBasis(StrEnum):
    """What an end date, or its absence, rests on."""

    ENDED = "ended"
    MANDATE_ENDED = "mandate-ended"
    LAST_SEEN = "last-seen"
    RUNNING = "running"
    UNKNOWN = "unknown"


class GeometryQuality(StrEnum):
    """Whether a geometry is cut from base data or drawn by hand."""

    DERIVED = "derived"
    SCHEMATIC = "schematic"


class SourceType(StrEnum):
    """What kind of page a source is."""

    DECISION = "decision"
    REPORT = "report"
    PRESS = "press"
    REFERENCE = "reference"


class SourceStanding(StrEnum):
    """Whether the page is the publisher's own or somebody's copy of it."""

    ORIGINAL = "original"
    MIRROR = "mirror"
    NEWS_COPY = "news copy"


FAMILY_OF: Final[dict[ActivityType, Family]] = {
    ActivityType.CEASEFIRE_MONITORING: Family.MONITOR,
    ActivityType.DISPUTED_BORDER_MONITORING: Family.MONITOR,
    ActivityType.BORDER_MONITORING: Family.MONITOR,
    ActivityType.BORDER_CONTROL: Family.CONTROL,
    ActivityType.MOBILE_UNITS: Family.CONTROL,
    ActivityType.COAST_GUARD: Family.CONTROL,
    ActivityType.TRAINING: Family.BUILD_CAPACITY,
    ActivityType.EQUIPMENT_AND_INFRASTRUCTURE: Family.BUILD_CAPACITY,
    ActivityType.IBM_ADVICE: Family.ADVISE,
    ActivityType.DEMARCATION_SUPPORT: Family.ADVISE,
    ActivityType.CONFIDENCE_BUILDING: Family.CONNECT,
    ActivityType.INFORMATION_EXCHANGE: Family.CONNECT,
    ActivityType.REGIONAL_COOPERATION: Family.CONNECT,
}

ORGANISATION_LABELS: Final[dict[Organisation, str]] = {
    Organisation.UN: "United Nations",
    Organisation.EU: "European Union",
    Organisation.OSCE: "OSCE",
    Organisation.AU: "African Union",
    Organisation.ECOWAS: "ECOWAS",
    Organisation.NATO: "NATO",
    Organisation.OAS: "OAS",
    Organisation.CIS: "CIS",
    Organisation.ASEAN: "ASEAN",
    Organisation.OTHER: "Other",
}

FAMILY_LABELS: Final[dict[Family, str]] = {
    Family.MONITOR: "Monitor",
    Family.CONTROL: "Control",
    Family.BUILD_CAPACITY: "Build capacity",
    Family.ADVISE: "Advise",
    Family.CONNECT: "Connect",
}

ACTIVITY_LABELS: Final[dict[ActivityType, str]] = {
    ActivityType.CEASEFIRE_MONITORING: "Ceasefire monitoring",
    ActivityType.DISPUTED_BORDER_MONITORING: "Disputed-border monitoring",
    ActivityType.BORDER_MONITORING: "Border monitoring",
    ActivityType.BORDER_CONTROL: "Border control",
    ActivityType.MOBILE_UNITS: "Mobile units",
    ActivityType.COAST_GUARD: "Coast guard",
    ActivityType.TRAINING: "Training",
    ActivityType.EQUIPMENT_AND_INFRASTRUCTURE: "Equipment and infrastructure",
    ActivityType.IBM_ADVICE: "Integrated Border Management advice",
    ActivityType.DEMARCATION_SUPPORT: "Demarcation support",
    ActivityType.CONFIDENCE_BUILDING: "Confidence building",
    ActivityType.INFORMATION_EXCHANGE: "Information exchange",
    ActivityType.REGIONAL_COOPERATION: "Regional cooperation",
}

ENGAGEMENT_LABELS: Final[dict[Engagement, str]] = {
    Engagement.MONITOR: "Monitor",
    Engagement.ADVISE: "Advise and mediate",
    Engagement.TRAIN: "Train",
    Engagement.EQUIP: "Equip and build",
    Engagement.EXECUTE: "Carry out",
}

LINE_STATUS_LABELS: Final[dict[LineStatus, str]] = {
    LineStatus.SETTLED: "International boundary",
    LineStatus.UNDETERMINED: "Undetermined or disputed boundary",
    LineStatus.LINE_OF_CONTROL: "Line of Control",
    LineStatus.CEASEFIRE_LINE: "Ceasefire or armistice line",
    LineStatus.ADMINISTRATIVE: "Administrative boundary line",
}

VERIFIED_LABELS: Final[dict[Verified, str]] = {
    Verified.YES: "verified",
    Verified.PARTLY: "partly verified",
    Verified.NO: "not verified",
}

DISCLAIMER: Final = (
    "The boundaries and names shown and the designations used on this map do not imply official "
    "endorsement or acceptance by the authors or by any organisation named."
)
