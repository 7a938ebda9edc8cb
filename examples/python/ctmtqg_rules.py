#!/usr/bin/env python3
"""Reads rules/*.json of ctmtqg without ctmtqg: splits and counterpart, exact, with the standard library alone.

    python3 examples/python/ctmtqg_rules.py --vectors test/vectors --rules rules
    python3 examples/python/ctmtqg_rules.py --rules rules --counterpart dttsmn-2021-2025 2025 40 12316 1

The first call runs the conformance vectors, the second prints the least local money for 12,316 of central money.
Amounts are fractions from the first digit to the last: no binary floating point decides anything.
"""

from __future__ import annotations

import argparse
import json
import sys
from fractions import Fraction
from pathlib import Path


def decimal_text(value: Fraction) -> str:
    """A fraction with a finite decimal expansion, written without an exponent and without trailing zeros."""
    sign, value = ("-" if value < 0 else ""), abs(value)
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
        if digits > 60:
            raise ValueError(f"{value} has no finite decimal expansion")
    whole = str((value * 10**digits).numerator).rjust(digits + 1, "0")
    return sign + (whole if digits == 0 else f"{whole[:-digits]}.{whole[-digits:]}")


def leftover_order(policy: str, quotas: list[Fraction], weights: list[Fraction], order: list[int] | None) -> list[int]:
    """Receivers in the order in which the steps left over go to them; those of no remainder come last."""
    places = list(range(len(quotas)))
    if policy == "largest-remainder":
        places.sort(key=lambda place: (-(quotas[place] - quotas[place] // 1), place))
    elif policy == "largest-ratio":
        places.sort(key=lambda place: (-weights[place], place))
    elif policy == "last":
        places.reverse()
    elif policy == "given-order":
        places = list(order or [])
    elif policy not in ("first", "apart"):
        raise ValueError(f"no policy is called {policy}")
    return places


def split(total: str, step: str, policy: str, weights: list[str], order: list[int] | None = None) -> dict:
    """Whole steps by weight; they add up to the total, but for what the policy `apart` leaves."""
    money, size = Fraction(total), Fraction(step)
    shares = [Fraction(weight) for weight in weights]
    sign = -1 if money < 0 else 1
    steps = abs(money) / size
    if steps.denominator != 1:
        raise ValueError("the total is not a whole number of steps")
    quotas = [steps * share / sum(shares) for share in shares]
    parts = [quota // 1 for quota in quotas]
    left = int(steps - sum(parts))
    if policy != "apart":
        # A receiver of no weight has no share in what is left.
        takers = [place for place in leftover_order(policy, quotas, shares, order) if shares[place] > 0]
        for turn in range(left):
            parts[takers[turn % len(takers)]] += 1
        left = 0
    return {
        "parts": [decimal_text(sign * part * size) for part in parts],
        "apart": decimal_text(sign * left * size),
    }


def counterpart(rules: list[dict], query: dict) -> dict:
    """The least local money: the ratio of the band, rounded up to whole steps; `unknown` with the reason."""
    own = next((one for one in rules if one["programme"] == query["programme"]), None)
    if own is None:
        return {"kind": "unknown", "reason": "no-rule-for-programme"}
    years = own["budgetYears"]
    last = years.get("carriedOverTo") if query.get("carriedOver") else None
    if not years["from"] <= query["year"] <= (last or years["to"]):
        return {"kind": "unknown", "reason": "not-in-force"}
    if own["bands"] is None:
        return {"kind": "unknown", "reason": "text-not-available"}
    band = find_band(own["bands"], Fraction(query["supportRate"]), query.get("province"))
    if band is None:
        return {"kind": "unknown", "reason": "rate-outside"}
    exact = Fraction(query["central"]) * Fraction(band["ratio"])
    size = Fraction(query["step"])
    return {"kind": "known", "exact": decimal_text(exact), "minimum": decimal_text(-(-exact // size) * size)}


def find_band(bands: list[dict], rate: Fraction, province: str | None) -> dict | None:
    for band in bands:
        if province is not None and province in band["alsoFor"]:
            return band
    for band in bands:
        above = band["from"] is None or rate >= Fraction(band["from"])
        below = band["below"] is None or rate < Fraction(band["below"])
        if above and below:
            return band
    return None


def run_vectors(folder: Path, rules: list[dict]) -> bool:
    """Prints how many vectors hold, and each that does not."""
    sound = True
    solvers = {
        "splits": lambda given: split(given["total"], given["step"], given["policy"], given["weights"], given.get("order")),
        "counterpart": lambda given: counterpart(rules, given),
    }
    for name, solve in solvers.items():
        cases = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))["cases"]
        held = 0
        for case in cases:
            answer = solve(case["input"])
            if answer == case["expected"]:
                held += 1
            else:
                sound = False
                print(f"{case['id']}: {case['sentence']}\n  expected {case['expected']}\n  found    {answer}")
        print(f"{name}: {held} / {len(cases)}")
    return sound


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", type=Path, default=Path("rules"))
    parser.add_argument("--vectors", type=Path)
    parser.add_argument("--counterpart", nargs=5, metavar=("PROGRAMME", "YEAR", "RATE", "CENTRAL", "STEP"))
    options = parser.parse_args()
    rules = json.loads((options.rules / "counterpart.json").read_text(encoding="utf-8"))["programmes"]
    if options.vectors:
        return 0 if run_vectors(options.vectors, rules) else 1
    if options.counterpart:
        programme, year, rate, central, step = options.counterpart
        query = {"programme": programme, "year": int(year), "supportRate": rate, "central": central, "step": step}
        print(json.dumps(counterpart(rules, query), ensure_ascii=False))
        return 0
    parser.print_help()
    return 2


if __name__ == "__main__":
    sys.exit(main())
