#!/usr/bin/env python3
"""A million rows of exports through allot import: wall time and peak memory of whole processes.

Build first (mvn -q -DskipTests package), then: python3 src/bench/import.py [RUNS]

The exports are made in a temporary directory: buys and sells of ten coins, as Koinly, Coinbase
and Kraken write them. Each run prints the gains of one year, so that all lots are worked out.
Splitting alone is the same library reading the same file, timed inside its own process.
"""

import datetime
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS = 1_000_000
COINS = ["TAO", "NEAR", "RENDER", "FET", "AKT", "GRT", "FIL", "ETH", "SOL", "VIRTUAL"]
KOINLY = (
    "Date,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee Currency,"
    "Net Worth Amount,Net Worth Currency,Label,Description,TxHash\n"
)
COINBASE = (
    "ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,"
    "Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes,Sender Address,"
    "Recipient Address\n"
)
KRAKEN = '"txid","refid","time","type","subtype","aclass","asset","amount","fee","balance"\n'


def trades(count):
    """Buys and sells in the order of time; nothing is sold that is not there."""
    random.seed(6)
    at = datetime.datetime(2017, 1, 1)
    held = dict.fromkeys(COINS, 0)
    for number in range(count):
        at += datetime.timedelta(seconds=random.randint(1, 400_000_000 // count))
        coin = random.choice(COINS)
        units = random.randint(1, 10**7)
        buy = held[coin] < units or random.random() < 0.5
        held[coin] += units if buy else -units
        money = units * random.randint(100, 50_000) / 1e8
        yield number, at.strftime("%Y-%m-%d %H:%M:%S"), buy, coin, f"{units / 1e6:.6f}", money


def koinly(out):
    out.write(KOINLY)
    for _, at, buy, coin, units, money in trades(ROWS):
        legs = f"{money:.2f},USD,{units},{coin}" if buy else f"{units},{coin},{money:.2f},USD"
        out.write(f"{at} UTC,{legs},{money * 0.004:.2f},USD,,,,,\n")


def coinbase(out):
    out.write(COINBASE)
    for number, at, buy, coin, units, money in trades(ROWS):
        sign, side, fee = ("", "Buy", money * 0.004) if buy else ("-", "Sell", -money * 0.004)
        out.write(
            f"id{number:08x}abcdef,{at} UTC,{side},{coin},{sign}{units},USD,$1.00,{sign}${money:.2f},"
            f"{sign}${money + fee:.2f},${abs(fee):.2f},,,\n"
        )


def kraken(out):
    out.write(KRAKEN)
    for number, at, buy, coin, units, money in trades(ROWS // 2):
        there, back = ("-", "") if buy else ("", "-")
        row = f'"T{number:X}","{at}","trade","","currency"'
        out.write(f'"L{number:X}A",{row},"ZUSD",{there}{money:.4f},{money * 0.002:.4f},""\n')
        out.write(f'"L{number:X}B",{row},"{coin}",{back}{units},0,""\n')


def run(command):
    """Wall seconds and peak megabytes of a process."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command} failed")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    target = Path("target").resolve()
    with tempfile.TemporaryDirectory() as made:
        for write in (koinly, coinbase, kraken):
            export = Path(made) / (write.__name__ + ".csv")
            with export.open("w") as out:
                write(out)
            split = ["java", "-XX:+UseSerialGC", "-cp", target / "allot.jar"]
            split += ["src/bench/SplitRows.java", export]
            alone = subprocess.run(split, capture_output=True, text=True, check=True).stdout.strip()
            command = [target / "allot", "import", export, "--realized", "2020", "--format", "csv"]
            measured = [run(command) for _ in range(runs)]
            wall = statistics.median(seconds for seconds, _ in measured)
            peak = max(megabytes for _, megabytes in measured)
            print(f"{write.__name__:<9} {wall:5.2f} s  {peak:4.0f} MB   splitting alone: {alone}")


main()
