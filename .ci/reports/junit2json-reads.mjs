// Prints what junit2json reads in a report in JUnit XML.
import { readFileSync } from 'node:fs'
import { parse } from 'junit2json'

const test = one => {
  const [kind, ...others] = ['failure', 'error', 'skipped'].filter(name => one[name])
  if (others.length || (kind && one[kind].length !== 1)) {
    throw new Error(`several results: ${JSON.stringify(one)}`)
  }
  const result = kind ? one[kind][0] : {}
  return {
    name: one.name,
    classname: one.classname,
    milliseconds: Math.round(one.time * 1000),
    result: kind ?? '',
    type: result.type ?? '',
    message: result.message ?? '',
  }
}

const suite = group => ({
  name: group.name,
  tests: group.tests,
  failures: group.failures,
  errors: group.errors,
  skipped: group.skipped,
  milliseconds: Math.round(group.time * 1000),
  // It turns what looks like a number into one.
  properties: group.properties.map(({ name, value }) => [name, String(value)]),
  cases: group.testcase.map(test),
})

const { name, tests, failures, errors, testsuite } = await parse(readFileSync(process.argv[2], 'utf8'))
console.log(JSON.stringify({ name, tests, failures, errors, suites: testsuite.map(suite) }, null, 1))
