"""Splink with the models of its documentation: reads a CSV, trains, predicts, clusters, and says how long each took.

    documented.py MODEL RECORDS.csv CLUSTERS.csv TIMES

Prints JSON: versions, seconds per stage and of the processor, pairs kept, peak memory; all of the first time, and the seconds of the
last of TIMES in one process. Start of Python and imports are not counted.
"""
import json
import resource
import sys
import time

import duckdb
import splink
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

IS_V5 = int(splink.__version__.split(".")[0]) >= 5
# The first is the one Splink's own examples cluster at; all of them are judged, the first alone is timed.
THRESHOLDS = [0.95, 0.5, 0.8, 0.9, 0.99]


def date(column, written):
    return cl.DateOfBirthComparison(column, input_is_string=True, datetime_format=written)


# Comparisons, blocking rules, deterministic rules with their guessed recall, pairs that u is estimated from, the rules of the
# training sessions and the probability from which pairs are kept, as the notebooks of Splink's documentation have them
# (docs/demos/examples/duckdb).
MODELS = {
    # accuracy_analysis_from_labels_column
    "fake_1000": dict(
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "surname"),
            date("dob", "%Y-%m-%d"),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
        blocking=[block_on("first_name"), block_on("surname"), block_on("dob"), block_on("email")],
        certain=(
            [
                "l.first_name = r.first_name and levenshtein(r.dob, l.dob) <= 1",
                "l.surname = r.surname and levenshtein(r.dob, l.dob) <= 1",
                "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
                "l.email = r.email",
            ],
            0.7,
        ),
        pairs=1e6,
        sessions=[block_on("dob"), block_on("email"), block_on("first_name", "surname")],
        without_term_frequencies=True,
        threshold=None,
    ),
    # febrl3
    "febrl3": dict(
        comparisons=[
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            date("date_of_birth", "%Y%m%d"),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
        ],
        blocking=[
            block_on("soc_sec_id"),
            block_on("given_name"),
            block_on("surname"),
            block_on("date_of_birth"),
            block_on("postcode"),
        ],
        certain=(
            [
                block_on("soc_sec_id"),
                block_on("given_name", "surname", "date_of_birth"),
                "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth",
            ],
            0.9,
        ),
        pairs=1e6,
        sessions=[block_on("date_of_birth"), block_on("postcode")],
        without_term_frequencies=False,
        threshold=0.2,
    ),
    # deduplicate_50k_synthetic, the one for many persons: the town in place of the place of birth, and the e-mail address in
    # place of the occupation, which the generated persons lack
    "persons": dict(
        derived="*, FirstName || ' ' || LastName AS full_name",
        comparisons=[
            cl.ForenameSurnameComparison("FirstName", "LastName", forename_surname_concat_col_name="full_name"),
            date("Birthdate", "%Y-%m-%d"),
            cl.PostcodeComparison("Postcode"),
            cl.ExactMatch("City").configure(term_frequency_adjustments=True),
            cl.ExactMatch("Email").configure(term_frequency_adjustments=True),
        ],
        blocking=[
            block_on("substr(FirstName,1,3)", "substr(LastName,1,4)"),
            block_on("LastName", "Birthdate"),
            block_on("FirstName", "Birthdate"),
            block_on("Postcode", "FirstName"),
            block_on("Postcode", "LastName"),
            block_on("Birthdate", "City"),
            block_on("substr(Postcode,1,3)", "Birthdate"),
            block_on("substr(Postcode,1,3)", "FirstName"),
            block_on("substr(Postcode,1,3)", "LastName"),
            block_on("substr(FirstName,1,2)", "substr(LastName,1,2)", "substr(Birthdate,1,4)"),
        ],
        certain=(
            [
                block_on("FirstName", "LastName", "Birthdate"),
                block_on("substr(FirstName,1,2)", "LastName", "substr(Postcode,1,2)"),
                block_on("Birthdate", "Postcode"),
            ],
            0.6,
        ),
        pairs=1e7,
        sessions=[block_on("FirstName", "LastName"), block_on("Birthdate")],
        without_term_frequencies=True,
        threshold=None,
    ),
}
# The same with u from the library's default number of pairs, which it warns is too small.
MODELS["persons_few"] = {**MODELS["persons"], "pairs": 1e6}


class Clock:
    def __init__(self):
        self.stages = {}
        self.since = time.perf_counter()

    def lap(self, stage):
        now = time.perf_counter()
        self.stages[stage] = round(now - self.since, 3)
        self.since = now


def main():
    model_name, records, out, times = sys.argv[1:5]
    first = run(MODELS[model_name], records, out)
    again = first
    for _ in range(1, int(times)):
        again = run(MODELS[model_name], records, out)
    json.dump(
        {
            "versions": {"splink": splink.__version__, "duckdb": duckdb.__version__},
            **first,
            "again": sum(again["seconds"].values()),
        },
        sys.stdout,
    )


def run(model, records, out):
    clock = Clock()
    used = resource.getrusage(resource.RUSAGE_SELF)
    started = used.ru_utime + used.ru_stime
    con = duckdb.connect()
    con.execute("SET threads = 2")
    columns = model.get("derived", "*")
    con.execute(
        f"CREATE TABLE records AS SELECT {columns} FROM read_csv('{records}', header = true, all_varchar = true)"
    )
    api = DuckDBAPI(connection=con)
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=model["comparisons"],
        blocking_rules_to_generate_predictions=model["blocking"],
    )
    linker = Linker(api.register(con.table("records")), settings) if IS_V5 else Linker("records", settings, api)
    clock.lap("read")
    rules, recall = model["certain"]
    linker.training.estimate_probability_two_random_records_match(rules, recall=recall)
    linker.training.estimate_u_using_random_sampling(max_pairs=model["pairs"])
    clock.lap("u")
    for rule in model["sessions"]:
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=model["without_term_frequencies"]
        )
    clock.lap("train")
    pairs = linker.inference.predict(threshold_match_probability=model["threshold"])
    clock.lap("predict")
    cluster = linker.clustering.cluster_pairwise_predictions_at_threshold
    first, *others = THRESHOLDS
    tables = {first: cluster(pairs, threshold_match_probability=first)}
    con.execute(f"COPY (SELECT unique_id, cluster_id FROM {tables[first].physical_name}) TO '{out}' (HEADER)")
    clock.lap("cluster")
    # Measured without this: clusters at other thresholds, to show Splink at its best.
    used = resource.getrusage(resource.RUSAGE_SELF)
    peak, processor = used.ru_maxrss // 1024, used.ru_utime + used.ru_stime - started
    for threshold in others:
        tables[threshold] = cluster(pairs, threshold_match_probability=threshold)
    columns = ", ".join(f"t{i}.cluster_id AS at_{round(100 * t)}" for i, t in enumerate(THRESHOLDS))
    joins = " ".join(f"JOIN {tables[t].physical_name} t{i} USING (unique_id)" for i, t in enumerate(THRESHOLDS))
    con.execute(f"COPY (SELECT r.unique_id, {columns} FROM records r {joins}) TO '{out}' (HEADER)")
    counted = con.execute(f"SELECT count(*) FROM {pairs.physical_name}").fetchall()[0][0]
    con.close()
    return {"seconds": clock.stages, "pairs": counted, "peakMb": peak, "processor": round(processor, 3)}


if __name__ == "__main__":
    main()
