"""Run by alembic: works on the connection that `storage.schema.migrate` hands over, within its transaction."""

from alembic import context
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - fills the metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,  # SQLite changes a column by copying its table
)
context.run_migrations()
