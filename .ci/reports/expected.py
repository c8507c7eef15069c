"""Prints what a report in JUnit XML has to say, taken from the JSON report of the same batch.

The other arguments are elements that some of its tests must have."""

import json
import sys
from collections import defaultdict

BREAKS = "\t\n\r"


def line(text):
    """Returns text as an attribute can have it."""
    return "".join(" " if c in BREAKS else c if allowed(c) else "\ufffd" for c in text)


def allowed(character):
    code = ord(character)
    return code >= 0x20 and not 0xD800 <= code <= 0xDFFF and code not in (0xFFFE, 0xFFFF)


def count(number, noun):
    return f"{number} {noun}" + ("" if number == 1 else "s")


def doubt(item):
    """Returns the type and message of the error of an item as a whole."""
    if item["outcome"] == "not_triggered":
        return "not_triggered", item["problem"]
    if item["outcome"] == "unknown":
        return "unknown", "Not known whether this was triggered: " + item["problem"]
    if item["problem"]:
        return "incomplete", item["problem"]
    if item["not_started"]:
        return "not_started", count(len(item["not_started"]), "test") + " not started"
    return None if item["runs"] else ("no_run", "No run was started; the suite may have no tests")


def result(run):
    """Returns the element, type and message of a run that did not pass."""
    outcome = run["outcome"]
    if outcome == "failed":
        unmet = [item["name"] for item in run["rubric"] if item["status"] != "passed"]
        return "failure", outcome, "Not met: " + ", ".join(unmet) if unmet else "The rubric was not met"
    if outcome == "error":
        return "error", outcome, "The run ended in an error"
    if outcome == "given_up":
        return "error", outcome, run["problem"]
    seen = "The run ended, and it is not known how" if run["ended"] else "The run was not seen to finish"
    return "error", outcome, seen + "; last status: " + run["status"]


def case(name, group, time, problem):
    kind, type_, message = problem or ("", "", "")
    return {
        "name": line(name),
        "classname": line(group),
        "milliseconds": time,
        "result": kind,
        "type": type_,
        "message": line(message),
    }


def suite(report, group, items, variant):
    # A test has its id in its name if another one, or the suite, has the same name.
    ids = defaultdict(set)
    for item in items:
        if item["kind"] == "suite":
            ids[item["name"]].add("")
        for test in item["runs"] + item["not_started"]:
            ids[test["test_name"]].add(test["test_id"])

    def named(test, item):
        name = test["test_name"] or test["test_id"]
        shared = test["test_name"] and len(ids[name]) > 1
        return name + (f" ({test['test_id']})" if shared else "") + ("" if item["kind"] == "suite" else variant(item))

    cases = []
    for item in items:
        why = doubt(item)
        if why:
            name = item["name"] if item["kind"] == "suite" else item["test_name"] or item["name"]
            cases.append(case(name + variant(item), group, 0, ("error", *why)))
        for test in item["not_started"]:
            cases.append(case(named(test, item), group, 0, ("skipped", "", test["reason"])))
        for run in item["runs"]:
            milliseconds = int((run["duration_seconds"] or 0) * 1000)
            problem = None if run["outcome"] == "passed" else result(run)
            cases.append(case(named(run, item), group, milliseconds, problem))
    versions = [["version_id", item["version_id"]] for item in items if item["version_id"]]
    main = [["main_version", "true"]] if any(item["version_id"] is None for item in items) else []
    properties = [["batch_id", report["batch_id"]], ["interrupted", str(report["interrupted"]).lower()]]
    if report["min_pass_rate_percent"] != 100 or report["pass_rule"]:
        properties.append(["min_pass_rate_percent", str(report["min_pass_rate_percent"])])
    if report["pass_rule"]:
        properties.append(["pass_rule", report["pass_rule"]])
    return {
        "name": line(group),
        **counts(cases),
        "skipped": sum(one["result"] == "skipped" for one in cases),
        "milliseconds": sum(one["milliseconds"] for one in cases),
        "properties": [[name, line(value)] for name, value in properties + main + versions],
        "cases": cases,
    }


def counts(cases):
    return {
        "tests": len(cases),
        "failures": sum(one["result"] == "failure" for one in cases),
        "errors": sum(one["result"] == "error" for one in cases),
    }


def main(file, *outcomes):
    with open(file, encoding="utf-8") as text:
        report = json.load(text)
    several = len({item["version_id"] for item in report["items"]}) > 1

    def variant(item):
        version = f" (version {item['version_id']})" if several and item["version_id"] else ""
        return version + ("" if item["repeat"] == 1 else f" (repeat {item['repeat']})")

    suites = [
        suite(report, item["name"] + variant(item), [item], variant)
        for item in report["items"]
        if item["kind"] == "suite"
    ]
    tests = [item for item in report["items"] if item["kind"] == "test"]
    if tests:
        suites.append(suite(report, "Single tests", tests, variant))
    cases = [one for group in suites for one in group["cases"]]
    # Otherwise nothing would be shown by this.
    missing = set(outcomes) - {one["result"] for one in cases}
    assert not missing, f"no test of the batch has the outcome {missing}"
    print(json.dumps({"name": line(report["batch_id"]), **counts(cases), "suites": suites}, indent=1, ensure_ascii=False))


sys.stdout.reconfigure(encoding="utf-8")
main(*sys.argv[1:])
