import { element, icon, part, setText } from './dom.js';
import { duration, number, percent } from './format.js';
import { STATUSES, StatusBar, countsOf, endedOf } from './status.js';

const MOST_FAILING = 6;

/** The figures of a whole batch. */
export class Overview {
  #root;
  #bar = new StatusBar();
  #counts = new Map();

  constructor(root) {
    this.#root = root;
    this.#bar.element.setAttribute('role', 'progressbar');
    this.#bar.element.setAttribute('aria-label', 'Runs that have ended');
    part(root, 'bar').append(this.#bar.element);
    STATUSES.forEach((status) => this.#addToLegend(status));
  }

  update(totals) {
    const counts = countsOf(totals);
    const { runs } = totals;
    const ended = endedOf(totals);
    setText(part(this.#root, 'rate'), percent(totals.pass_rate));
    setText(part(this.#root, 'ended'), `${number(ended)} of ${number(runs)}`);
    this.#bar.update(totals);
    this.#describeBar(runs, ended);
    counts.forEach((status) => this.#drawCount(status));
    this.#drawFailing(totals.failed_rubric_items);
    this.#drawTimes(totals.durations);
  }

  #drawTimes(durations) {
    const times = durations
      ? [duration(durations.mean_millis), `${duration(durations.min_millis)} to ${duration(durations.max_millis)}`]
      : ['–', ''];
    const shown = part(this.#root, 'takes');
    if (shown.dataset.drawn !== times.join()) {
      shown.dataset.drawn = times.join();
      shown.replaceChildren(times[0], element('small', '', times[1]));
    }
  }

  #describeBar(runs, ended) {
    const bar = this.#bar.element;
    bar.setAttribute('aria-valuemin', '0');
    bar.setAttribute('aria-valuemax', String(Math.max(1, runs)));
    bar.setAttribute('aria-valuenow', String(ended));
    bar.setAttribute('aria-valuetext', `${ended} of ${runs}`);
  }

  #addToLegend(status) {
    const line = element('li');
    line.dataset.status = status.key;
    const runs = element('b');
    line.append(icon(STATUSES.includes(status) ? status.key : 'unknown'), status.label, runs);
    this.#counts.set(status.key, runs);
    part(this.#root, 'legend').append(line);
  }

  #drawCount(status) {
    if (!this.#counts.has(status.key)) {
      this.#addToLegend(status);
    }
    const runs = this.#counts.get(status.key);
    setText(runs, number(status.runs));
    runs.parentElement.toggleAttribute('data-none', status.runs === 0);
  }

  #drawFailing(items) {
    part(this.#root, 'failing').hidden = items.length === 0;
    const list = part(this.#root, 'failing-items');
    const shown = items.slice(0, MOST_FAILING);
    const key = JSON.stringify(shown);
    if (list.dataset.drawn === key) {
      return;
    }
    list.dataset.drawn = key;
    list.replaceChildren(...shown.map((item) => failingItem(item, shown[0].count)));
  }
}

function failingItem(item, most) {
  const line = element('li');
  const share = element('span', 'share');
  share.setAttribute('aria-hidden', 'true');
  share.style.setProperty('--share', String(item.count / most));
  line.append(element('span', '', item.name), element('b', '', `${number(item.count)}×`), share);
  return line;
}
