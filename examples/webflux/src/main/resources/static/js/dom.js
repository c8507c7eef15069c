/** Returns the part of an element with this name. */
export function part(root, name) {
  return root.querySelector(`[data-part="${name}"]`);
}

/** Creates an element from a template of the page. */
export function stamp(template) {
  return document.getElementById(`${template}-template`).content.firstElementChild.cloneNode(true);
}

/** Creates an element. */
export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

/** Sets a text, and leaves the node alone if it already has it. */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** Creates an icon. It is decorative, so it needs a text beside it. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
}

let spoken = 0;

/** Announces a text to screen readers at their next opportunity. */
export function announce(text) {
  clearTimeout(spoken);
  const region = part(document, 'spoken');
  region.textContent = '';
  // If the region is cleared and filled at the same moment, the text may not be recognised as new.
  spoken = setTimeout(() => { region.textContent = text; }, 100);
}

/**
 * Draws at most once per frame, no matter how often it is requested.
 * A hidden page has no frames: it draws once per second, so that its title stays up to date.
 */
export class Frame {
  #draw;
  #pending = null;

  constructor(draw) {
    this.#draw = draw;
  }

  request() {
    if (this.#pending !== null) {
      return;
    }
    const draw = () => {
      this.#pending = null;
      this.#draw();
    };
    if (document.hidden) {
      const timer = setTimeout(draw, 1000);
      this.#pending = () => clearTimeout(timer);
    } else {
      const frame = requestAnimationFrame(draw);
      this.#pending = () => cancelAnimationFrame(frame);
    }
  }

  /** Draws immediately if a request is pending: the page was hidden or shown, so its frame may never come. */
  flush() {
    if (this.#pending !== null) {
      this.cancel();
      this.#draw();
    }
  }

  cancel() {
    this.#pending?.();
    this.#pending = null;
  }
}
