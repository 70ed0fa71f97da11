/**
 * The Python script that goes with an export: loads the files beside it into Splink 4 or 5 on DuckDB, scores, clusters,
 * and writes what Winnow reads back.
 */
export const RUN_DUCKDB = `"""Runs the model in this folder with Splink 4 or 5 on DuckDB.

    pip install splink duckdb
    python run_duckdb.py [threshold]

Writes predictions.csv (every pair that was scored) and clusters.csv (unique_id, cluster_id), which
"winnow dedupe ... --clusters-from clusters.csv" takes back for review.
"""
import json
import sys
from pathlib import Path

import duckdb
import splink
from splink import DuckDBAPI, Linker

HERE = Path(__file__).resolve().parent
IS_V5 = int(splink.__version__.split(".")[0]) >= 5


def load(con, settings):
    """The records as one table; lists of keys become arrays, so that Splink can block on each of them."""
    lists = sorted(
        {c for r in settings["blocking_rules_to_generate_predictions"] for c in r.get("arrays_to_explode", [])}
    )
    split = ", ".join(f"string_split({c}, ' ') AS {c}" for c in lists)
    replace = f" REPLACE ({split})" if split else ""
    con.execute(
        f"CREATE TABLE records AS SELECT *{replace} "
        f"FROM read_csv('{HERE / 'records.csv'}', header = true, all_varchar = true)"
    )


def inputs(con, settings):
    """One table, or one per source where only records of different sources are compared."""
    if settings["link_type"] != "link_only":
        return [con.sql("SELECT * FROM records")]
    sources = [row[0] for row in con.execute("SELECT DISTINCT source_dataset FROM records ORDER BY 1").fetchall()]
    return [con.sql("SELECT * FROM records WHERE source_dataset = $s", params={"s": s}) for s in sources]


def main():
    threshold = float(sys.argv[1]) if len(sys.argv) > 1 else 0.7
    settings = json.loads((HERE / "settings_duckdb.json").read_text("utf-8"))
    con = duckdb.connect()
    load(con, settings)
    api = DuckDBAPI(connection=con)
    tables = [api.register(t) if IS_V5 else t.df() for t in inputs(con, settings)]
    one_or_many = tables if len(tables) > 1 else tables[0]
    linker = Linker(one_or_many, settings) if IS_V5 else Linker(one_or_many, settings, api)
    for path in sorted((HERE / "term_frequencies").glob("*.csv")):
        column = path.stem
        table = con.sql(
            f"SELECT * FROM read_csv('{path}', header = true, "
            f"columns = {{'{column}': 'VARCHAR', 'tf_{column}': 'DOUBLE'}})"
        )
        given = api.register(table) if IS_V5 else table.df()
        linker.table_management.register_term_frequency_lookup(given, column)
    pairs = linker.inference.predict(threshold_match_weight=-10)
    con.execute(f"COPY (SELECT * FROM {pairs.physical_name}) TO '{HERE / 'predictions.csv'}' (HEADER)")
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold)
    con.execute(
        f"COPY (SELECT unique_id, cluster_id FROM {clusters.physical_name} ORDER BY 2, 1) "
        f"TO '{HERE / 'clusters.csv'}' (HEADER)"
    )


if __name__ == "__main__":
    main()
`;
