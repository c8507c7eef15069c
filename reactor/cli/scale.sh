#!/bin/sh
# Measures the cost of batches of growing size, and prints the table in the README.
#
#   mvn -q -B -pl reactor/cli -am -Dmaven.test.skip package && reactor/cli/scale.sh [RUNS...]
#
# The simulator runs in the same process, so every number includes it. Suites have 100 tests, runs take 5 to 20 seconds.
set -eu

jar=$(dirname "$0")/target/telnyx-batch.jar
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

if [ $# -eq 0 ]; then
    set -- 1000 10000 50000
fi

# Prints a field of the summary, which is one line of JSON.
field() {
    sed -n "s/.*\"$1\":\([0-9.]*\).*/\1/p" "$folder/summary.json"
}

echo '| runs | finished | lost | doubled | wall time | requests | requests per run | CPU per run | peak heap | peak heap per run | threads |'
echo '|---|---|---|---|---|---|---|---|---|---|---|'
for runs in "$@"; do
    java ${SCALE_JVM_ARGUMENTS:-} -jar "$jar" run --all --simulate --suites $((runs / 100)) --tests-per-suite 100 \
        --concurrency 10000 --run-duration 5s-20s --summary "$folder/summary.json" > "$folder/output" 2>&1
    awk -v runs="$runs" -v finished="$(field runs_finished)" -v lost="$(field runs_lost)" \
        -v doubled="$(field runs_doubled)" -v wall="$(field wall_seconds)" -v requests="$(field requests)" \
        -v cpu="$(field cpu_seconds)" -v heap="$(field peak_heap_after_collection_bytes)" \
        -v threads="$(field peak_threads)" 'BEGIN {
            printf "| %d | %d | %d | %d | %.0f s | %d | %.2f | %.1f ms | %.0f MB | %.1f KB | %d |\n", runs, finished,
                lost, doubled, wall, requests, requests / runs, 1000 * cpu / runs, heap / 1e6, heap / 1e3 / runs, threads
        }'
done
