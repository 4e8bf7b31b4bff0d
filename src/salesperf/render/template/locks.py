"""Which cells of a protected sheet are locked: those whose style does not say otherwise."""

from __future__ import annotations

from salesperf.render.template.markup import elements
from salesperf.render.template.parts import Package


def unlocked_styles(package: Package, workbook: str) -> frozenset[int]:
    """The numbers of the cell styles that leave a cell open on a protected sheet."""
    part = next((one.target for one in package.relations(workbook) if one.kind == "styles"), None)
    if part is None:
        return frozenset()
    listed = elements(package.part(part), part=part, names=["xf", "protection"])
    styles = [one for one in listed if one.path[1:] == ("cellXfs", "xf")]
    return frozenset(
        number
        for number, style in enumerate(styles)
        for one in listed
        if one.name == "protection"
        and style.start < one.start < style.end
        and one.attributes.get("locked", "1").lower() in {"0", "false", "off"}
    )
