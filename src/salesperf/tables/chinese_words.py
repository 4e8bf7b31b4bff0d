"""Families of Chinese words of status and type: what came back, was approved, bought, or paid in advance."""

from __future__ import annotations

BACK = ("退货", "退回", "退库")
"""Words for goods that came back, each of which stands alone and with what is added to it."""
BACK_STEMS = "|".join((*BACK, "退款", "退单", "退换", "退厂", "客退", "红冲", "冲红", "冲销"))
"""Parts of remarks and headers that speak of what came back."""
RETURNED = (
    "退款订单",
    *(f"{before}{back}{behind}" for back in BACK for before in ("", "已", "销售", "客户") for behind in ("", "入库")),
    "退厂", "已退厂", "退厂入库", "客退", "客退入库", "退货退款", "退货订单", "退回订单",
)  # fmt: skip
"""Whole words of rows that came back; 单 behind any of them is understood."""
PARTLY_BACK = tuple(f"{part}{back}" for back in BACK for part in ("部分", "已部分"))
NOT_BACK = tuple(f"{no}{back}" for back in BACK for no in ("未", "无"))
_CHECKS = ("审核", "审批")
APPROVED = (
    *_CHECKS,
    *(f"{check}{passed}" for check in _CHECKS for passed in ("通过", "完成", "已通过")),
    "已审批", "已审", "已通过", "通过", "已批准", "批准", "复核", "已复核", "已记账", "已过账", "已入账",
)  # fmt: skip
REFUSED = (
    *(f"{check}{no}" for check in _CHECKS for no in ("拒绝", "不通过", "未通过", "驳回", "退回", "失败")),
    "驳回", "被驳回", "未通过", "不通过", "未批准", "不批准",
)  # fmt: skip
"""The words of documents that were not approved: nothing is sold by them."""
NOT_YET_APPROVED = (
    *(f"{yet}{check}" for check in _CHECKS for yet in ("待", "未", "重新", "等待")),
    *(f"{check}中" for check in _CHECKS),
    "待审", "未审", "创建", "已创建", "新建", "开立", "待批准",
)  # fmt: skip
PREPAID = (
    "充值", "储值", "充卡", "预存", "预存款", "会员充值", "会员储值", "续费充值", "会员卡充值", "储值卡充值",
    "余额充值", "账户充值", "卡充值", "开卡充值", "充值储值", "储值充值", "预付卡充值", "购物卡充值",
    "储值订单", "充值订单", "储值单", "充值单",
)  # fmt: skip
"""Money that is put on a card or an account, and spent later."""
SPENT = ("消费", "会员消费", "储值消费", "余额消费", "会员卡消费", "储值卡消费", "卡消费", "门店消费")
"""What is bought with it, or without it."""
PURCHASES = (
    "采购", "采购单", "采购订单", "采购发票", "采购入库", "采购入库单", "采购进货", "采购进货单", "进货", "进货单",
    "进货入库", "购进", "购进入库",
    *(f"{bought}{back}{of}" for bought in ("采购", "进货", "购进") for back in BACK for of in ("", "单", "出库")),
)  # fmt: skip
"""What a company buys, and gives back to those it bought from."""
