"""Report packs: sections that join several analyses into one report, in the order a pack declares."""
