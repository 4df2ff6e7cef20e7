"""Short words for column heads."""

from typing import Final

from border_atlas.model import ActivityType

SHORT_TYPES: Final[dict[ActivityType, str]] = {
    ActivityType.CEASEFIRE_MONITORING: "Ceasefire monitoring",
    ActivityType.DISPUTED_BORDER_MONITORING: "Disputed border",
    ActivityType.BORDER_MONITORING: "Border monitoring",
    ActivityType.BORDER_CONTROL: "Border control",
    ActivityType.MOBILE_UNITS: "Mobile units",
    ActivityType.COAST_GUARD: "Coast guard",
    ActivityType.TRAINING: "Training",
    ActivityType.EQUIPMENT_AND_INFRASTRUCTURE: "Equipment",
    ActivityType.IBM_ADVICE: "IBM advice",
    ActivityType.DEMARCATION_SUPPORT: "Demarcation",
    ActivityType.CONFIDENCE_BUILDING: "Confidence building",
    ActivityType.INFORMATION_EXCHANGE: "Information exchange",
    ActivityType.REGIONAL_COOPERATION: "Regional cooperation",
}
#: Column heads in the order of all charts.
TYPE_COLUMNS: Final = tuple(SHORT_TYPES[kind] for kind in ActivityType)
