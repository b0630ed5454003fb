"""Employers, members, groups, reviews, standings, rosters, broadcasts, the audit log."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
STANDING = sa.text("ended_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "employer",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("skeleton", sa.Text(), nullable=False),
        sa.Column("founder_id", sa.Integer(), sa.ForeignKey("account.id")),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_employer_skeleton", "employer", ["skeleton"])
    op.create_table(
        "join_code",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("employer_id", sa.Integer(), sa.ForeignKey("employer.id"), nullable=False),
        sa.Column("code", sa.String(), nullable=False, unique=True),
        sa.Column("by_id", sa.Integer(), sa.ForeignKey("account.id")),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT),
    )
    op.create_index(
        "join_code_standing", "join_code", ["employer_id"], unique=True, sqlite_where=STANDING, postgresql_where=STANDING
    )
    op.create_table(
        "join_try",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
    )
    op.create_index("ix_join_try_account_id", "join_try", ["account_id"])
    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("employer_id", sa.Integer(), sa.ForeignKey("employer.id"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("consent", sa.String(), nullable=False),
        sa.Column("department", sa.Text()),
        sa.Column("staff_number", sa.Text()),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT),
        sa.Column("ended_why", sa.String()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_membership_account_id", "membership", ["account_id"])
    op.create_index(
        "membership_standing", "membership", ["employer_id", "account_id"], unique=True, sqlite_where=STANDING, postgresql_where=STANDING
    )
    op.create_table(
        "administrator",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("employer_id", sa.Integer(), sa.ForeignKey("employer.id"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("appointed_by", sa.Integer(), sa.ForeignKey("account.id")),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT),
    )
    op.create_index(
        "administrator_standing", "administrator", ["employer_id", "account_id"], unique=True, sqlite_where=STANDING, postgresql_where=STANDING
    )
    op.create_index("ix_administrator_account_id", "administrator", ["account_id"])
    op.create_table(
        "group_binding",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("group_chat", sa.Text(), nullable=False),
        sa.Column("employer_id", sa.Integer(), sa.ForeignKey("employer.id"), nullable=False),
        sa.Column("by_id", sa.Integer(), sa.ForeignKey("account.id")),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT),
    )
    op.create_index(
        "group_binding_standing", "group_binding", ["group_chat"], unique=True, sqlite_where=STANDING, postgresql_where=STANDING
    )
    op.create_index("ix_group_binding_employer_id", "group_binding", ["employer_id"])
    op.create_table(
        "employer_setting",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("employer_id", sa.Integer(), sa.ForeignKey("employer.id"), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("value", sa.Text()),
        sa.Column("year", sa.Integer()),
        sa.Column("by_id", sa.Integer(), sa.ForeignKey("account.id")),
        sa.Column("recorded_at", INSTANT, nullable=False),
    )
    op.create_index("ix_employer_setting_employer_id", "employer_setting", ["employer_id"])
    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("entry_id", sa.Integer(), sa.ForeignKey("entry.id"), nullable=False),
        sa.Column("employer_id", sa.Integer(), sa.ForeignKey("employer.id"), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("by_id", sa.Integer(), sa.ForeignKey("account.id")),
        sa.Column("recorded_at", INSTANT, nullable=False),
    )
    op.create_index("ix_review_employer_id", "review", ["employer_id"])
    op.create_index("ix_review_entry_id", "review", ["entry_id"])
    op.create_table(
        "verdict",
        sa.Column("entry_id", sa.Integer(), sa.ForeignKey("entry.id"), primary_key=True, nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("employer_id", sa.Integer(), sa.ForeignKey("employer.id"), nullable=False),
    )
    op.create_table(
        "standing",
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), primary_key=True, nullable=False),
        sa.Column("year", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("stamp", sa.String(), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("gap", sa.Integer()),
        sa.Column("public", sa.Integer()),
        sa.Column("professional", sa.Integer()),
        sa.Column("balance", sa.Text(), nullable=False),
    )
    op.create_table(
        "year_close",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("employer_id", sa.Integer(), sa.ForeignKey("employer.id"), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("by_id", sa.Integer(), sa.ForeignKey("account.id")),
        sa.Column("recorded_at", INSTANT, nullable=False),
    )
    op.create_index("ix_year_close_employer_id_year", "year_close", ["employer_id", "year"])
    op.create_table(
        "final_statement",
        sa.Column("membership_id", sa.Integer(), sa.ForeignKey("membership.id"), primary_key=True, nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), sa.ForeignKey("account.id")),
        sa.Column("recorded_at", INSTANT, nullable=False),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("employer_id", sa.Integer(), sa.ForeignKey("employer.id"), nullable=False),
        sa.Column("by_id", sa.Integer(), sa.ForeignKey("account.id")),
        sa.Column("subject_id", sa.Integer(), sa.ForeignKey("account.id")),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False, unique=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_employer_id", "audit", ["employer_id"])
    op.create_index("ix_audit_subject_id", "audit", ["subject_id"])
    op.create_table(
        "roster",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("employer_id", sa.Integer(), sa.ForeignKey("employer.id"), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), sa.ForeignKey("account.id")),
        sa.Column("recorded_at", INSTANT, nullable=False),
    )
    op.create_index("ix_roster_employer_id", "roster", ["employer_id"])
    op.create_table(
        "roster_person",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("roster_id", sa.Integer(), sa.ForeignKey("roster.id"), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("staff_number", sa.Text()),
        sa.Column("department", sa.Text()),
    )
    op.create_index("ix_roster_person_roster_id", "roster_person", ["roster_id"])
    op.create_table(
        "broadcast",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("employer_id", sa.Integer(), sa.ForeignKey("employer.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("text", sa.Text()),
        sa.Column("by_id", sa.Integer(), sa.ForeignKey("account.id")),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_broadcast_employer_id", "broadcast", ["employer_id"])
    op.create_table(
        "broadcast_recipient",
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), primary_key=True, nullable=False),
        sa.Column("broadcast_id", sa.Integer(), sa.ForeignKey("broadcast.id"), primary_key=True, nullable=False),
        sa.Column("unreachable", sa.String()),
    )
    op.create_index("ix_broadcast_recipient_broadcast_id", "broadcast_recipient", ["broadcast_id"])
