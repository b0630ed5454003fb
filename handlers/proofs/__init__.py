"""证明材料: photos and PDFs kept with the entries that they prove; what each entry still lacks."""
