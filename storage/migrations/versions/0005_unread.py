"""The shapes of sentences that were not understood."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unread",
        sa.Column("shape", sa.Text(), primary_key=True, nullable=False),
        sa.Column("month", sa.String(), primary_key=True, nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
    )
