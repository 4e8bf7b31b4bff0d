"""Words of sales exports by which encodings are told apart, and Chinese characters in their two writings."""

from __future__ import annotations

JAPANESE = "generic_ja"
"""The profile whose headers have Chinese characters and are not Chinese."""
DAY_FIRST = frozenset({"generic_de", "generic_fr", "generic_es", "generic_pt", "generic_it"})
"""The profiles of languages in which 05/06/2025 is a day in June."""
WORDS = {
    "gb18030": (
        "订单",
        "客户",
        "日期",
        "金额",
        "销售",
        "产品",
        "数量",
        "单价",
        "商品",
        "姓名",
        "地区",
        "编号",
        "合计",
        "名称",
        "公司",
    ),
    "big5": (
        "訂單",
        "客戶",
        "日期",
        "金額",
        "銷售",
        "產品",
        "數量",
        "單價",
        "商品",
        "姓名",
        "地區",
        "編號",
        "合計",
        "名稱",
        "公司",
    ),
    "cp932": ("注文", "顧客", "日付", "金額", "売上", "商品", "数量", "単価", "氏名", "会社"),
}
"""Words that headers and cells of sales exports hold, by encoding."""

_TRADITIONAL = (
    "訂單編號碼戶稱員負責區類別產規額價總計稅應實數銷發貨開據購買賣門業績務經顧問職態間狀簽約關閉階預輸贏競爭對來幣庫賬帳結餘"
    "運費優網點標題導長級離團隊組織範圍種備註聯轉換機會項報錄時創歸屬執辦領訪復調損潤進參絡個線國際與選擇頁內淨減讓紅廠場質萬"
    "億鋪寶貝採財審認確營達戰贈飾層陸縣專維護談診詢諮擔當師獲試濟漿協議驗證蓋"
)
_SIMPLIFIED = (
    "订单编号码户称员负责区类别产规额价总计税应实数销发货开据购买卖门业绩务经顾问职态间状签约关闭阶预输赢竞争对来币库账账结余"
    "运费优网点标题导长级离团队组织范围种备注联转换机会项报录时创归属执办领访复调损润进参络个线国际与选择页内净减让红厂场质万"
    "亿铺宝贝采财审认确营达战赠饰层陆县专维护谈诊询咨担当师获试济浆协议验证盖"
)
IN_SIMPLIFIED = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
"""The characters of headers in traditional writing, as the simplified writing has them."""
