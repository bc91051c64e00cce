#!/usr/bin/env python3
"""Start-up of allot beside a bare JVM: wall time and peak memory of whole processes.

Build first (mvn -q -DskipTests package), then: python3 src/bench/startup.py [RUNS]

Every round runs each program once, in turn, so that a slow moment of the machine hits all
of them; a multiple is the median over the rounds of (program / bare JVM of the same round).
The bare JVM prints one line from a jar, with the launcher's collector and compiler and the
JDK's own class-data archive. Its jar and all portfolios are made in a temporary directory.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ALLOT = str(ROOT / "target" / "allot")
AS_OF = ["--as-of", "2026-11-20T18:00:00Z"]
ASSETS = ["TAO", "AKT", "RENDER", "FET", "USDC", "NEAR", "VANA", "NIL", "KITE", "ICP"]
PLAIN = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"]
HELLO = """
public class Hello {
  public static void main(String[] args) {
    System.out.println("hello");
  }
}
"""


def jdk(tool):
    home = os.environ.get("JAVA_HOME")
    return os.path.join(home, "bin", tool) if home else tool


def bare_jvm(work):
    (work / "Hello.java").write_text(HELLO)
    subprocess.run([jdk("javac"), "--release", "17", "-d", work, work / "Hello.java"], check=True)
    jar = work / "hello.jar"
    subprocess.run([jdk("jar"), "cfe", jar, "Hello", "-C", work, "Hello.class"], check=True)
    return [jdk("java"), *PLAIN, "-jar", str(jar)]


def portfolio(path, size, seed):
    dice = random.Random(seed)
    holdings = [
        {
            "asset": ASSETS[i % len(ASSETS)],
            "quantity": f"{dice.randint(1, 10**6) / 1000:.3f}",
            "price": f"{dice.randint(1, 10**5) / 100:.2f}",
            "account": f"wallet-{i // len(ASSETS)}",
        }
        for i in range(size)
    ]
    # One coin has one price, whichever wallet holds it.
    prices = {}
    for holding in holdings:
        holding["price"] = prices.setdefault(holding["asset"], holding["price"])
    document = {"version": 1, "asOf": "2026-11-20T16:00:00Z", "holdings": holdings}
    path.write_text(json.dumps(document))
    return str(path)


def run(command, sink):
    """Seconds, peak resident MiB, exit code."""
    actions = [(os.POSIX_SPAWN_DUP2, sink, fd) for fd in (0, 1, 2)]
    start = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return seconds, usage.ru_maxrss / unit, os.waitstatus_to_exitcode(status)


def measure(programs, runs, sink):
    """programs: name -> (command, exit codes that are right); the first is the yardstick."""
    rounds = []
    for turn in range(runs + 2):
        this = {}
        for name, (command, right) in programs.items():
            this[name] = run(command, sink)
            if this[name][2] not in right:
                sys.exit(f"{name}: exit code {this[name][2]}, not one of {sorted(right)}")
        if turn >= 2:  # the first two only fill the page cache
            rounds.append(this)
    yardstick = next(iter(programs))
    for name in programs:
        seconds = statistics.median(r[name][0] for r in rounds)
        multiple = statistics.median(r[name][0] / r[yardstick][0] for r in rounds)
        memory = max(r[name][1] for r in rounds)
        print(f"{name:32} {seconds * 1000:9.1f} ms {multiple:8.2f} x {memory:8.1f} MiB", flush=True)


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 41
    if not os.access(ALLOT, os.X_OK):
        sys.exit("target/allot is missing: mvn -q -DskipTests package")
    if not (ROOT / "target" / "allot.jsa").exists():
        print("note: target/allot.jsa is missing, so this measures allot without its archive")
    sample = str(ROOT / "samples" / "portfolio.json")
    with tempfile.TemporaryDirectory() as directory:
        work = Path(directory)
        sink = os.open(os.devnull, os.O_RDWR)
        bare = (bare_jvm(work), {0})
        decided = {0, 10}
        thousand = [portfolio(work / f"p{i}.json", 10, i) for i in range(1000)]
        large = portfolio(work / "large.json", 10_000, 1)
        print(f"{'':32} {'median':>12} {'multiple':>10} {'peak memory':>12}")
        measure(
            {
                "bare JVM": bare,
                "check sample": ([ALLOT, "check", sample, *AS_OF], decided),
                "report sample": ([ALLOT, "report", sample, *AS_OF], decided),
                "report sample, a page": (
                    [ALLOT, "report", "--format", "html", sample, *AS_OF],
                    decided,
                ),
            },
            runs,
            sink,
        )
        measure(
            {
                "bare JVM, again": bare,
                "check 1,000 files of 10": ([ALLOT, "check", *thousand, *AS_OF], decided),
                "report 10,000 holdings": ([ALLOT, "report", large, *AS_OF], decided),
            },
            max(3, runs // 4),
            sink,
        )


if __name__ == "__main__":
    main()
