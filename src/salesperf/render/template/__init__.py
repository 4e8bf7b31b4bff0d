"""A report in a company's own workbook: values in the cells that its names point to, everything else byte for byte."""
