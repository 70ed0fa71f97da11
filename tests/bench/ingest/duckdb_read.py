"""Reads a CSV file into DuckDB's memory and prints how long that took, as JSON."""

import json
import resource
import sys
import time

import duckdb

con = duckdb.connect()
con.execute("SET threads = 2")
start, used = time.perf_counter(), time.process_time()
con.execute("CREATE TABLE t AS SELECT * FROM read_csv(?)", [sys.argv[1]])
seconds, processor = time.perf_counter() - start, time.process_time() - used
rows = con.execute("SELECT count(*) FROM t").fetchone()[0]
columns = len(con.execute("DESCRIBE t").fetchall())
print(
    json.dumps(
        {
            "reader": f"DuckDB {duckdb.__version__}",
            "rows": rows,
            "columns": columns,
            "seconds": seconds,
            "processor": processor,
            "peakMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }
    )
)
