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
    op.create_table(
        "inbox",
        sa.Column("id", sa.Text(), primary_key=True, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("due_at", INSTANT),
        sa.Column("received_at", INSTANT, nullable=False),
    )
    undone = sa.text("due_at IS NOT NULL")
    op.create_index("ix_inbox_undone", "inbox", ["due_at"], sqlite_where=undone, postgresql_where=undone)
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("to_user", sa.Text()),
        sa.Column("to_group", sa.Text()),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.Text()),
        sa.Column("order_id", sa.Integer()),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("why", sa.Text()),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.UniqueConstraint("key"),
    )
    waiting = sa.text("state IN ('waiting', 'claimed')")
    op.create_index(
        "ix_outbox_open", "outbox", ["to_group", "to_user", "id"], sqlite_where=waiting, postgresql_where=waiting
    )
    ordered = sa.text("order_id IS NOT NULL")
    op.create_index("ix_outbox_order", "outbox", ["order_id"], sqlite_where=ordered, postgresql_where=ordered)
    op.create_table(
        "reachability",
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), primary_key=True, nullable=False),
        sa.Column("why", sa.String()),
        sa.Column("since", INSTANT, nullable=False),
    )
