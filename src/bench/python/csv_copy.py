"""pandas reads ready-made rows and loads them by COPY."""

import sys

import pandas
from peer import copy, measured

measured(lambda: copy(pandas.read_csv(sys.argv[1], keep_default_na=False)))
