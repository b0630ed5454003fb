"""Pictures for a phone: the year's progress, several years, an employer's standing. Pillow and one Chinese font."""
