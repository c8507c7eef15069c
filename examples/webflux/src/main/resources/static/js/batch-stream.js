import { batch, eventsOf } from './api.js';
import { problemOf } from './problem.js';

const TYPES = ['snapshot', 'run', 'item', 'totals', 'done'];
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15000;

/**
 * Follows the events of one batch until it has ended.
 *
 * The browser reopens a broken connection and sends the id of the last event, so that the service continues from there. A
 * service that was restarted does not know this id, and begins with a snapshot. If the browser abandons a connection, it is
 * reopened here and begins with a snapshot too. Either way nothing is missed.
 */
export class BatchStream {
  #batchId;
  #listener;
  #source = null;
  #timer = 0;
  #wait = FIRST_WAIT;
  #closed = false;
  #online = () => this.#reopenNow();

  /** Notifies the listener by `connected()`, `disconnected()`, `lost(problem)` and `event(type, data)`. */
  constructor(batchId, listener) {
    this.#batchId = batchId;
    this.#listener = listener;
  }

  open() {
    addEventListener('online', this.#online);
    this.#connect();
  }

  close() {
    this.#closed = true;
    removeEventListener('online', this.#online);
    clearTimeout(this.#timer);
    this.#source?.close();
  }

  #connect() {
    const source = new EventSource(eventsOf(this.#batchId));
    this.#source = source;
    source.addEventListener('open', () => {
      this.#wait = FIRST_WAIT;
      this.#listener.connected();
    });
    source.addEventListener('error', () => this.#broken(source));
    for (const type of TYPES) {
      source.addEventListener(type, (event) => this.#listener.event(type, JSON.parse(event.data)));
    }
  }

  #broken(source) {
    if (this.#closed || source !== this.#source) {
      return;
    }
    this.#listener.disconnected();
    if (source.readyState === EventSource.CLOSED) {
      this.#source = null;
      this.#recover();
    }
  }

  /** The browser does not report why it abandoned the connection: a missing batch is permanent, all else may be temporary. */
  async #recover() {
    try {
      const snapshot = await batch(this.#batchId);
      if (!this.#closed && this.#source === null) {
        this.#listener.event('snapshot', snapshot);
      }
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 400 && problem.status < 500 && problem.status !== 429) {
        if (!this.#closed) {
          this.close();
          this.#listener.lost(problem);
        }
        return;
      }
    }
    if (!this.#closed && this.#source === null) {
      this.#timer = setTimeout(() => this.#connect(), this.#wait);
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    }
  }

  #reopenNow() {
    if (this.#source?.readyState !== EventSource.OPEN && !this.#closed) {
      clearTimeout(this.#timer);
      this.#source?.close();
      this.#connect();
    }
  }
}
