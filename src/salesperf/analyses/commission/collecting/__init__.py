"""What cash does to pay: what is paid on receipts, and what waits until the sale is paid."""
