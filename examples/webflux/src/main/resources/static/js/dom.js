/** Finds the part of an element that has this name. */
export function part(root, name) {
  return root.querySelector(`[data-part="${name}"]`);
}

/** Makes an element from a template of the page. */
export function stamp(template) {
  return document.getElementById(`${template}-template`).content.firstElementChild.cloneNode(true);
}

/** Makes an element. */
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

/** Sets a text, and touches nothing where it is already there. */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** Makes an icon; it is decoration, so a text has to stand next to it. */
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

/** Has screen readers say something once they are free to. */
export function announce(text) {
  clearTimeout(spoken);
  const region = part(document, 'spoken');
  region.textContent = '';
  // A text that is put into the region in the same moment as it is emptied may not be taken for a new one.
  spoken = setTimeout(() => { region.textContent = text; }, 100);
}

/**
 * Collects reasons to draw and draws once in a frame, however many events came before it.
 * A hidden page has no frames: there it draws once a second, so that its title stays right.
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

  /** Draws what is pending at once: the page was hidden or shown, and what was asked for may never come. */
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
