import { isAbandoned } from './status.js';

/**
 * The figures of runs. Runs are counted here, so that the counts always match the runs that are shown; the service sends the
 * other figures at intervals, and at the end.
 */
class Figures {
  runs = 0;
  by_status = {};
  abandoned = 0;
  pass_rate = null;
  durations = null;
  failed_rubric_items = [];

  /** Counts a run, or removes it with `times` -1. */
  count(run, times) {
    this.runs += times;
    this.by_status[run.status] = (this.by_status[run.status] ?? 0) + times;
    this.abandoned += isAbandoned(run) ? times : 0;
  }

  received(totals) {
    this.pass_rate = totals.pass_rate;
    this.durations = totals.durations;
    this.failed_rubric_items = totals.failed_rubric_items;
  }
}

const NO_FIGURES = { pass_rate: null, durations: null, failed_rubric_items: [] };

/** The state of one suite of a batch, and the changes since it was last drawn. */
class SuiteState {
  runs = new Map();
  problems = [];
  totals = new Figures();
  changedRuns = new Set();
  removedRuns = new Set();
  changed = true;

  constructor(name) {
    this.name = name;
  }

  /** Marks the suite as drawn. */
  drawn() {
    this.changed = false;
    this.changedRuns.clear();
    this.removedRuns.clear();
  }
}

/** The state of a batch. Applies snapshots and events, and tracks the changes since it was last drawn. */
export class BatchState {
  status = null;
  totals = new Figures();
  startedAt = null;
  endedAt = null;
  problem = null;
  suites = new Map();

  /** Whether a snapshot has been received. */
  get known() {
    return this.status !== null;
  }

  get finished() {
    return this.known && this.status !== 'running';
  }

  /** Applies an event of the stream. */
  apply(type, data) {
    switch (type) {
      case 'snapshot':
        this.#replace(data);
        break;
      case 'run':
        this.#putRun(data.suite, data.run);
        break;
      case 'item':
        this.#putProblem(data.suite, data.problem);
        break;
      case 'totals':
        this.#putTotals(data);
        break;
      case 'done':
        this.#finish(data);
        break;
      default:
        throw new Error(`Unknown type of event: ${type}`);
    }
  }

  /** A snapshot is complete: what it does not contain is not known to the service, which may have been restarted. */
  #replace(snapshot) {
    this.#head(snapshot);
    const present = new Set(snapshot.runs.map((run) => run.run_id));
    for (const suite of this.suites.values()) {
      suite.totals.received(NO_FIGURES);
      [...suite.runs.values()].filter((run) => !present.has(run.run_id)).forEach((run) => this.#removeRun(suite, run));
    }
    for (const name of snapshot.suites ?? []) {
      this.#suite(name);
    }
    this.#putTotals(snapshot.totals);
    snapshot.runs.forEach((run) => this.#putRun(run.suite, run));
    for (const suite of this.suites.values()) {
      suite.problems = [];
      suite.changed = true;
    }
    snapshot.items.forEach((item) => this.#putProblem(item.suite, item.problem));
  }

  #finish(data) {
    this.#head(data);
    this.#putTotals(data.totals);
  }

  #head(data) {
    this.status = data.status;
    this.startedAt = data.started_at ?? this.startedAt;
    this.endedAt = data.ended_at ?? null;
    this.problem = data.problem ?? null;
  }

  #putRun(suiteName, run) {
    const suite = this.#suite(suiteName);
    const before = suite.runs.get(run.run_id);
    for (const figures of [suite.totals, this.totals]) {
      if (before) {
        figures.count(before, -1);
      }
      figures.count(run, 1);
    }
    suite.runs.set(run.run_id, run);
    suite.changedRuns.add(run.run_id);
    suite.removedRuns.delete(run.run_id);
    suite.changed = true;
  }

  #removeRun(suite, run) {
    suite.totals.count(run, -1);
    this.totals.count(run, -1);
    suite.runs.delete(run.run_id);
    suite.changedRuns.delete(run.run_id);
    suite.removedRuns.add(run.run_id);
    suite.changed = true;
  }

  #putProblem(suiteName, problem) {
    const suite = this.#suite(suiteName);
    suite.problems.push(problem);
    suite.changed = true;
  }

  #putTotals(totals) {
    this.totals.received(totals.overall);
    for (const [name, own] of Object.entries(totals.suites)) {
      const suite = this.#suite(name);
      suite.totals.received(own);
      suite.changed = true;
    }
  }

  #suite(name) {
    let suite = this.suites.get(name);
    if (!suite) {
      suite = new SuiteState(name);
      this.suites.set(name, suite);
    }
    return suite;
  }
}
