import { element, part, setText, stamp } from './dom.js';
import { count, duration, percent } from './format.js';
import { showProblem } from './problem.js';
import { RunRow } from './run-row.js';
import { StatusBar, endedOf, inWords, isAbandoned } from './status.js';

const MOST_FAILING = 3;

/** One suite of a batch: its figures and, when it is open, its runs. */
export class SuiteCard {
  #suite;
  #bar = new StatusBar();
  #cells = new Map();
  #rows = new Map();
  #problems = '[]';

  constructor(suite) {
    this.#suite = suite;
    this.element = stamp('suite');
    this.element.dataset.suite = suite.name;
    part(this.element, 'name').textContent = suite.name;
    part(this.element, 'bar').append(this.#bar.element);
    this.element.addEventListener('toggle', () => this.#drawRows(this.#suite.runs.keys()));
  }

  open() {
    this.element.open = true;
  }

  /** Draws the changes since it was last drawn. */
  update() {
    const suite = this.#suite;
    if (!suite.changed) {
      return;
    }
    const totals = suite.totals;
    setText(part(this.element, 'rate'), percent(totals.pass_rate));
    setText(part(this.element, 'counts'), this.#words());
    this.#bar.update(totals);
    this.#remove(suite.removedRuns);
    this.#drawCells();
    this.#drawRows(suite.changedRuns);
    this.#drawProblems();
    this.#drawFailing(totals.failed_rubric_items);
    part(this.element, 'none').hidden = suite.runs.size > 0 || suite.problems.length > 0;
    setText(part(this.element, 'takes'), totals.durations ? `${duration(totals.durations.mean_millis)} per run` : '');
    suite.drawn();
  }

  #words() {
    const { runs } = this.#suite.totals;
    if (runs === 0) {
      return this.#suite.problems.length > 0 ? 'Could not be started' : 'Waiting to start';
    }
    const ended = endedOf(this.#suite.totals);
    const progress = ended < runs ? `${ended} of ${count(runs, 'run')} ended` : count(runs, 'run');
    return `${progress}: ${inWords(this.#suite.totals)}`;
  }

  #remove(ids) {
    for (const id of ids) {
      this.#cells.get(id)?.remove();
      this.#cells.delete(id);
      this.#rows.get(id)?.element.remove();
      this.#rows.delete(id);
    }
  }

  #drawCells() {
    const made = [];
    for (const id of this.#suite.changedRuns) {
      let cell = this.#cells.get(id);
      if (!cell) {
        cell = document.createElement('i');
        this.#cells.set(id, cell);
        made.push(cell);
      }
      const run = this.#suite.runs.get(id);
      cell.dataset.status = isAbandoned(run) ? 'error' : run.status;
    }
    part(this.element, 'cells').append(...made);
  }

  #drawRows(ids) {
    if (!this.element.open) {
      return;
    }
    const made = [];
    for (const id of ids) {
      const run = this.#suite.runs.get(id);
      const row = this.#rows.get(id);
      if (row) {
        row.update(run);
      } else {
        const added = new RunRow(run);
        this.#rows.set(id, added);
        made.push(added.element);
      }
    }
    part(this.element, 'runs').append(...made);
  }

  #drawProblems() {
    const problems = this.#suite.problems;
    const key = JSON.stringify(problems);
    if (this.#problems === key) {
      return;
    }
    this.#problems = key;
    part(this.element, 'problems').replaceChildren(
      ...problems.map((problem) => showProblem(problem, { heading: 'This suite could not be run' })),
    );
    if (problems.length > 0) {
      this.open();
    }
  }

  #drawFailing(items) {
    part(this.element, 'failing').hidden = items.length === 0;
    const texts = items.slice(0, MOST_FAILING).map((item) => `${item.name} ${item.count}×`);
    const list = part(this.element, 'failing-items');
    if (list.dataset.drawn !== texts.join('\n')) {
      list.dataset.drawn = texts.join('\n');
      list.replaceChildren(...texts.map((text) => element('li', '', text)));
    }
  }
}
