"""Reminders and what is due."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    due = op.create_table(
        "due",
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), primary_key=True, nullable=False),
        sa.Column("next_due", INSTANT),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("stopped", sa.Boolean(), nullable=False),
        sa.Column("snoozed_until", INSTANT),
    )
    op.create_index("ix_due_next_due", "due", ["next_due"])
    op.create_index("ix_due_since", "due", ["since"])
    op.create_table(
        "reminder",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("schedule", sa.Text(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reminder_account_id", "reminder", ["account_id"])
    op.create_table(
        "reminded",
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), primary_key=True, nullable=False),
        sa.Column("occurrence", sa.String(), primary_key=True, nullable=False),
        sa.Column("sent_at", INSTANT, nullable=False),
    )
    # people who were there before are looked at by the first tick; nothing is made up for them
    account = sa.table("account", sa.column("id", sa.Integer))
    now = sa.literal(datetime.now(UTC), INSTANT)
    known = sa.select(account.c.id, now, now, sa.false(), sa.false())
    op.execute(due.insert().from_select(["account_id", "next_due", "since", "held", "stopped"], known))
