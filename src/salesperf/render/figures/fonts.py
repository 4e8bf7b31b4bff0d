"""Which fonts a picture asks for, and which characters those at hand can draw."""

from __future__ import annotations

FAMILIES = (
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', "
    "'Noto Sans SC', sans-serif"
)
