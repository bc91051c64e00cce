#!/usr/bin/env python3
"""The simulation of SimulateBench.java as a vectorised numpy program, and both side by side.

Build first (mvn -q -DskipTests package), install numpy (Debian: python3-numpy), then:
python3 src/bench/simulate_numpy.py [ROUNDS]

The same work in both: 10 assets in 4 buckets, 365 days, 10,000 paths; a portfolio that holds and
watches its band, and one that goes back to its target when a bucket is 5 points off, with a fee of
0.2 %; turnover, fees, drift and values at the end. numpy runs chunks of paths, the best of several
sizes, with the same short cuts (a bucket is traded as one). Both run on one thread, in turn; times
are CPU time, for the machine may have other work.
"""

import math
import os
import re
import subprocess
import sys
import time
from pathlib import Path

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
VOLATILITY = np.array([0.8, 0.9, 1.0, 0.7, 0.6, 0.8, 0.9, 0.85, 0.95, 0.005])
STARTS = [0, 3, 6, 9]
TARGETS = np.array([[0.4], [0.3], [0.2], [0.1]])
BAND, FEE, DAYS, PATHS = 0.05, 0.002, 365, 10_000


class Gbm:
    def __init__(self):
        correlation = np.full((10, 10), 0.6)
        np.fill_diagonal(correlation, 1)
        daily = VOLATILITY / math.sqrt(365)
        self.root = np.linalg.cholesky(correlation * np.outer(daily, daily))
        self.drift = (-daily * daily / 2)[:, None]

    def begin(self, random, paths):
        while True:
            yield np.exp(self.root @ random.standard_normal((10, paths)) + self.drift)


class Bootstrap:
    def __init__(self):
        random = np.random.default_rng(1)
        shared = random.standard_normal((1, 730))
        own = random.standard_normal((10, 730))
        z = math.sqrt(0.6) * shared + math.sqrt(0.4) * own
        growth = np.exp(VOLATILITY[:, None] / math.sqrt(365) * z)
        self.growth = growth / growth.mean(axis=1, keepdims=True)

    def begin(self, random, paths):
        rows = self.growth.shape[1]
        day = random.integers(rows, size=paths)
        while True:
            yield np.take(self.growth, day, axis=1)
            jumps = random.random(paths) < 1 / 8
            day = np.where(jumps, random.integers(rows, size=paths), (day + 1) % rows)


def watch(buckets):
    total = buckets.sum(axis=0)
    off = np.abs(buckets - TARGETS * total)
    return total, off, off.max(axis=0) > BAND * total


def rebalance(buckets, total):
    left = total
    for _ in range(5):
        left = total - FEE * np.abs(TARGETS * left - buckets).sum(axis=0)
    change = TARGETS * left - buckets
    bought = np.maximum(change, 0).sum(axis=0)
    sold = np.maximum(-change, 0).sum(axis=0)
    return left, np.maximum(bought, sold) / total


def chunk(model, random, paths):
    prices = np.repeat(np.repeat(TARGETS, [3, 3, 3, 1], axis=0), paths, axis=1) * 10_000
    prices /= np.array([3] * 9 + [1])[:, None]
    units = np.ones((4, paths))
    first_out = np.zeros(paths, dtype=int)
    trades, turnover, fees, drift, held_drift = np.zeros((5, paths))
    days = model.begin(random, paths)
    for day in range(1, DAYS + 1):
        prices *= next(days)
        piles = np.add.reduceat(prices, STARTS, axis=0)
        held, off, out = watch(piles)
        first_out[out & (first_out == 0)] = day
        held_drift += off.sum(axis=0) / (2 * held)
        buckets = units * piles
        total, off, out = watch(buckets)
        drifts = off.sum(axis=0) / (2 * total)
        where = np.flatnonzero(out)
        if where.size:
            left, turned = rebalance(buckets[:, where], total[where])
            units[:, where] = TARGETS * left / piles[:, where]
            trades[where] += 1
            turnover[where] += turned
            fees[where] += total[where] - left
            drifts[where] = 0
            total[where] = left
        drift += drifts
    return total, trades, first_out


def run(model, size):
    random = np.random.default_rng(7)
    start = time.process_time()
    parts = [chunk(model, random, min(size, PATHS - i)) for i in range(0, PATHS, size)]
    final, trades, out = (np.concatenate(part) for part in zip(*parts))
    quantiles = np.quantile(final, [0.05, 0.25, 0.5, 0.75, 0.95])
    np.sort(final)[: PATHS // 20].mean()
    seconds = time.process_time() - start
    exits = np.mean((out > 0) & (out <= 90))
    said = f"median {quantiles[2]:.1f} p5 {quantiles[0]:.1f} rebalances {trades.mean():.3f}"
    return seconds, f"{said} exit90 {exits:.4f}"


def allot(model):
    home = os.environ.get("JAVA_HOME")
    java = os.path.join(home, "bin", "java") if home else "java"
    command = [java, "-XX:+UseSerialGC", "-cp", str(ROOT / "target" / "classes")]
    command += [str(ROOT / "src" / "bench" / "SimulateBench.java"), model, "7"]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    seconds = min(float(re.match(r"[\d.]+", line)[0]) for line in lines)
    return seconds, lines[-1].split("; ")[1]


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    print(f"numpy {np.__version__}; M path-days a second, one thread, best of {rounds}")
    for name, model in (("bootstrap", Bootstrap()), ("gbm", Gbm())):
        best = {}
        for _ in range(rounds):
            for size in (250, 500, 1000, 2000):
                made = run(model, size)
                best["numpy"] = min(best.get("numpy", made), made)
            made = allot(name)
            best["allot"] = min(best.get("allot", made), made)
        for who, (seconds, said) in best.items():
            print(f"{name:9} {who}  {seconds:.3f} s  {DAYS * PATHS / seconds / 1e6:5.1f}  {said}")
        print(f"{name:9} allot / numpy  {best['allot'][0] / best['numpy'][0]:.2f}")


if __name__ == "__main__":
    main()
