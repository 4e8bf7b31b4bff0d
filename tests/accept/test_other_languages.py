"""Exports in German, French, Spanish, Portuguese, Italian and Japanese, read without configuration.

Every figure is worked out by hand from the rows: what was cancelled, is open or is a total counts nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from salesperf.cli.main import app

FILES: Mapping[str, tuple[Sequence[str], str, Mapping[str, str]]] = {
    "de: brutto beside MwSt": (
        (
            "Bestellnr;Bestelldatum;Käufer;Umsatz brutto;MwSt.",
            "1;03.04.2025;A;119,00;19,00",
            "2;05.05.2025;B;238,00;38,00",
        ),
        "300",
        {"2025-04": "100", "2025-05": "200"},
    ),
    "de: round prices, months in words": (
        (
            "Datum;Kunde;Umsatz",
            "1. März 2025;Müller;1.200,-",
            "15. Mai 2025;Groß;450,-",
            "3. Dez. 2025;Groß;99,50",
        ),
        "1749.5",
        {"2025-03": "1200", "2025-12": "99.5"},
    ),
    "de: credit notes and payments": (
        (
            "Belegnr;Belegdatum;Belegart;Kunde;Nettobetrag",
            "1;03.04.2025;Rechnung;A;100,00",
            "2;05.04.2025;Gutschrift;A;30,00",
            "3;15.04.2025;Rechnung;B;50,00",
            "4;16.04.2025;Zahlung;B;50,00",
        ),
        "120",
        {"2025-04": "120"},
    ),
    "fr: a total and one cancelled": (
        (
            "Date;N° facture;Client;Montant HT;TVA;Montant TTC;Statut",
            "05/01/2025;F1;Éts D;1 234,50 €;246,90 €;1 481,40 €;Payée",
            "06/02/2025;F2;Café;765,50 €;153,10 €;918,60 €;Payée",
            "07/02/2025;F3;Café;100,00 €;20,00 €;120,00 €;Annulée",
            "Total général;;;2 100,00 €;420,00 €;2 520,00 €;",
        ),
        "2000",
        {"2025-01": "1234.5", "2025-02": "765.5"},
    ),
    "fr: TTC less TVA": (
        (
            "Commande;Date commande;Client;Total TTC;TVA",
            "1;le 5 janv. 2025;A;120,00;20,00",
            "2;15 févr. 2025;B;60,00;10,00",
        ),
        "150",
        {"2025-01": "100", "2025-02": "50"},
    ),
    "es: states": (
        (
            "Fecha,Pedido,Cliente,Cantidad,Precio unitario,Importe,Estado",
            "05/01/2025,1,Sol,2,50.00,100.00,Entregado",
            "06/02/2025,2,Luna,1,30.00,30.00,Cancelado",
            "07/03/2025,3,Luna,3,20.00,60.00,Enviado",
            "08/03/2025,3,Luna,1,20.00,20.00,Devuelto",
        ),
        "140",
        {"2025-01": "100", "2025-03": "40"},
    ),
    "es: IVA incluido": (
        (
            "Nº factura;Fecha factura;Cliente;Importe IVA incluido;IVA",
            "1;12 de enero de 2025;Sol;121,00;21,00",
            "2;3 de febrero de 2025;Luna;242,00;42,00",
        ),
        "300",
        {"2025-01": "100", "2025-02": "200"},
    ),
    "pt: reais": (
        (
            "Data;Pedido;Cliente;Qtd;Valor Unitário;Valor Total;Situação",
            "05/01/2025;1;Padaria;10;R$ 12,50;R$ 125,00;Entregue",
            "06/02/2025;2;Açougue;1;R$ 1.500,00;R$ 1.500,00;Cancelado",
            "07/03/2025;3;Padaria;2;R$ 12,50;R$ 25,00;Pago",
        ),
        "150",
        {"2025-01": "125", "2025-03": "25"},
    ),
    "it: imponibile and a total": (
        (
            "Data fattura;Numero fattura;Cliente;Imponibile;IVA;Totale",
            "05/01/2025;1;Rossi;1.000,00;220,00;1.220,00",
            "06/02/2025;2;Bianchi;500,00;110,00;610,00",
            "07/02/2025;3;Rossi;-100,00;-22,00;-122,00",
            "Totale;;;1.400,00;308,00;1.708,00",
        ),
        "1400",
        {"2025-01": "1000", "2025-02": "400"},
    ),
    "it: open and cancelled orders": (
        (
            "Ordine;Data ordine;Cliente;Quantità;Prezzo unitario;Importo;Stato",
            "1;5 gennaio 2025;Rossi;2;50,00;100,00;Evaso",
            "2;6 febbraio 2025;Rossi;1;20,00;20,00;Annullato",
            "3;7 marzo 2025;Verdi;1;30,00;30,00;In attesa",
        ),
        "100",
        {"2025-01": "100"},
    ),
    "ja: weekdays and a total": (
        (
            "日付,担当者,顧客名,商品名,数量,単価,金額",
            "2025年1月5日(日),佐藤,山田商店,りんご,10,100,1000",
            "2025年2月6日(木),田中,鈴木青果,みかん,20,50,1000",
            "2025年2月7日(金),田中,山田商店,みかん,1,50,50",
            "合計,,,,,,2050",
        ),
        "2050",
        {"2025-01": "1000", "2025-02": "1050"},
    ),
    "ja: eras, tax included, returned": (
        (
            "受注番号,受注日,顧客,売上金額（税込）,消費税,ステータス",
            "J1,令和7年1月5日,A社,1100,100,出荷済み",
            "J2,令和7年2月5日,B社,2200,200,キャンセル",
            "J3,令和7年2月6日,B社,550,50,返品",
        ),
        "500",
        {"2025-01": "1000", "2025-02": "-500"},
    ),
    "ja: slips of sales and returns": (
        (
            "売上日,伝票番号,伝票区分,得意先,売上金額",
            "2025/01/05,1,売上,甲社,¥10000",
            "2025/01/09,2,返品,甲社,¥-2000",
            "2025/02/01,3,売上,乙社,¥5000",
        ),
        "13000",
        {"2025-01": "8000", "2025-02": "5000"},
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_net_revenue_is_right(tmp_path: Path, name: str) -> None:
    rows, net, months = FILES[name]
    path = tmp_path / "export.csv"
    path.write_text("\n".join(rows), encoding="utf-8")

    found = _rows(path, "--grain", "month")

    assert Decimal(str(_rows(path)[""])) == Decimal(net)
    assert {month: Decimal(str(found[month])) for month in months} == {
        month: Decimal(amount) for month, amount in months.items()
    }


def test_where_both_orders_of_a_day_are_possible_the_language_decides_and_it_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ventes.csv"
    path.write_text("Date;Client;Quantité;Total HT\n05/01/2025;A;2;100\n06/02/2025;B;1;50\n", encoding="utf-8")

    assert _rows(path, "--grain", "month")["2025-02"] == "50"
    said = CliRunner().invoke(app("kpi"), ["kpi", str(path), "--metrics", "net_revenue"])
    assert "read as dmy" in said.output


def test_a_report_on_japanese_files_is_in_english(tmp_path: Path) -> None:
    path = tmp_path / "売上.csv"
    path.write_text("売上日,得意先,金額\n2025/01/05,甲社,100\n2025/01/06,乙社,50\n", encoding="utf-8")

    assert "Sales performance" in CliRunner().invoke(app("kpi"), ["kpi", str(path), "--metrics", "net_revenue"]).output


def _rows(path: Path, *more: str) -> dict[str, object]:
    done = CliRunner().invoke(app("kpi"), ["kpi", str(path), "--metrics", "net_revenue", "--format", "json", *more])
    assert done.exit_code == 0, done.output
    return {row["period"] if more else "": row["net_revenue"] for row in json.loads(done.stdout)["rows"]}
