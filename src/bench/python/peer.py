"""What the peers share: the server to load into, and how they tell what they found."""

import os
import time
from urllib.parse import urlsplit

import psycopg2

COLUMNS = [
    "series_id", "period_start", "value", "qualifier", "status", "load_id", "table_no", "cell",
    "unit_as_written", "value_as_written",
]


def address():
    """Host, port and name of the database of a JDBC URL."""
    url = urlsplit(os.environ["BENCH_URL"].removeprefix("jdbc:"))
    return url.hostname, url.port, url.path.lstrip("/")


def connect():
    host, port, name = address()
    return psycopg2.connect(
        host=host, port=port, dbname=name, user=os.environ["BENCH_USER"],
        password=os.environ["BENCH_PASSWORD"], options="-c search_path=yanmen",
    )


def measured(work):
    """Tells the seconds that some work took, without the start of Python and its libraries."""
    begun = time.perf_counter()
    work()
    print("= seconds", time.perf_counter() - begun)


def copy(frame):
    """Loads a frame of observations by COPY, in one transaction."""
    import io

    buffer = io.StringIO()
    frame.to_csv(buffer, header=False, index=False)
    buffer.seek(0)
    with connect() as connection, connection.cursor() as cursor:
        cursor.copy_expert(
            "copy peer (%s) from stdin (format csv, force_not_null (unit_as_written, value_as_written))"
            % ", ".join(COLUMNS), buffer)
