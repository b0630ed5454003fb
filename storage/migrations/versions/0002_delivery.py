"""What waits to be sent, and the proofs that people handed in."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "proof",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("entry_id", sa.Integer(), sa.ForeignKey("entry.id")),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("item", sa.Text()),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_proof_account_id", "proof", ["account_id"])
    op.create_index("ix_proof_digest", "proof", ["digest"])
    op.create_index("ix_proof_entry_id", "proof", ["entry_id"])
    op.create_table(
        "erasure",
        sa.Column("token", sa.String(), primary_key=True, nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
    )
