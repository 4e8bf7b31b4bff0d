"""Acme Workshop Supply: a seller of tools and shop equipment whose growth slows while its West loses a rep."""

from __future__ import annotations

from datetime import date

from salesperf.app.demo.acme_people import PEOPLE
from salesperf.app.demo.conduct import Conduct, OfficeWords
from salesperf.app.demo.setting import HalfYear, Product, Region, Segment, Setting, Spell, Words

_HAND, _POWER, _CUTTING = "Hand Tools", "Power Tools", "Cutting & Abrasives"
_CLAMPS, _MACHINES, _SAFETY = "Clamps & Vises", "Machinery", "Safety & Storage"
_EARLY = date(2018, 1, 1)

_PRODUCTS = (
    Product("HT-110", "Combination Wrench Set 14 pc", _HAND, "set", 8_990, 5_480, 1, _EARLY),
    Product("HT-120", "Torque Wrench 1/2 in", _HAND, "each", 12_950, 7_740, 1, _EARLY),
    Product("HT-130", "Dead Blow Hammer 2 lb", _HAND, "each", 3_250, 1_690, 2, _EARLY),
    Product("HT-140", "Bench Chisel Set 6 pc", _HAND, "set", 7_400, 4_120, 1, _EARLY),
    Product("PT-210", "Angle Grinder 5 in", _POWER, "each", 13_900, 8_900, 1, _EARLY),
    Product("PT-220", "Random Orbit Sander 6 in", _POWER, "each", 16_800, 10_600, 1, _EARLY),
    Product("PT-230", "Brushless Drill Kit 18 V", _POWER, "kit", 24_900, 16_300, 1, _EARLY),
    Product("PT-240", "Plunge Router 2 hp", _POWER, "each", 28_500, 18_900, 1, _EARLY),
    Product("CA-310", "Cut-off Wheel 4-1/2 in, box of 25", _CUTTING, "box", 5_850, 3_010, 4, _EARLY),
    Product("CA-320", "Flap Disc 60 grit, box of 10", _CUTTING, "box", 6_400, 3_350, 4, _EARLY),
    Product("CA-330", "Carbide End Mill Set 10 pc", _CUTTING, "set", 21_900, 13_100, 1, _EARLY),
    Product("CA-340", "Sanding Belt 6 x 48, pack of 10", _CUTTING, "pack", 7_150, 3_900, 2, _EARLY),
    Product("CV-410", "Parallel Clamp 24 in", _CLAMPS, "each", 4_690, 2_610, 4, _EARLY),
    Product("CV-420", "Bench Vise 6 in", _CLAMPS, "each", 22_800, 14_200, 1, _EARLY),
    Product("CV-430", "Toggle Clamp Kit", _CLAMPS, "kit", 9_850, 5_500, 2, _EARLY),
    Product("CV-440", "Welding Table Fixture Kit", _CLAMPS, "kit", 68_500, 44_800, 1, date(2025, 1, 1)),
    Product("MC-510", "Floor Drill Press 17 in", _MACHINES, "each", 118_000, 82_600, 1, _EARLY),
    Product("MC-520", "Horizontal Band Saw 7 x 12", _MACHINES, "each", 184_500, 131_000, 1, _EARLY),
    Product("MC-530", "Cyclone Dust Collector 3 hp", _MACHINES, "each", 226_000, 162_700, 1, _EARLY),
    Product("MC-540", "Cabinet Table Saw 10 in", _MACHINES, "each", 309_000, 225_600, 1, _EARLY),
    Product("SS-610", "Welding Helmet, auto-darkening", _SAFETY, "each", 15_900, 8_800, 1, _EARLY),
    Product("SS-620", "Cut-resistant Gloves, dozen", _SAFETY, "dozen", 6_200, 3_050, 2, _EARLY),
    Product("SS-630", "Rolling Tool Cabinet 12 drawer", _SAFETY, "each", 94_500, 63_300, 1, _EARLY),
    Product("SS-640", "Respirator Filter, case of 50", _SAFETY, "case", 18_700, 10_700, 1, date(2024, 1, 1)),
)

