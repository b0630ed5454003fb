"""What is tried on a real PostgreSQL: a server from a wheel, started by the tests and gone with them."""
