#!/usr/bin/env python3
"""Recomputes figures of a result from its raw data, with Python's standard library alone and without a line of EvalFaaS.

usage: recompute.py DIR [--all]

Ten headline figures with their intervals, or every one that this script knows. Exit code: 0 all is right; 1 raw data are not what the run wrote;
4 figures do not follow from the raw data; 5 both; 2 wrong use, or no result.
"""
import csv
import hashlib
import itertools
import json
import math
import os
import sys

LEVEL, FEWEST_BLOCKS, FEWEST_FOR_P99 = 0.95, 6, 100
SHARES = {"p50_ns": 0.5, "p95_ns": 0.95, "p99_ns": 0.99, "p999_ns": 0.999}
PHASES = ("route", "auth", "queue", "forward", "fetch", "verify", "compile", "load", "instantiate", "init", "execute")
HEADLINES = ("median_ns", "requests_per_s", "cpu_per_request_ns", "p99_ns", "proportional_per_instance_bytes", "cost_per_million_", "received_per_request_bytes", "phase_execute_ns")
COST, BILLED, MEMORY = "cost_per_million_", "billed_", ("proportional_per_instance_bytes", "resident_per_instance_bytes")


def main(arguments):
    directory = [a for a in arguments if not a.startswith("--")]
    if len(directory) != 1 or any(a.startswith("--") and a != "--all" for a in arguments):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        environment, summary = (read_json(directory[0], name) for name in ("environment.json", "summary.json"))
        digests = wrong_digests(directory[0], environment)
        checked, wrong = compare(directory[0], environment, summary, "--all" in arguments)
    except (OSError, ValueError, KeyError) as error:
        print(f"{directory[0]} is no result that can be read: {error!r}", file=sys.stderr)
        return 2
    for name in digests:
        print(f"digests: {name} is not what the run wrote")
    if not digests:
        print(f"digests: all {len(environment['files'])} files of raw data are what the run wrote")
    for line in wrong:
        print(f"figures: {line}")
    if not wrong:
        print(f"figures: {checked} figures follow from the raw data")
    return (1 if digests else 0) + (4 if wrong else 0)


def wrong_digests(directory, environment):
    return [name for name, digest in environment["files"].items() if digest_of(os.path.join(directory, name)) != digest]


def digest_of(path):
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() if hasattr(hashlib, "file_digest") else hashlib.sha256(file.read()).hexdigest()


def compare(directory, environment, summary, everything):
    trials = read_trials(directory, environment)
    known = []
    for cell in summary["cells"]:
        own = trials_of(cell, trials)
        for figure in cell["figures"]:
            if (found := recompute(figure["metric"], own) or recompute_cost(figure["metric"], cell, own, environment, summary, trials)) is not None:
                known.append(("/".join(cell[k] for k in ("target", "function", "measure", "state")) + "/" + figure["metric"], figure, found))
    for ratio in (c for c in summary["comparisons"] if c["form"] == "ratio"):
        if (found := recompute_ratio(ratio, trials)) is not None:
            known.append((f"ratio/{ratio['target']}:{ratio['reference']}/{ratio['function']}/{ratio['measure']}/{ratio['state']}/{ratio['metric']}", ratio, found))
    if not everything:
        known = headlines(known)
    return len(known), [f"{name}: {said} in summary.json, the raw data give {gives}" for name, figure, found in known for said, gives in differences(figure, found)]


def headlines(known):
    """Ten figures, of each kind the first before any second."""
    kinds = [[k for k in known if k[0].rsplit("/", 1)[1].startswith(name)] for name in HEADLINES]
    return [k for turn in itertools.zip_longest(*kinds) for k in turn if k][:10]


def trials_of(cell, trials):
    return [t for t in trials if all(t[key] == cell[key] for key in ("target", "function", "measure", "state"))]


def differences(figure, found):
    for key, gives in zip(("value", "low", "high"), found):
        said = figure.get(key)
        if (said is None) != (gives is None) or (said is not None and abs(said - gives) > 1e-8 * max(abs(said), abs(gives), 1e-9)):
            yield said, gives


def recompute(metric, trials):
    """The value of a figure with the ends of its interval, or None where this script does not know it."""
    if metric in SHARES:
        return percentile([v for t in trials for v in t["values"]], SHARES[metric])
    if metric not in BY_BLOCK:
        return None
    value, geometric = BY_BLOCK[metric]
    blocks = [v for t in trials if (v := value(t)) is not None]
    return mean(blocks, geometric and all(v > 0 for v in blocks)) if blocks else None