_REGIONS = (
    Region("East", 40, ("",), ("E1", "E2", "E3", "E4"), "A002"),
    Region("Central", 34, ("",), ("C1", "C2", "C3"), "A003"),
    Region("West", 26, ("",), ("W1", "W2", "W3"), "A004"),
)

_SEGMENTS = (
    Segment(
        "Metal Fabrication",
        "Direct",
        30,
        (_POWER, _CUTTING, _CLAMPS, _MACHINES, _SAFETY),
        ("Fabrication", "Metalworks", "Machine & Weld"),
    ),
    Segment("Woodworking", "Direct", 24, (_HAND, _POWER, _CLAMPS, _MACHINES), ("Cabinetry", "Millwork", "Joinery Co.")),
    Segment(
        "Distribution",
        "Distributor",
        20,
        (_HAND, _POWER, _CUTTING, _SAFETY),
        ("Industrial Supply", "Tool & Hardware", "Trade Supply Inc."),
    ),
    Segment(
        "Schools & Public",
        "Tender",
        12,
        (_HAND, _MACHINES, _SAFETY),
        ("Technical College", "School District", "County"),
    ),
    Segment(
        "Online Resale",
        "Web",
        14,
        (_HAND, _CUTTING, _CLAMPS, _SAFETY),
        ("Tools Online", "Workshop Direct", "Tool Depot"),
    ),
)

_DOLLAR = 100
# Worked by hand: customers buying are 104, then 104 - 8 + 12 = 108, 108 - 8 + 2 + 14 = 116, 116 - 9 + 2 + 15 = 124,
# 124 - 10 + 2 + 16 = 132 and 132 - 15 + 3 + 12 = 132.
_HALVES = (
    HalfYear(date(2023, 7, 1), date(2023, 12, 31), 2_410_000 * _DOLLAR, 0, 0, 0, 40, 44, 46, 12, (20, 80)),
    HalfYear(date(2024, 1, 1), date(2024, 6, 30), 2_560_000 * _DOLLAR, 8, 0, 12, 40, 48, 46, 12, (20, 80)),
    HalfYear(date(2024, 7, 1), date(2024, 12, 31), 2_650_000 * _DOLLAR, 8, 2, 14, 42, 50, 48, 13, (20, 80)),
    HalfYear(date(2025, 1, 1), date(2025, 6, 30), 2_840_000 * _DOLLAR, 9, 2, 15, 44, 54, 50, 14, (20, 80)),
    HalfYear(date(2025, 7, 1), date(2025, 12, 31), 2_810_000 * _DOLLAR, 10, 2, 16, 46, 54, 54, 16, (20, 85)),
    HalfYear(date(2026, 1, 1), date(2026, 6, 30), 2_870_000 * _DOLLAR, 15, 3, 12, 50, 50, 60, 21, (25, 90)),
)

_SPELLS = (
    Spell(date(2023, 7, 4), date(2023, 7, 4), 0),
    Spell(date(2024, 7, 4), date(2024, 7, 4), 0),
    Spell(date(2025, 7, 4), date(2025, 7, 4), 0),
    Spell(date(2023, 11, 23), date(2023, 11, 24), 0),
    Spell(date(2024, 11, 28), date(2024, 11, 29), 0),
    Spell(date(2025, 11, 27), date(2025, 11, 28), 0),
    *(Spell(date(year, 12, 25), date(year, 12, 25), 0) for year in (2023, 2024, 2025)),
    *(Spell(date(year, 1, 1), date(year, 1, 1), 0) for year in (2024, 2025, 2026)),
    *(Spell(date(year, 12, 20), date(year, 12, 31), 60) for year in (2023, 2024, 2025)),
)

_WORDS = Words(
    completed="Completed",
    cancelled="Cancelled",
    pending="Pending",
    returned="Returned",
    won="Closed Won",
    lost="Closed Lost",
    stages=(("Prospecting", 10), ("Qualification", 25), ("Proposal", 50), ("Negotiation", 75)),
    price="Price",
    reasons=("Delivery time", "Product fit", "No budget", "No decision", "Payment terms", "Relationship"),
    competitors=("Ironbridge Tool", "Northline Supply", "Kestrel Industrial", "ShopRight"),
    sources=("Referral", "Trade show", "Web inquiry", "Outbound call", "Existing customer", "Catalog request"),
    customer_name="{brand} {ending}",
    deal_name="{customer} - {category}",
    order_number="SO-{serial:05d}",
    note_number="CM-{serial:05d}",
    deal_number="D-{serial:05d}",
)

