"""How older databases get today's tables: one file per version, in order, run by alembic."""
