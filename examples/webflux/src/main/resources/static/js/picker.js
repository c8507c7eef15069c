import { startBatch, suites } from './api.js';
import { announce, part, setText, stamp } from './dom.js';
import { count } from './format.js';
import { problemOf, showProblem } from './problem.js';

/** Chooses suites and starts a batch of them. */
export class Picker {
  #choices = [];
  #started;
  #stopped = false;

  /** Calls `started` with the id of the batch. */
  constructor(started) {
    this.#started = started;
    this.element = stamp('picker');
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#run();
    });
    this.#part('filter').addEventListener('input', () => this.#filter());
    this.#part('all').addEventListener('click', () => this.#select(true));
    this.#part('none').addEventListener('click', () => this.#select(false));
    this.#part('choices').addEventListener('change', () => this.#drawChosen());
  }

  start() {
    document.title = 'Test batches';
    return this.#load();
  }

  stop() {
    this.#stopped = true;
  }

  async #load() {
    this.#part('problem').replaceChildren();
    setText(this.#part('empty'), 'Loading the suites…');
    try {
      this.#show(await suites());
    } catch (error) {
      setText(this.#part('empty'), 'There are no suites to show.');
      this.#showProblem(problemOf(error), 'The suites could not be loaded', () => this.#load());
    }
  }

  #show(found) {
    this.#choices = found.map((suite) => {
      const item = stamp('choice');
      const box = item.querySelector('input');
      box.value = suite.name;
      part(item, 'name').textContent = suite.name;
      part(item, 'tests').textContent = typeof suite.tests === 'number' ? count(suite.tests, 'test') : '';
      return { ...suite, item, box };
    });
    this.#part('choices').replaceChildren(...this.#choices.map((choice) => choice.item));
    this.#filter();
    this.#drawChosen();
  }

  #filter() {
    const wanted = this.#part('filter').value.trim().toLowerCase();
    let shown = 0;
    for (const choice of this.#choices) {
      choice.item.hidden = !choice.name.toLowerCase().includes(wanted);
      shown += choice.item.hidden ? 0 : 1;
    }
    this.#part('empty').hidden = shown > 0;
    setText(this.#part('empty'), this.#choices.length > 0 ? 'No suite matches the filter.' : 'There are no suites yet.');
  }

  /** Selects only what the filter shows, so that nothing hidden is started. */
  #select(selected) {
    this.#choices.filter((choice) => !choice.item.hidden).forEach((choice) => { choice.box.checked = selected; });
    this.#drawChosen();
  }

  #chosen() {
    return this.#choices.filter((choice) => choice.box.checked);
  }

  #drawChosen() {
    const chosen = this.#chosen();
    const tests = chosen.reduce((sum, choice) => sum + (choice.tests ?? NaN), 0);
    const counted = Number.isNaN(tests) ? '' : ` · ${count(tests, 'test')}`;
    setText(this.#part('chosen'), chosen.length > 0 ? `${count(chosen.length, 'suite')}${counted}` : 'No suite is selected');
  }

  async #run() {
    const chosen = this.#chosen();
    if (chosen.length === 0) {
      this.#showProblem({ title: 'Select at least one suite to run' });
      this.#choices.find((choice) => !choice.item.hidden)?.box.focus();
      return;
    }
    this.#part('problem').replaceChildren();
    this.#busy(true);
    try {
      const batch = await startBatch(chosen.map((choice) => choice.name), this.#part('version').value.trim() || null);
      // If the user has navigated away meanwhile, the page stays where it is.
      if (!this.#stopped) {
        announce(`Batch started: ${count(chosen.length, 'suite')}.`);
        this.#started(batch.id);
      }
    } catch (error) {
      this.#showProblem(problemOf(error), 'The batch could not be started');
    } finally {
      this.#busy(false);
    }
  }

  #busy(busy) {
    this.#part('run').disabled = busy;
    setText(this.#part('run-label'), busy ? 'Starting…' : 'Run');
  }

  #showProblem(problem, heading, retry) {
    const notice = showProblem(problem, { heading, retry });
    notice.setAttribute('role', 'alert');
    this.#part('problem').replaceChildren(notice);
    notice.scrollIntoView({ block: 'nearest' });
  }

  #part(name) {
    return part(this.element, name);
  }
}