def recompute_cost(metric, cell, own, environment, summary, trials):
    """What a million invocations cost by a price sheet, or the time that it charges for one; None for other figures."""
    for sheet in environment["suite"].get("prices") or []:
        if metric == BILLED + sheet["name"] + "_ns":
            return mean([billed(t, sheet) for t in own if t["values"]], geometric=False)
        if metric == COST + sheet["name"]:
            memory = billed_bytes(memory_of(cell, summary, trials), sheet)
            return mean([price(t, sheet, memory) for t in own if t["values"] and (not sheet["per_cpu_second"] or cpu(t) is not None)], geometric=False)
    return None


def memory_of(cell, summary, trials):
    """What a live instance of the same function takes on the same target, where the run weighed one."""
    for other in summary["cells"]:
        if (other["target"], other["function"]) == (cell["target"], cell["function"]):
            for metric in MEMORY:
                if any(f["metric"] == metric for f in other["figures"]):
                    return recompute(metric, trials_of(other, trials))[0]
    return None


def charged(ns, sheet):
    step = sheet["granularity_ns"]
    return max(sheet["minimum_ns"], math.ceil(ns / step) * step if step else ns)


def billed(t, sheet):
    return weighted_mean([(charged(v, sheet), n) for v, n in t["values"]])


def billed_bytes(memory, sheet):
    step = sheet["memory_step_mib"] << 20
    return max(sheet["minimum_memory_mib"] << 20, math.ceil((memory or 0) / step) * step if step else memory or 0)


def price(t, sheet, memory):
    time, processor = billed(t, sheet) / 1e9 * memory / (1 << 30), charged(cpu(t) or 0, sheet) / 1e9
    return sheet["per_million_requests"] + 1e6 * (time * sheet["per_gb_second"] + processor * sheet["per_cpu_second"])


def recompute_ratio(ratio, trials):
    if ratio["metric"] not in BY_BLOCK:
        return None
    value = BY_BLOCK[ratio["metric"]][0]
    a, b = ({t["block"]: v for t in trials if (t["target"], t["function"], t["measure"], t["state"]) == key and (v := value(t)) is not None}
            for key in ((ratio["target"], ratio["function"], ratio["measure"], ratio["state"]), (ratio["reference"], ratio["function"], ratio["measure"], ratio["reference_state"])))
    return mean([a[block] / b[block] for block in sorted(a, key=int) if block in b], geometric=True)


def number(trial, column):
    return float(trial[column]) if trial.get(column) else None


def rate(t):
    return number(t, "ok") * 1e9 / number(t, "duration_ns") if number(t, "ok") and number(t, "duration_ns") else None


def cpu(t):
    return number(t, "cpu_ns") / number(t, "ok") if number(t, "cpu_ns") is not None and number(t, "ok") else None


def per_request(t, column):
    return number(t, column) / number(t, "issued") if number(t, column) is not None and number(t, "issued") else None


def phase(name):
    return lambda t: t["phases"][name] / t["rows"] if t["rows"] else None


def each(t, column, baseline):
    return (number(t, column) - (number(t, baseline) or 0)) / number(t, "instances") if number(t, "instances") and number(t, column) is not None else None


BY_BLOCK = {
    "median_ns": (lambda t: quantile(t["values"], 0.5) if t["values"] else None, True),
    "mean_ns": (lambda t: weighted_mean(t["values"]) if t["values"] else None, False),
    "p99_by_block_ns": (lambda t: quantile(t["values"], 0.99) if count(t["values"]) >= FEWEST_FOR_P99 else None, True),
    "requests_per_s": (rate, False),
    "offered_per_s": (lambda t: number(t, "offered_per_s"), False),
    "cpu_per_request_ns": (cpu, False),
    "sent_per_request_bytes": (lambda t: per_request(t, "sent_bytes"), False),
    "received_per_request_bytes": (lambda t: per_request(t, "received_bytes"), False),
    "generator_busy": (lambda t: number(t, "generator_cpu_ns") / number(t, "duration_ns") if number(t, "generator_cpu_ns") is not None and number(t, "duration_ns") else None, False),
    "proportional_per_instance_bytes": (lambda t: each(t, "proportional_bytes", "baseline_proportional_bytes"), False),
    "resident_per_instance_bytes": (lambda t: each(t, "resident_bytes", "baseline_resident_bytes"), False),
    **{f"phase_{name}_ns": (phase(name), False) for name in (*PHASES, "outside")},
}


def count(values):
    return sum(n for _, n in values)


def weighted_mean(values):
    return sum(v * n for v, n in values) / count(values)


def at_rank(values, rank):
    for value, n in values:
        if rank <= n:
            return value
        rank -= n
    raise ValueError("a rank beyond the sample")


