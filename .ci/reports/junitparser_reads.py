"""Prints what junitparser reads in a report in JUnit XML."""

import json
import sys

from junitparser import JUnitXml


def case(test):
    results = test.result
    assert len(results) <= 1, results
    result = results[0] if results else None
    return {
        "name": test.name,
        "classname": test.classname,
        "milliseconds": round(test.time * 1000),
        "result": type(result).__name__.lower() if results else "",
        "type": (result.type or "") if results else "",
        "message": result.message if results else "",
    }


def suite(group):
    return {
        "name": group.name,
        "tests": group.tests,
        "failures": group.failures,
        "errors": group.errors,
        "skipped": group.skipped,
        "milliseconds": round(group.time * 1000),
        "properties": [[one.name, one.value] for one in group.properties()],
        "cases": [case(test) for test in group],
    }


sys.stdout.reconfigure(encoding="utf-8")
report = JUnitXml.fromfile(sys.argv[1])
read = {
    "name": report.name,
    "tests": report.tests,
    "failures": report.failures,
    "errors": report.errors,
    "suites": [suite(group) for group in report],
}
print(json.dumps(read, indent=1, ensure_ascii=False))
