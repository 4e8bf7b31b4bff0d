"""What other systems take over from a run: payroll, journals, the schedule of deferred cost."""
