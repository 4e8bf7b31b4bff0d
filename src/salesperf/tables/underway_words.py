"""The status words of orders that are paid or accepted and still in work: sold, though the goods may not have left."""

from __future__ import annotations

UNDERWAY = (
    "processing", "in process", "processing in progress", "payment received", "payment accepted",
    "awaiting fulfilment", "awaiting fulfillment", "awaiting shipment", "awaiting pickup", "awaiting collection",
    "ready for pickup", "ready for collection", "to ship", "ready to ship", "unshipped", "unfulfilled",
    "partially shipped", "partially fulfilled", "wait seller send goods", "seller consigned part",
    "处理中", "正在处理", "备货中", "配货中", "拣货中", "打包中", "买家已付款", "待发货", "等待发货", "等待卖家发货",
    "待出库", "等待出库", "待配货", "待揽收", "待自提", "部分发货", "卖家部分发货",
)  # fmt: skip
"""As shops use them: WooCommerce's `processing` and BigCommerce's `awaiting fulfillment` are paid and not yet sent."""
