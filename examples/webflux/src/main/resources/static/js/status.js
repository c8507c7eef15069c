import { icon } from './dom.js';

/** The statuses of runs in the order in which bars and counts show them. */
export const STATUSES = [
  { key: 'passed', label: 'Passed', ended: true },
  { key: 'failed', label: 'Failed', ended: true },
  { key: 'error', label: 'Error', ended: true },
  { key: 'running', label: 'Running', ended: false },
  { key: 'starting', label: 'Starting', ended: false },
  { key: 'pending', label: 'Pending', ended: false },
];

const BY_KEY = new Map(STATUSES.map((status) => [status.key, status]));

/** Returns a description of a status, which may be unknown here. */
export function statusOf(key) {
  return BY_KEY.get(key) ?? { key, label: key, ended: false };
}

/** Returns whether a run has ended or is no longer followed, and did not pass. */
export function isBad(run) {
  return run.status === 'failed' || run.status === 'error' || Boolean(run.problem);
}

/** Returns the number of runs by status, in the order above, with unknown statuses at the end. */
export function countsOf(totals) {
  const counts = totals.by_status;
  const known = STATUSES.map((status) => ({ ...status, runs: counts[status.key] ?? 0 }));
  const unknown = Object.keys(counts)
    .filter((key) => !BY_KEY.has(key) && counts[key] > 0)
    .map((key) => ({ ...statusOf(key), runs: counts[key] }));
  return [...known, ...unknown];
}

/** Returns the number of runs that have ended. */
export function endedOf(totals) {
  return countsOf(totals).reduce((sum, status) => sum + (status.ended ? status.runs : 0), 0);
}

/** Formats the counts, such as "6 passed, 1 failed". */
export function inWords(totals) {
  const words = countsOf(totals)
    .filter((status) => status.runs > 0)
    .map((status) => `${status.runs} ${status.label.toLowerCase()}`);
  return [...words, ...(totals.abandoned > 0 ? [`${totals.abandoned} abandoned`] : [])].join(', ');
}

/** Shows a status on a chip: an icon, a word and a colour. */
export function showStatus(chip, key, label = statusOf(key).label) {
  if (chip.dataset.status === key && chip.lastChild?.textContent === label) {
    return;
  }
  chip.dataset.status = key;
  chip.replaceChildren(icon(BY_KEY.has(key) ? key : 'unknown'), label);
}

/** Returns whether a run is no longer followed although it has not ended, so that its status is only the last one seen. */
export function isAbandoned(run) {
  return Boolean(run.problem) && !statusOf(run.status).ended;
}

/** Shows the status of a run on a chip. */
export function showRunStatus(chip, run) {
  if (isAbandoned(run)) {
    showStatus(chip, 'error', 'Abandoned');
  } else {
    showStatus(chip, run.status);
  }
}

/** A bar with one segment for each status. */
export class StatusBar {
  #segments = new Map();
  #rest;

  constructor() {
    this.element = document.createElement('span');
    this.element.className = 'bar';
    for (const status of STATUSES) {
      const segment = document.createElement('span');
      segment.dataset.status = status.key;
      this.#segments.set(status.key, segment);
      this.element.append(segment);
    }
    this.#rest = document.createElement('span');
    this.#rest.dataset.status = 'pending';
    this.element.append(this.#rest);
  }

  update(totals) {
    let unknown = 0;
    for (const status of countsOf(totals)) {
      const segment = this.#segments.get(status.key);
      if (segment) {
        grow(segment, status.runs);
      } else {
        unknown += status.runs;
      }
    }
    grow(this.#rest, unknown);
  }
}

function grow(segment, runs) {
  const grown = String(runs);
  if (segment.style.flexGrow !== grown) {
    segment.style.flexGrow = grown;
  }
}
