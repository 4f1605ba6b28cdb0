"""pandas reads ready-made rows and loads them by to_sql, a thousand in each INSERT."""

import os
import sys

import pandas
from peer import address, measured
from sqlalchemy import Date, Numeric, create_engine

host, port, name = address()
engine = create_engine(
    f"postgresql+psycopg2://{os.environ['BENCH_USER']}:{os.environ['BENCH_PASSWORD']}@{host}:{port}/{name}")


def load():
    frame = pandas.read_csv(sys.argv[1], keep_default_na=False)
    frame.to_sql("peer", engine, schema="yanmen", if_exists="append", index=False, method="multi",
                 chunksize=1000, dtype={"period_start": Date, "value": Numeric})


measured(load)