def quantile(values, share):
    """Definition 7 of Hyndman and Fan (1996)."""
    position = (count(values) - 1) * share
    below = math.floor(position)
    low = at_rank(values, below + 1)
    return low if below + 1 >= count(values) else low + (position - below) * (at_rank(values, below + 2) - low)


def percentile(values, share):
    if not values:
        return None
    values, n, tail = sorted(values), count(values), (1 - LEVEL) / 2
    low, high = lower_rank(n, share, tail), n + 1 - lower_rank(n, 1 - share, tail)
    ends = (None, None) if low < 1 or high > n else (at_rank(values, low), at_rank(values, high))
    return (quantile(values, share), *ends)


def lower_rank(n, p, tail):
    """The largest k with P(B < k) at most the tail, B binomial(n, p); summed from 20 standard deviations below the mean."""
    k = max(0, math.floor(n * p - 20 * math.sqrt(n * p * (1 - p)) - 1))
    below, log = 0.0, math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1) + k * math.log(p) + (n - k) * math.log(1 - p)
    while k < n:
        below += math.exp(log)
        if below > tail:
            return k
        log += math.log((n - k) / (k + 1)) + math.log(p / (1 - p))
        k += 1
    return k


def mean(blocks, geometric):
    """Mean over blocks with its t interval."""
    values = [math.log(b) for b in blocks] if geometric else blocks
    n, middle = len(values), sum(values) / len(values)
    back = math.exp if geometric else (lambda x: x)
    if n < FEWEST_BLOCKS:
        return back(middle), None, None
    half = t_critical(n - 1) * math.sqrt(sum((v - middle) ** 2 for v in values) / (n - 1) / n)
    return back(middle), back(middle - half), back(middle + half)


def t_critical(degrees):
    """The two-sided critical value of Student's t, by Simpson's rule on its density and bisection."""
    scale = math.exp(math.lgamma((degrees + 1) / 2) - math.lgamma(degrees / 2)) / math.sqrt(degrees * math.pi)

    def inside(x, steps=4000):
        h = x / steps
        density = [(1 + (i * h) ** 2 / degrees) ** (-(degrees + 1) / 2) for i in range(steps + 1)]
        return 2 * scale * h / 3 * (density[0] + density[-1] + 4 * sum(density[1:-1:2]) + 2 * sum(density[2:-1:2]))

    low, high = 0.0, 20.0
    while high - low > 1e-13:
        middle = (low + high) / 2
        low, high = (middle, high) if inside(middle) < LEVEL else (low, middle)
    return low


def read_trials(directory, environment):
    disturbed = {b["block"] for b in rows(directory, "blocks.csv") if b["disturbed"]}
    trials = {t["trial"]: t for t in rows(directory, "trials.csv") if not t["error"] and t["block"] not in disturbed}
    values = {number: {} for number in trials}
    for trial in trials.values():
        trial.update(rows=0, phases=dict.fromkeys((*PHASES, "outside"), 0))
    for sample in rows(directory, "samples.csv"):
        trial = trials.get(sample["trial"])
        end = sample["first_byte_ns" if trial and trial["kind"] == "start" else "last_byte_ns"]
        if trial and sample["outcome"] == "ok" and sample["start_state"] in ("", trial["state"]) and end:
            time = int(end) - int(sample["intended_ns"])
            values[sample["trial"]][time] = values[sample["trial"]].get(time, 0) + 1
            add_phases(trial, sample)
    for number, trial in trials.items():
        histogram = f"histograms/trial-{int(number):04d}.hgrm"
        if histogram in environment["files"]:
            values[number] = {int(b["value_ns"]): int(b["count"]) for b in rows(directory, histogram)}
        trial["values"] = sorted(values[number].items())
    return sorted(trials.values(), key=lambda t: int(t["block"]))


def add_phases(trial, sample):
    """What no phase explains of the time to the first byte lies outside."""
    taken = {name: int(sample[name + "_ns"]) for name in PHASES if sample.get(name + "_ns")}
    trial["rows"] += 1
    for name, time in taken.items():
        trial["phases"][name] += time
    if sample["first_byte_ns"]:
        trial["phases"]["outside"] += int(sample["first_byte_ns"]) - int(sample["intended_ns"]) - sum(taken.values())


def rows(directory, name):
    path = os.path.join(directory, name)
    if not os.path.exists(path) and name == "blocks.csv":
        return
    with open(path, newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def read_json(directory, name):
    with open(os.path.join(directory, name), encoding="utf-8") as file:
        return json.load(file)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
