"""The first tables: accounts, profiles, entries, withdrawals, dialogues, answers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("first_seen", INSTANT, nullable=False),
        sa.UniqueConstraint("user"),
    )
    op.create_table(
        "profile",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("value", sa.Text()),
        sa.Column("since", sa.Date()),
        sa.Column("year", sa.Integer()),
        sa.Column("recorded_at", INSTANT, nullable=False),
    )
    op.create_index("ix_profile_account_id", "profile", ["account_id"])
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("exact", sa.Boolean(), nullable=False),
        sa.Column("attributes", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("made_up_for", sa.Integer()),
        sa.Column("policy", sa.String()),
        sa.Column("replaces", sa.Integer(), sa.ForeignKey("entry.id")),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.CheckConstraint("starts <= ends", name="entry_in_order"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_entry_account_id", "entry", ["account_id"])
    op.create_table(
        "withdrawal",
        sa.Column("entry_id", sa.Integer(), sa.ForeignKey("entry.id"), primary_key=True, nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
    )
    op.create_table(
        "dialogue",
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), primary_key=True, nullable=False),
        sa.Column("chat", sa.Text(), primary_key=True, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
    )
    op.create_table(
        "answer",
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), primary_key=True, nullable=False),
        sa.Column("message_id", sa.Text(), primary_key=True, nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
    )
