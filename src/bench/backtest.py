#!/usr/bin/env python3
"""Measures `allot backtest` as a whole process: 10 assets, 10 years of daily closes, 6 strategies.

The closes are invented, the same every time. Wall and processor time of the best of N runs, beside
those of `allot --version`, which is what starting costs. Run it after `mvn package`:

    python3 src/bench/backtest.py target/allot 7
"""
import datetime
import json
import math
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

ASSETS = ["bittensor", "near", "internet-computer", "render-token", "the-graph", "arbitrum",
          "akash-network", "filecoin", "livepeer", "usd-coin"]
BUCKETS = ["layer-1"] * 3 + ["layer-2"] * 3 + ["hybrid"] * 3 + ["stablecoin"]
WEIGHTS = {"layer-1": 10, "layer-2": 13.3, "hybrid": 6.7, "stablecoin": 10}
STRATEGIES = "hold,band,band:edge,month,quarter,dca:fill"


def history(path):
    chance = random.Random(7)
    prices = {asset: 10.0 for asset in ASSETS}
    prices["usd-coin"] = 1.0
    day = datetime.date(2016, 11, 21)
    with open(path, "w", encoding="utf-8") as out:
        out.write("date," + ",".join(ASSETS) + "\n")
        for _ in range(3652):
            out.write(f"{day}," + ",".join(f"{prices[a]:.6g}" for a in ASSETS) + "\n")
            shared = chance.gauss(0, 1)
            for asset in ASSETS[:-1]:
                own = math.sqrt(.6) * shared + math.sqrt(.4) * chance.gauss(0, 1)
                prices[asset] *= math.exp(.7 / math.sqrt(365) * own - .5 * .49 / 365)
            day += datetime.timedelta(days=1)


def portfolio(path):
    holdings = []
    for asset, bucket in zip(ASSETS, BUCKETS):
        price = 1 if asset == "usd-coin" else 10
        holdings.append({"asset": asset, "bucket": bucket, "quantity": 100 * WEIGHTS[bucket] / price,
                         "lots": [{"acquired": "2015-02-03", "quantity": 100 * WEIGHTS[bucket] / price,
                                   "cost": 500}]})
    with open(path, "w", encoding="utf-8") as out:
        json.dump({"version": 1, "timezone": "UTC", "holdings": holdings,
                   "costs": {"fee": 0.4, "minOrder": 10},
                   "tax": {"shortTerm": 35, "longTerm": 15},
                   "dca": {"amount": 500, "every": "week"}}, out)


def best(command, runs):
    wall, used = [], []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        wall.append(time.perf_counter() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(wall), min(used)


def main():
    allot, runs = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory() as work:
        closes, holdings = os.path.join(work, "closes.csv"), os.path.join(work, "p.json")
        history(closes)
        portfolio(holdings)
        start = best([allot, "--version"], runs)
        report = best([allot, "backtest", holdings, "--history", closes, "--strategy", STRATEGIES], runs)
    print(f"start {start[0]:.3f} s (processor {start[1]:.3f})")
    print(f"back-test {report[0]:.3f} s (processor {report[1]:.3f}): "
          f"{report[0] - start[0]:.3f} s after start-up")


main()
