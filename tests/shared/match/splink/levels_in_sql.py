"""Levels of all pairs of values by SQL: reads {"columns": {name: [cell]}, "case": sql} per kind, writes [left, right, level]."""
import json
import sys

import duckdb

answers = {}
for kind, job in json.load(sys.stdin).items():
    con = duckdb.connect()
    names = list(job["columns"])
    con.execute("CREATE TABLE vals (code INTEGER, " + ", ".join(f"{n} VARCHAR" for n in names) + ")")
    rows = [[i, *(cells[i] or None for cells in job["columns"].values())] for i in range(len(job["columns"][names[0]]))]
    con.executemany("INSERT INTO vals VALUES (" + ", ".join("?" * (len(names) + 1)) + ")", rows)
    sides = ", ".join(f"l.{n} AS {n}_l, r.{n} AS {n}_r" for n in names)
    pairs = f"SELECT l.code AS code_l, r.code AS code_r, {sides} FROM vals l JOIN vals r ON l.code < r.code"
    answers[kind] = con.execute(f"SELECT code_l, code_r, {job['case']} FROM ({pairs}) ORDER BY 1, 2").fetchall()
json.dump(answers, sys.stdout)
