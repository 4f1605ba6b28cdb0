"""pandas and openpyxl read wide workbooks, one month each, and load their figures by COPY.

Without any check of names, units and values: heads are looked up in a list of series.
Arguments: folder of the workbooks, list of series (area, head, series, factor, unit).
"""

import sys
from pathlib import Path

import pandas
from peer import COLUMNS, copy, measured


def load():
    series = pandas.read_csv(sys.argv[2], dtype={"area": str}, keep_default_na=False)
    months = []
    for file in sorted(Path(sys.argv[1]).iterdir()):
        table = pandas.read_excel(file, header=1, dtype={"行政区划代码": str}, engine="openpyxl")
        table = table.drop(columns="地区").melt("行政区划代码", var_name="head", value_name="written")
        table = table.merge(series, left_on=["行政区划代码", "head"], right_on=["area", "head"])
        table["period_start"] = file.stem[-7:] + "-01"
        months.append(table)
    table = pandas.concat(months)
    table["value"] = (table["written"] * table["factor"]).round(4)
    table["value_as_written"] = table["written"].astype(str)
    table["unit_as_written"] = table["unit"]
    table["cell"] = "Sheet1!A1"
    table["qualifier"] = "exact"
    table["status"] = "A"
    table["load_id"] = 1
    table["table_no"] = 1
    copy(table[COLUMNS])


measured(load)