_BRANDS = (
    *(
        "Alder Creek",
        "Ashgrove",
        "Barlow",
        "Bellweather",
        "Birchfield",
        "Blackrock",
        "Brightwater",
        "Calloway",
        "Cedarline",
    ),
    *("Clearbrook", "Copperhill", "Dunmore", "Eastlake", "Elkhorn", "Fairhaven", "Fenwick", "Flintridge", "Garrison"),
    *(
        "Glenmark",
        "Granite Bay",
        "Hadley",
        "Harwick",
        "Hollis",
        "Ironwood",
        "Juniper",
        "Kingsford",
        "Lakemont",
        "Larkspur",
    ),
    *(
        "Maplewood",
        "Marlowe",
        "Midvale",
        "Northgate",
        "Oakhurst",
        "Orchard Hill",
        "Pinecrest",
        "Prescott",
        "Quarry Road",
    ),
    *(
        "Redstone",
        "Ridgeway",
        "Rockport",
        "Silverton",
        "Stonebridge",
        "Summit",
        "Thornbury",
        "Union Mills",
        "Westbrook",
    ),
)

# Targets ask 8 % over the same half of the year before: in 2025 2,764,800 and 2,862,000 against 2,840,000 and 2,810,000
# (102.7 % and 98.2 %), in 2026 3,067,200 against 2,870,000 (93.6 %).
_USUAL = Conduct(150, (8, 30), (3, 30), 42, 120, 900, 930, (3, 6, 19, 44, 28), None, 64, 82)
_CONDUCT = (
    _USUAL,
    _USUAL,
    _USUAL,
    Conduct(160, (8, 30), (3, 30), 44, 120, 900, 930, (3, 6, 19, 44, 28), 80, 66, 83),
    Conduct(220, (8, 35), (4, 40), 42, 105, 880, 910, (4, 8, 22, 42, 24), 80, 69, 81),
    Conduct(300, (10, 45), (5, 56), 38, 90, 840, 880, (5, 10, 25, 38, 22), 80, 74, 78),
)
_OFFICE = OfficeWords(
    terms=(
        ("Metal Fabrication", 30),
        ("Woodworking", 30),
        ("Distribution", 45),
        ("Schools & Public", 60),
        ("Online Resale", 15),
    ),
    methods=("Bank transfer", "Bank transfer", "Check", "Card"),
    lead_states=("Converted", "Working", "Disqualified"),
    activities=(("Visit", 34), ("Call", 40), ("Proposal", 12), ("Follow-up", 14)),
    yes_no=("Yes", "No"),
    surveys=("CSAT", "NPS"),
    costs=(("Sales salaries", 60), ("Travel", 12), ("Advertising", 18), ("Trade shows", 10)),
    invoice_number="INV-{day:%Y%m}-{serial:05d}",
    payment_number="PAY-{serial:05d}",
    lead_number="L-{serial:05d}",
    quarter="{year}-Q{quarter}",
    whole_market=("company", ""),
    region_scope="region",
    target_scopes=("company", "team", "rep"),
    agreed=(
        "Visit {customer} and settle what is overdue",
        "Send {customer} a quote",
        "Agree a framework contract with {customer}",
        "Ask {customer} why no order came",
        "Show {customer} the new tool cabinets",
    ),
    agreed_states=("Open", "In progress", "Done", "Cancelled"),
)

ACME = Setting(
    key="acme_en",
    name="Acme Workshop Supply",
    people=PEOPLE,
    products=_PRODUCTS,
    regions=_REGIONS,
    segments=_SEGMENTS,
    halves=_HALVES,
    opening_customers=104,
    prospects=14,
    open_deals=40,
    return_permille=26,
    brands=_BRANDS,
    months=(90, 95, 108, 108, 105, 98, 85, 92, 106, 112, 104, 92),
    spells=_SPELLS,
    price_index={2023: 96, 2024: 98, 2025: 100, 2026: 103},
    words=_WORDS,
    conduct=_CONDUCT,
    office=_OFFICE,
    target_unit=_DOLLAR,
)
