"""Why rows that nothing understands are no sales as they stand: lists of goods or people, no day, no money."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from salesperf.core.late import late
from salesperf.core.text import Text, in_quotes, listing
from salesperf.sources.recognition.sample import Sample
from salesperf.tables.header_words import header_words

_OF_SHOPS = late(
    r"\b(?:url|link|image|images|picture|pictures|photo|thumbnail|rating|ratings|stars|reviews?|comments?|description|"
    r"specifications?|brand|crawl\w*|scrap\w*|snapshot|updated?|asin|pid|in ?stock|availability|monthly sales|"
    r"sale count|sold count|list price|retail price|discount percentage)\b"
    r"|链接|图片|主图|评论|评分|评价|收藏|描述|月销|抓取|采集|爬取|上架|店名|店铺|库存|更新时间"
)
"""What pages of shops and lists of goods say of each thing."""
_OF_A_THING = late(r"\b(?:product|item|title|goods|sku)\b|商品|宝贝|标题|产品|品名")
_OF_A_SALE = late(
    r"\b(?:quantity|qty|order|orders|invoice|receipt|customer|client|buyer|user|transaction|units|reviewer|author)\b"
    r"|订单|数量|客户|买家|会员|单号|流水"
)
"""What says who bought, how many or with what; a list of goods has none of it."""
_OF_A_PERSON = late(
    r"\b(?:gender|sex|age|birth|year birth|birthday|dob|marital\w*|education|income|occupation|kid ?home|teen ?home|"
    r"children|dependents|senior citizen|tenure|churn\w*|membership\w*|satisfaction\w*|recency|lifetime|enroll\w*|"
    r"loyalty|smoker|complain|days since last purchase)\b|性别|年龄|生日|出生|婚姻|学历|教育|职业|会员等级|入会|注册"
)
_WHO = late(
    r"^(?:id|customer ?(?:id|no|number)?|user ?id|client ?id|member ?id|cust ?id)$|客户编号|会员编?号|会员卡号|用户id"
)
_OF_ONE_SALE = late(r"\b(?:order|invoice|receipt|transaction|product|item|sku)\b|订单|单号|商品|产品|品名|流水")
"""What says which sale it was or what was sold; a list of customers has neither."""
_FEW = 2

_LIST_OF_GOODS = Text(
    "a list of products by {headers}: no row is a sale", "从{headers}看，这是商品列表：每行不是一笔销售"
)
_ONE_A_CUSTOMER = Text(
    "one row a customer ({who!r}, {headers}): no row is a sale",
    "每位客户一行（「{who}」、{headers}）：每行不是一笔销售",
)
_NO_DAY = Text("no column of days", "没有日期列")
_NO_MONEY = Text("no column of money", "没有金额列")


def why_no_sale(sample: Sample) -> Text | None:
    """That no row is a sale, because each is a thing on offer or a person; None where rows may be sales."""
    words = {header: header_words(header).strip() for header in sample.header}
    if (goods := _of_goods(words)) is not None:
        return goods
    traits = [header for header, said in words.items() if _OF_A_PERSON.search(said)]
    named = (header for header, said in words.items() if _WHO.search(said))
    who = next((header for header in named if sample.is_unique(header, share=1)), None)
    if who is None or len(traits) < _FEW or any(_OF_ONE_SALE.search(said) for said in words.values()):
        return None
    return _ONE_A_CUSTOMER.fill(who=who, headers=in_quotes(traits[:_FEW]))


def _of_goods(words: dict[str, str]) -> Text | None:
    of_shops = [header for header, said in words.items() if _OF_SHOPS.search(said)]
    has_thing = any(_OF_A_THING.search(said) for said in words.values())
    sold = (said for header, said in words.items() if header not in of_shops)
    if len(of_shops) <= _FEW or not has_thing or any(_OF_A_SALE.search(said) for said in sold):
        return None
    return _LIST_OF_GOODS.fill(headers=in_quotes(of_shops[: _FEW + 1]))


def lack_of_sales(has: Collection[str]) -> Text | None:
    """What of a day and money no column can be; None where both are there."""
    lacks = list(_lacking(has))
    return listing(lacks) if lacks else None


def _lacking(has: Collection[str]) -> Iterator[Text]:
    if "order_date" not in has:
        yield _NO_DAY
    if "amount" not in has and not {"quantity", "unit_price"} <= set(has):
        yield _NO_MONEY
