"""Sales exports in every encoding that offices still write: made from words that no list of the reader knows."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

import pytest
from msgspec import Struct

HEADERS: Mapping[str, tuple[str, ...]] = {
    "en": ("Order No", "Ordered", "Buyer", "Town", "Item", "Pieces", "Total"),
    "zh": ("单据号", "开单时间", "买方", "所在地", "品名", "件数", "小计"),
    "tw": ("單據號", "開單時間", "買方", "所在地", "品名", "件數", "小計"),
    "ja": ("伝票番号", "受注日", "得意先", "都市", "品名", "個数", "総額"),
    "fr": ("N° commande", "Créée le", "Société", "Ville", "Désignation", "Quantité", "Montant facturé"),
    "de": ("Auftrag", "Geändert am", "Käufer", "Ort", "Menüpunkt", "Stückzahl", "Größe"),
    "es": ("Nº pedido", "Día", "Compañía", "Población", "Artículo", "Unidades", "Tamaño"),
    "pt": ("Nº do pedido", "Emissão", "Razão social", "Município", "Descrição", "Peças", "Líquido"),
    "ko": ("전표번호", "출고일", "거래처", "도시", "품목", "개수", "총액"),
    "ru": ("Накладная", "Отгружено", "Покупатель", "Город", "Изделие", "Штук", "Сумма"),
    "uk": ("Накладна", "Відвантажено", "Покупець", "Місто", "Виріб", "Штук", "Сума"),
    "bg": ("Фактура", "Издадена", "Купувач", "Град", "Изделие", "Брой", "Сума"),
    "el": ("Αριθμός", "Ημέρα", "Αγοραστής", "Πόλη", "Είδος", "Τεμάχια", "Αξία"),
    "pl": ("Zamówienie", "Złożono", "Odbiorca", "Miejscowość", "Wyrób", "Sztuk", "Należność"),
    "cs": ("Objednávka", "Přijato", "Odběratel", "Město", "Výrobek", "Kusů", "Částka"),
    "hu": ("Rendelésszám", "Kelt", "Vevő", "Város", "Termék", "Darab", "Összeg"),
    "ro": ("Comandă", "Data", "Cumpărător", "Oraş", "Marfă", "Bucăţi", "Sumă"),
    "tr": ("Sipariş", "Gün", "Alıcı", "Şehir", "Ürün", "Adet", "Tutarı"),
}


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


WORDS: Mapping[str, tuple[str, ...]] = {
    "zh": _words(
        "瑞昌电子|鼎盛纺织|蓝鲸科技|沃尔玛|苏宁易购|永辉超市|麦德龙|盒马鲜生|屈臣氏|周黑鸭|老干妈|"
        "海底捞火锅|格力电器|潍柴动力|徐工机械|三一重工|柳州螺蛳粉|哈尔滨|呼和浩特|乌鲁木齐|佛山|珠海|"
        "烟台|漳州|泸州|衢州|儋州|亳州|濮阳|邯郸|鄂尔多斯|攀枝花|黔东南|欧阳娜娜|司徒敏|诸葛琳|尉迟静|"
        "夏侯霞|慕容雪|羽绒服|保温杯|空气净化器|蓝牙耳机|榨汁机|插线板|瑜伽垫|扫地机器人|猕猴桃|龙井茶|"
        "葡萄干|橄榄油|榴莲|硒鼓|圆珠笔|胶带|螺丝刀|铝合金门窗|不锈钢管|聚乙烯颗粒|轴承|阀门|电缆桥架|"
        "玻璃幕墙|混凝土搅拌车|饲料添加剂|华东|西南片区|张伟|王芳|李娜|刘洋|黄丽|吴勇|徐静|孙涛|马超|"
        "朱红|胡军|郭敏|何琳|高峰|罗兰|郑爽|梁冰|谢娜|宋佳|唐嫣|许晴|邓超|冯巩|韩雪|曹颖|曾黎|彭于晏|"
        "萧敬腾|蔡依林|潘粤明|田亮|董洁|袁泉|于谦|余男|叶璇|蒋雯丽|杜淳|苏有朋|魏晨|程蝶衣|吕布|丁俊晖|"
        "沈腾|任贤齐|姚晨|卢靖姗|傅艺伟|钟汉良|姜文|崔健|谭咏麟|廖凡|范冰冰|汪涵|陆毅|金莎|石头|戴军|"
        "贾玲|韦唯|夏雨|邱泽"
    ),
    "rare": _words(
        "㐂福楼|䶮城堂|𠮷野家|㛃媛|㙍记|䴙䴘湖|㸃心坊|䜣悦|㭎建|䥽业|朱镕|李喆|王堃|陈玥|张翀|赵赟|孙燚|周昇|吴珺|郑旸"
    ),
    "tw": _words(
        "統一超商|鴻海精密|長榮海運|聯發科技|誠品書店|遠東百貨|寶雅|屈臣氏|全聯福利中心|嘉義|屏東|宜蘭|"
        "苗栗|彰化|雲林|澎湖|鶯歌|鹿港|淡水|九龍|銅鑼灣|荃灣|旺角|觀塘|滑鼠|鍵盤|螢幕|隨身碟|洗衣精|"
        "鳳梨酥|太陽餅|牛軋糖|烏龍茶|珍珠奶茶|歐陽菲菲|張惠妹|蔡琴|費玉清|羅大佑|鄧麗君|齊豫|黃鶯鶯|"
        "劉若英|蘇慧倫|許茹芸|葉蒨文|譚詠麟|鍾鎮濤|關淑怡|陳奕迅|楊千嬅|盧巧音|謝安琪|鄭伊健|梁詠琪|"
        "王祖賢|林青霞|張艾嘉|徐若瑄|吳宗憲|庾澄慶|伍佰|動力火車|萬芳|魏如萱|蕭敬騰|潘瑋柏|羽絨外套|"
        "保溫瓶|除濕機|吹風機|電風扇|腳踏車|機車坐墊|輪胎|雨刷|冷氣機|壓縮機|螺絲起子|鋁門窗|不鏽鋼管|"
        "塑膠粒|軸承|閥門|電纜|玻璃帷幕|水泥攪拌車|飼料"
    ),
    "ja": _words(
        "山田太郎|鈴木一郎|佐藤花子|高橋電機|渡辺工業|伊藤商店|中村屋|小林製薬|加藤物産|吉田運送|"
        "山口銀行|松本楼|井上眼科|木村屋|林業社|清水建設|斎藤精肉店|札幌|仙台|横浜|名古屋|京都|大阪|神戸|"
        "広島|福岡|那覇|さいたま|つくば|ひたちなか|ノートパソコン|プリンター|ボールペン|コピー用紙|"
        "デスクライト|ホッチキス|クリアファイル|シャープペンシル|トナーカートリッジ|醤油せんべい|"
        "抹茶ラテ|おにぎり|味噌汁|焼酎|海苔|柿の種|湯呑み|箸置き|座布団|畳表|㈱丸菱|㈲松井|ひかり合同|"
        "トヨタ|三菱|ソニー|任天堂|キヤノン|東芝|日立|富士通|村田製作所|オムロン|森永乳業|明治|味の素|"
        "キッコーマン|資生堂|花王|ユニクロ|無印良品"
    ),
    "half": _words(
        "ｶ)ﾔﾏﾀﾞｼﾖｳﾃﾝ|ﾕ)ｽｽﾞｷ|ﾄｳｷﾖｳ|ｵｵｻｶ|ﾌﾟﾘﾝﾀｰ|ﾎﾞｰﾙﾍﾟﾝ|ﾉｰﾄ|"
        "ﾊﾟｿｺﾝ|ﾓﾆﾀ|ｹｰﾌﾞﾙ|ｲﾄｳ|ｻﾄｳ|ﾀｶﾊｼ|ﾅｶﾑﾗ|ｺﾊﾞﾔｼ|ｷﾑﾗ|ﾊﾔｼ|ﾏﾂﾓﾄ|"
        "ｲﾉｳｴ|ﾅｺﾞﾔ|ﾌｸｵｶ|ｻﾂﾎﾟﾛ"
    ),
    "fr": _words(
        "Société Générale Bâtiment|Hélène Lefèvre|François Béranger|Orléans|Saint-Étienne|Nîmes|Besançon|"
        "Crème brûlée|Pâté en croûte|Théière émaillée|Chêne massif|Étagère|Fenêtre|L’Épicerie d’Amélie|"
        "Noël Dubœuf|Maïs doux|Café moulu|Aïcha Benoît|Gérard Côté|Thérèse Prévost|Sète|Évreux|"
        "Orée du bois|Poêle à frire|Évier|Boîte à gâteaux|Câble|Lave-linge séchant|Béziers|Angoulême|"
        "Clé à molette|Rémi Nuñez|Zoé Gagné|Mâcon|Été indien|Château Margaux|Épinal"
    ),
    "de": _words(
        "Müller & Söhne GmbH|Jürgen Groß|Käthe Weiß|Köln|München|Düsseldorf|Nürnberg|Würzburg|Göttingen|"
        "Lübeck|Tübingen|Bücherregal|Küchenstühle|Bürobedarf Schäfer|Öztürk Getränke|Überseehandel|"
        "Ärztehaus|Fußmatte|Gießkanne|Heizkörper|Schlüssel|Dübel|Böhm|Kühlschrank|Spülmaschine|"
        "Wäschekorb|Möbelhaus Höffner|Brötchen|Käse|Weißwürste|Jäger|Krüger|Vögele|Strümpfe|Fön|Größe XL|"
        "Zürich|Österreich|Sankt Pölten|Grünwald|Haßfurt|Gemüse"
    ),
    "es": _words(
        "Peña e Hijos|José Ramón Ibáñez|María Núñez|Cádiz|Málaga|León|Córdoba|Jaén|Almería|Logroño|"
        "A Coruña|Muñoz Química|Jamón ibérico|Piña colada|Champiñón|Lámpara|Sofá|Sillón|Cajón|Teléfono|"
        "Ratón inalámbrico|Bogotá|Medellín|Asunción|San Martín|Lucía Gómez|Ángel Pérez|Óscar Vélez|"
        "Íñigo Sáez|Martín Güell|Begoña|Añejo|Camión|Algodón|Pingüino|Cigüeña|Azúcar|Limón|Melocotón|"
        "Panamá"
    ),
    "pt": _words(
        "Construções São João|Conceição Araújo|Antônio Gonçalves|São Paulo|Brasília|Goiânia|Maceió|"
        "Ribeirão Preto|Uberlândia|Florianópolis|Pão de açúcar|Feijão|Maçã|Limão|Câmera fotográfica|"
        "Ferro elétrico|Cartão|Fogão|Colchão|Sabão em pó|Guaraná|Açaí|Café torrado|Móveis Guimarães|"
        "Mônica Brandão|João Simões|Évora|Setúbal|Santarém|Bragança|Calças|Botões|Algodão|Água mineral|"
        "Ônibus|Índio"
    ),
    "ko": _words(
        "삼성전자|현대자동차|엘지화학|롯데마트|신세계백화점|농심|오뚜기|대한항공|포스코|셀트리온|김철수|이영희|박지훈|"
        "최민정|정다은|강호동|조용필|윤서연|장미란|임꺽정|한가인|서울|부산|대구|인천|광주|대전|울산|세종|수원|춘천|전주|"
        "제주|노트북|모니터|키보드|볼펜|복사용지|책상|의자|물티슈|라면|김치|고추장|커피|녹차|화장지|운동화|점퍼|우산"
    ),
    "ru": _words(
        "ООО Ромашка|Газпромнефть|Магнит|Пятёрочка|Лента|ЗАО «Восход»|Иванов Пётр|Смирнова Ольга|Кузнецов Юрий|"
        "Щербаков|Цветкова Жанна|Эльдорадо|Москва|Санкт-Петербург|Новосибирск|Екатеринбург|Нижний Новгород|Уфа|Пермь|"
        "Тюмень|Хабаровск|Ярославль|Бумага писчая|Стол офисный|Лампа настольная|Шкаф|Кресло|Чайник|Молоко|Гречка|"
        "Подшипник|Кабель|Цемент|Фанера|Ящик|Съёмник|Объектив"
    ),
    "uk": _words(
        "ТОВ Світанок|Київстар|Рошен|Ощадбанк|Шевченко Тарас|Коваленко Олена|Київ|Львів|Одеса|Харків|Дніпро|Чернівці|"
        "Івано-Франківськ|Папір|Стілець|Їжа для котів|Цукерки|Олія|Єврошифер|Ґудзик"
    ),
    "bg": _words(
        "София|Пловдив|Варна|Бургас|Русе|Стара Загора|Георги Иванов|Мария Петрова|Хартия|Бюро|Стол|Лютеница|Сирене|"
        "Кисело мляко|Ъгъл|Щори|Фурна"
    ),
    "el": _words(
        "Ελληνικά Πετρέλαια|Τράπεζα Πειραιώς|Γεώργιος Παπαδόπουλος|Μαρία Νικολάου|Κώστας Δημητρίου|Αθήνα|Θεσσαλονίκη|"
        "Πάτρα|Ηράκλειο|Λάρισα|Βόλος|Ιωάννινα|Χανιά|Καρέκλα|Γραφείο|Φωτιστικό|Χαρτί εκτύπωσης|Ελαιόλαδο|Τυρί φέτα|"
        "Μέλι|Ψωμί|Ξύλο|ΑΘΗΝΑ ΑΕ|Ούζο"
    ),
    "pl": _words(
        "Żabka Polska|Świętokrzyskie Młyny|Zakłady Mięsne Łuków|Grażyna Żółć|Józef Wiśniewski|Małgorzata Dąbrowska|"
        "Łódź|Kraków|Wrocław|Poznań|Gdańsk|Rzeszów|Białystok|Częstochowa|Krzesło|Biurko dębowe|Żarówka|Śruba|"
        "Papier śniadaniowy|Łącznik|Pędzel|Kiełbasa|Chleb żytni|Pościel|Drążek|Gęś"
    ),
    "cs": _words(
        "Škoda Auto|Česká spořitelna|Jiří Dvořák|Věra Nováková|Tomáš Růžička|Plzeň|Ústí nad Labem|České Budějovice|"
        "Jihlava|Děčín|Třebíč|Židle|Stůl|Žárovka|Šroub|Kladívko|Řetěz|Hřebík|Pečivo|Sýr|Mléko|Dveře|Ručník|"
        "Příbor|Koště|Ořechy|Ještěd"
    ),
    "hu": _words(
        "Győri Keksz|Szőlő és Bor Kft|Tűzoltó Művek|Kovács József|Szűcs Ágnes|Erdős Péter|Győr|Pécs|Székesfehérvár|"
        "Kecskemét|Hódmezővásárhely|Eger|Szék|Fűnyíró|Hűtőszekrény|Függöny|Törölköző|Tölgyfa asztal|Kenyér|"
        "Fűszerpaprika|Mosószer|Bőrönd|Cipő|Kesztyű"
    ),
    "ro": _words(
        "Întreprinderea Băneasa|Ştefan Ionescu|Ţăndărei|Bucureşti|Iaşi|Timişoara|Braşov|Constanţa|Piteşti|Ploieşti|"
        "Scaun de grădină|Masă|Lampă|Hârtie|Brânză|Pâine|Apă minerală|Şurub|Maşină|Cămaşă|Uşă|Sticlă"
    ),
    "tr": _words(
        "Türkiye Şişe|Yıldız Holding|Işık Gıda|Çağlar İnşaat|Ayşe Öztürk|Mehmet Yılmaz|Gülşen Şahin|İstanbul|İzmir|"
        "Eskişehir|Diyarbakır|Şanlıurfa|Muğla|Çanakkale|Ağrı|Kağıt|Masa örtüsü|Işıldak|Yağ|Şeker|Çığ|Bıçak|"
        "Kırtasiye|Ayakkabı|Halı|Fındık|Zeytinyağı"
    ),
}


class Export(Struct, frozen=True):
    """A made export: its text, the bytes of it, and how many characters are not ASCII."""

    text: str
    content: bytes
    exotic: int


MakeExport = Callable[..., Export]


def exotic(text: str) -> int:
    """Characters that are not ASCII."""
    return sum(not char.isascii() for char in text)


def export(
    encoding: str, words: str, *, seed: int, header: str = "en", line_end: str = "\r\n", few: int | None = None
) -> Export:
    """A sales export with the words of a language; with `few` no more than so many characters are not ASCII."""
    chance = random.Random(f"{encoding} {words} {seed} {few}")  # noqa: S311 - no secret
    rows = chance.randint(12, 60)
    known = [word for word in WORDS[words] if _fits(word, encoding)]
    lines = [";".join(HEADERS[header if few is None else "en"])]
    left = few
    places = set(chance.sample(range(rows), min(rows, 3))) if few is not None else set(range(rows))
    for row in range(rows):
        cells = []
        for plain in ("Acme", "Springfield", "Desk lamp"):
            word = chance.choice(known) if row in places else plain
            if left is not None and row in places:
                word = _no_more(word, left, chance) if left > 0 else plain
                left -= exotic(word)
            cells.append(word or plain)
        day = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        lines.append(
            ";".join((f"SO{1000 + row}", day, *cells, str(chance.randint(1, 99)), f"{chance.randint(1, 9**6)}.50"))
        )
    text = line_end.join(lines) + line_end
    return Export(text, text.encode(encoding), exotic(text))


def _no_more(word: str, left: int, chance: random.Random) -> str:
    """The word, or as much of it as has no more than so many exotic characters."""
    if exotic(word) <= left:
        return word
    start = chance.randint(0, exotic(word) - left) if word[0] > "\u3000" else 0
    kept = ""
    for char in word[start:]:
        if exotic(kept + char) > left:
            break
        kept += char
    return kept.strip(" -")


def _fits(word: str, encoding: str) -> bool:
    try:
        word.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@pytest.fixture(scope="session")
def make_export() -> MakeExport:
    """Make an export in one encoding."""
    return export
