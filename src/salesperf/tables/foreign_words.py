"""Words of status, type and sheet in German, French, Spanish, Portuguese, Italian and Japanese, by what they say."""

from __future__ import annotations

SOLD = (
    "abgeschlossen", "bezahlt", "versendet", "versandt", "geliefert", "ausgeliefert", "fakturiert", "berechnet",
    "erledigt", "zugestellt", "teilweise bezahlt", "rechnung", "verkauf", "ausgangsrechnung", "barverkauf",
    "terminé", "terminée", "payé", "payée", "expédié", "expédiée", "livré", "livrée", "facturé", "facturée",
    "validé", "validée", "confirmé", "confirmée", "réglé", "réglée", "soldé", "soldée", "encaissé", "encaissée",
    "vente", "facture", "acceptée", "en préparation",
    "completado", "completada", "pagado", "pagada", "enviado", "enviada", "entregado", "entregada", "facturado",
    "facturada", "cerrado", "cerrada", "confirmado", "confirmada", "cobrado", "cobrada", "vendido", "vendida",
    "finalizado", "finalizada", "venta", "factura", "procesado", "procesada", "aprobado", "aprobada",
    "concluído", "concluída", "pago", "paga", "entregue", "faturado", "faturada", "finalizada com sucesso",
    "aprovado", "aprovada", "venda", "fatura", "concluido", "concluida", "faturação",
    "completato", "completata", "pagato", "pagata", "spedito", "spedita", "consegnato", "consegnata", "fatturato",
    "fatturata", "confermato", "confermata", "evaso", "evasa", "chiuso", "chiusa", "incassato", "incassata",
    "vendita", "fattura",
    "完了", "受注", "受注済", "受注済み", "出荷済", "出荷済み", "発送済", "発送済み", "納品済", "納品済み", "入金済",
    "入金済み", "支払済", "支払済み", "支払い済み", "請求済", "請求済み", "売上", "売上済", "計上済", "計上済み",
    "確定",
    "配達完了", "配送完了", "取引完了", "処理済", "処理済み", "通常", "販売", "掛売", "現金売上", "掛売上", "決済完了",
)  # fmt: skip
RETURNED = (
    "retourniert", "retoure", "erstattet", "gutschrift", "gutgeschrieben", "rückgabe", "zurückgegeben",
    "rechnungskorrektur", "rückerstattet",
    "retourné", "retournée", "retour", "remboursé", "remboursée", "avoir", "note de crédit", "facture d'avoir",
    "devuelto", "devuelta", "devolución", "reembolsado", "reembolsada", "abono", "nota de crédito", "nota de abono",
    "factura rectificativa", "rectificativa",
    "devolvido", "devolvida", "devolução", "estornado", "estornada", "estorno",
    "reso", "resa", "rimborsato", "rimborsata", "nota di credito", "nota credito", "nota di accredito",
    "stornorechnung",
    "返品", "返品済", "返品済み", "返金", "返金済", "返金済み", "赤伝", "赤伝票", "売上返品", "返品伝票", "返品処理",
)  # fmt: skip
CANCELLED = (
    "storniert", "stornierung", "storno", "abgebrochen", "abgelehnt", "gelöscht", "gekündigt", "ungültig",
    "annulé", "annulée", "refusé", "refusée", "supprimé", "supprimée", "abandonné", "abandonnée", "annulation",
    "cancelado", "cancelada", "anulado", "anulada", "rechazado", "rechazada", "eliminado", "eliminada",
    "rejeitado", "rejeitada", "recusado", "recusada", "excluído", "excluída",
    "annullato", "annullata", "cancellato", "cancellata", "rifiutato", "rifiutata", "respinto", "respinta",
    "eliminato", "eliminata",
    "キャンセル", "キャンセル済", "キャンセル済み", "取消済", "取消済み", "取り消し", "失注", "却下", "無効",
    "削除済み",
    "削除済", "注文キャンセル",
)  # fmt: skip
NOT_ISSUED = (
    "entwurf", "angebot", "kostenvoranschlag", "brouillon", "devis", "borrador", "presupuesto", "cotización",
    "rascunho", "orçamento", "bozza", "preventivo", "下書き", "見積", "見積中", "見積り", "見積書", "見積提出済み",
    "plan budget", "予算", "予測",
)  # fmt: skip
OPEN = (
    "offen", "in bearbeitung", "unbezahlt", "ausstehend", "wartend", "zahlung ausstehend", "zurückgestellt",
    "en attente", "en cours", "impayé", "impayée", "non payé", "non payée", "en attente de paiement",
    "pendiente", "en proceso", "sin pagar", "impagado", "impagada", "pendiente de pago",
    "pendente", "em aberto", "em andamento", "aguardando pagamento", "não pago", "não paga", "em processamento",
    "in attesa", "in lavorazione", "in sospeso", "non pagato", "non pagata", "da pagare", "aperto", "aperta",
    "in attesa di pagamento",
    "未入金", "未払い", "未払", "処理中", "保留", "保留中", "入金待ち", "支払い待ち", "承認待ち", "未確定", "未処理",
)  # fmt: skip
PARTLY_BACK = (
    "teilweise erstattet", "partiellement remboursé", "partiellement remboursée", "parcialmente reembolsado",
    "parcialmente reembolsada", "parzialmente rimborsato", "parzialmente rimborsata", "一部返金", "一部返品",
)  # fmt: skip
PAYS = (
    "zahlung", "zahlungseingang", "einzahlung", "auszahlung", "eingangsrechnung", "paiement", "règlement",
    "encaissement", "pago recibido", "cobro", "recibo de pago", "pagamento", "recebimento", "incasso", "入金",
    "入金伝票",
    "支払", "仕入", "仕入伝票", "振替",
)  # fmt: skip
SALES = (
    "rechnung", "verkauf", "ausgangsrechnung", "barverkauf", "vente", "facture", "venta", "factura", "venda", "fatura",
    "vendita", "fattura", "売上", "販売", "掛売", "現金売上", "掛売上",
)  # fmt: skip
"""Types of documents of sales, which no return has."""
RETURNS_SHEETS = (
    "retouren", "gutschriften", "gutschrift", "rücksendungen", "avoirs", "remboursements", "devoluciones", "abonos",
    "devoluções", "estornos", "resi", "rimborsi", "note di credito",
)  # fmt: skip
"""Words for files and sheets of returns."""
