"""Words of status and type in other languages."""

from __future__ import annotations

import pytest

from salesperf.tables.line_words import LineKind, kind_of_word, says_sale, telling_types
from salesperf.tables.row_words import RowRole
from salesperf.tables.said_of_rows import said_by
from salesperf.tables.type_words import no_sale_types


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Storniert", LineKind.CANCELLED),
        ("Annulée", LineKind.CANCELLED),
        ("Cancelada", LineKind.CANCELLED),
        ("Annullato", LineKind.CANCELLED),
        ("キャンセル", LineKind.CANCELLED),
        ("Retoure", LineKind.RETURNED),
        ("Avoir", LineKind.RETURNED),
        ("Devuelto", LineKind.RETURNED),
        ("Devolvido", LineKind.RETURNED),
        ("Reso", LineKind.RETURNED),
        ("返品", LineKind.RETURNED),
        ("Versandt", LineKind.SOLD),
        ("Livrée", LineKind.SOLD),
        ("Entregado", LineKind.SOLD),
        ("Entregue", LineKind.SOLD),
        ("Consegnato", LineKind.SOLD),
        ("出荷済み", LineKind.SOLD),
        ("In Bearbeitung", LineKind.OPEN),
        ("Devis", LineKind.OPEN),
        ("Pendiente", LineKind.OPEN),
        ("未入金", LineKind.OPEN),
        ("Teilweise erstattet", LineKind.SOLD),
    ],
)
def test_a_status_is_understood(word: str, kind: LineKind) -> None:
    assert kind_of_word(word) is kind


def test_types_of_documents_are_told_apart() -> None:
    assert telling_types(["Rechnung", "Gutschrift"]) == {"Gutschrift": LineKind.RETURNED}
    assert no_sale_types(["Facture", "Règlement"]) == {"Règlement"}
    assert says_sale("売上")
    assert not says_sale("Avoir")


def test_sheets_of_returns_are_told_by_their_name() -> None:
    assert said_by("Gutschriften 2025").role is RowRole.RETURNS
