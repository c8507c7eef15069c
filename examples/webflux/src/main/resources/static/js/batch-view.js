import { BatchState } from './batch-state.js';
import { BatchStream } from './batch-stream.js';
import { Frame, announce, icon, part, setText, stamp } from './dom.js';
import { between, count, duration, percent } from './format.js';
import { Overview } from './overview.js';
import { showProblem } from './problem.js';
import { endedOf, inWords, showStatus } from './status.js';
import { SuiteCard } from './suite-card.js';

const LINKS = {
  connecting: ['live', 'Connecting…'],
  live: ['live', 'Live'],
  lost: ['lost', 'Connection lost, reconnecting…'],
};

/** Shows a batch and follows it until it has ended. */
export class BatchView {
  #state = new BatchState();
  #frame = new Frame(() => this.#draw());
  #cards = new Map();
  #quarter = 0;
  #link = null;
  #overview;
  #stream;
  #clock;
  #visible = () => this.#frame.flush();

  constructor(batchId) {
    this.element = stamp('batch');
    part(this.element, 'id').textContent = batchId.length > 12 ? batchId.slice(0, 8) : batchId;
    part(this.element, 'id').title = batchId;
    this.#overview = new Overview(part(this.element, 'columns'));
    this.#stream = new BatchStream(batchId, {
      connected: () => this.#connected(),
      disconnected: () => this.#disconnected(),
      lost: (problem) => this.#lost(problem),
      event: (type, data) => this.#event(type, data),
    });
    part(this.element, 'only-problems').addEventListener('change', (event) => {
      part(this.element, 'suites').classList.toggle('only-problems', event.target.checked);
    });
  }

  start() {
    this.#showLink('connecting');
    this.#clock = setInterval(() => this.#tick(), 1000);
    document.addEventListener('visibilitychange', this.#visible);
    this.#stream.open();
  }

  stop() {
    clearInterval(this.#clock);
    document.removeEventListener('visibilitychange', this.#visible);
    this.#frame.cancel();
    this.#stream.close();
  }

  #connected() {
    if (this.#link === 'lost') {
      announce('Connected again.');
    }
    this.#showLink('live');
  }

  #disconnected() {
    if (this.#link !== 'lost') {
      announce('Connection lost, reconnecting.');
    }
    this.#showLink('lost');
  }

  #lost(problem) {
    this.#end();
    showStatus(part(this.element, 'status'), 'error', 'No longer followed');
    const heading = problem.status === 404 ? 'Batch not found' : undefined;
    part(this.element, 'problem').replaceChildren(showProblem(explained(problem), { heading }));
    announce('This batch cannot be followed.');
  }

  #event(type, data) {
    this.#state.apply(type, data);
    if (type === 'done' || (type === 'snapshot' && this.#state.finished)) {
      this.#end();
      this.#showReason();
    }
    this.#frame.request();
  }

  #end() {
    clearInterval(this.#clock);
    this.#stream.close();
    this.#showLink(null);
  }

  /** Shows why the batch was aborted. */
  #showReason() {
    const { problem } = this.#state;
    part(this.element, 'problem').replaceChildren(
      ...(problem ? [showProblem(problem, { heading: 'The batch was aborted' })] : []),
    );
  }

  #showLink(link) {
    if (link === this.#link) {
      return;
    }
    this.#link = link;
    const shown = part(this.element, 'link');
    shown.dataset.link = link ?? '';
    shown.replaceChildren(...(link ? [icon(LINKS[link][0]), LINKS[link][1]] : []));
  }

  #draw() {
    const state = this.#state;
    if (!state.known) {
      return;
    }
    part(this.element, 'columns').hidden = false;
    this.#drawStatus();
    this.#overview.update(state.totals);
    this.#drawElapsed();
    for (const suite of state.suites.values()) {
      this.#card(suite).update();
    }
    this.#announceProgress();
  }

  #drawStatus() {
    const { status, totals } = this.#state;
    const chip = part(this.element, 'status');
    if (status === 'running') {
      showStatus(chip, 'running');
    } else if (status === 'failed') {
      showStatus(chip, 'error', 'Aborted');
    } else {
      const good = totals.pass_rate === 100;
      showStatus(chip, good ? 'passed' : 'failed', good ? 'Finished, all passed' : 'Finished, not all passed');
    }
  }

  /** Draws the elapsed time, which advances while nothing else changes. */
  #drawElapsed() {
    const { startedAt, endedAt, finished } = this.#state;
    const known = startedAt && (endedAt || !finished);
    setText(part(this.element, 'elapsed'), known ? duration(between(startedAt, endedAt)) : '');
  }

  #card(suite) {
    let card = this.#cards.get(suite.name);
    if (!card) {
      card = new SuiteCard(suite);
      this.#cards.set(suite.name, card);
      part(this.element, 'suites').append(card.element);
    }
    return card;
  }

  #tick() {
    if (this.#state.known && !document.hidden) {
      this.#drawElapsed();
    }
  }

  /** Updates the title, and announces each quarter of the progress and the end once. */
  #announceProgress() {
    const { totals, finished } = this.#state;
    const { runs } = totals;
    const ended = endedOf(totals);
    const title = finished ? `${percent(totals.pass_rate)} passed` : `${ended} of ${runs} ended`;
    if (document.title !== `${title} · Test batches`) {
      document.title = `${title} · Test batches`;
    }
    const quarter = finished ? 4 : Math.min(3, Math.floor((4 * ended) / Math.max(1, runs)));
    if (quarter > this.#quarter) {
      this.#quarter = quarter;
      announce(finished ? `The batch has ended: ${inWords(totals)}.` : `${ended} of ${count(runs, 'run')} have ended.`);
    }
  }
}

function explained(problem) {
  if (problem.status !== 404) {
    return problem;
  }
  return { ...problem, detail: 'Check the address. The batches of a simulation end with the service.' };
}
