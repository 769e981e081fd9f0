"""Run the benchmarks: ``python3 dev.py bench [NAME…] [--sizes 10000,100000]``."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from tests.bench.harness import Result, show

SIZES = (10_000, 100_000, 1_000_000)
NAMES = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))


def main() -> int:
    """Run what is named, or all, and print the table."""
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(NAMES)}; all when none is given")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of customers")
    options = parser.parse_args()
    sizes = tuple(int(size) for size in options.sizes.split(","))
    results: list[Result] = []
    for name in options.names or NAMES:
        print(f"{name} …", file=sys.stderr, flush=True)
        results += importlib.import_module(f"tests.bench.bench_{name}").run(sizes)
    show(results)
    return 0


if __name__ == "__main__":
    sys.exit(main())
