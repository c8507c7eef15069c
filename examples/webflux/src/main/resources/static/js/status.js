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

/** What is known of a status; the service may have some that have no name here. */
export function statusOf(key) {
  return BY_KEY.get(key) ?? { key, label: key, ended: false };
}

/** Whether nothing more is to come from a run, and it did not pass. */
export function isBad(run) {
  return run.status === 'failed' || run.status === 'error' || Boolean(run.problem);
}

/** How many runs have each status, in the order above, with those of unknown statuses at the end. */
export function countsOf(totals) {
  const counts = totals.by_status;
  const known = STATUSES.map((status) => ({ ...status, runs: counts[status.key] ?? 0 }));
  const unknown = Object.keys(counts)
    .filter((key) => !BY_KEY.has(key) && counts[key] > 0)
    .map((key) => ({ ...statusOf(key), runs: counts[key] }));
  return [...known, ...unknown];
}

/** How many runs have ended. */
export function endedOf(totals) {
  return countsOf(totals).reduce((sum, status) => sum + (status.ended ? status.runs : 0), 0);
}

/** Counts in words, such as "6 passed, 1 failed". */
export function inWords(totals) {
  const words = countsOf(totals)
    .filter((status) => status.runs > 0)
    .map((status) => `${status.runs} ${status.label.toLowerCase()}`);
  return [...words, ...(totals.given_up > 0 ? [`${totals.given_up} given up`] : [])].join(', ');
}

/** Shows a status on a chip: an icon, a word and a colour. */
export function showStatus(chip, key, label = statusOf(key).label) {
  if (chip.dataset.status === key && chip.lastChild?.textContent === label) {
    return;
  }
  chip.dataset.status = key;
  chip.replaceChildren(icon(BY_KEY.has(key) ? key : 'unknown'), label);
}

/** Whether a run is no longer followed though it has not ended, so that its status is merely the last one seen. */
export function isGivenUp(run) {
  return Boolean(run.problem) && !statusOf(run.status).ended;
}

/** Shows the status of a run on a chip. */
export function showRunStatus(chip, run) {
  if (isGivenUp(run)) {
    showStatus(chip, 'error', 'Given up');
  } else {
    showStatus(chip, run.status);
  }
}

/** Makes a bar with one segment for each status. */
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
