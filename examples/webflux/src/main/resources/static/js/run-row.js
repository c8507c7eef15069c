import { element, icon, part, setText, stamp } from './dom.js';
import { duration } from './format.js';
import { showProblem } from './problem.js';
import { isBad, showRunStatus, showStatus, statusOf } from './status.js';

/** One run in the list of its suite. Its content is created when it is opened. */
export class RunRow {
  #run;
  #details;
  #body;
  #status;
  #duration;
  #drawnBody = null;

  constructor(run) {
    this.element = stamp('run');
    this.element.id = `run-${run.run_id}`;
    this.#details = this.element.querySelector('details');
    this.#body = part(this.element, 'body');
    this.#status = part(this.element, 'status');
    this.#duration = part(this.element, 'duration');
    this.#details.addEventListener('toggle', () => this.#drawBody());
    this.update(run);
  }

  update(run) {
    this.#run = run;
    setText(part(this.element, 'name'), run.test_name ?? run.test_id);
    showRunStatus(this.#status, run);
    this.element.dataset.run = run.status;
    this.element.dataset.ended = isBad(run) ? 'bad' : '';
    setText(this.#duration, run.completed_at ? duration(Date.parse(run.completed_at) - Date.parse(run.created_at)) : '');
    this.#drawBody();
  }

  #drawBody() {
    if (!this.#details.open || this.#drawnBody === this.#run) {
      return;
    }
    this.#drawnBody = this.#run;
    this.#body.replaceChildren(...[this.#problem(), this.#rubric(), this.#facts()].filter((child) => child));
  }

  #problem() {
    return this.#run.problem ? showProblem(this.#run.problem, { heading: 'This run was not followed to its end' }) : null;
  }

  #rubric() {
    const items = this.#run.rubric ?? [];
    if (items.length === 0 && this.#run.problem) {
      return null;
    }
    if (items.length === 0) {
      const ended = statusOf(this.#run.status).ended;
      return element('p', '', ended ? 'This run has no results.' : 'Results are available when the run has ended.');
    }
    const list = element('ul', 'rubric');
    list.append(...items.map((item) => {
      const line = element('li');
      const chip = element('span', 'chip');
      showStatus(chip, item.status);
      line.append(chip, element('span', '', item.name));
      return line;
    }));
    return list;
  }

  #facts() {
    const facts = element('dl', 'facts');
    addFact(facts, 'Conversation', this.#run.conversation_id);
    addFact(facts, 'Run', this.#run.run_id);
    return facts;
  }
}

function addFact(facts, name, value) {
  if (!value) {
    return;
  }
  const held = element('dd');
  held.append(element('code', '', value));
  // Browsers give access to the clipboard only to pages served over TLS or from localhost.
  if (navigator.clipboard) {
    held.append(copyButton(name, value));
  }
  facts.append(element('dt', '', name), held);
}

function copyButton(name, value) {
  const button = element('button', 'quiet');
  const label = element('span', '', 'Copy');
  button.type = 'button';
  button.setAttribute('aria-label', `Copy the id of the ${name.toLowerCase()}`);
  button.append(icon('copy'), label);
  button.addEventListener('click', () => navigator.clipboard.writeText(value).then(
    () => setText(label, 'Copied'),
    () => setText(label, 'Copying is not allowed'),
  ));
  return button;
}
