import { info } from './api.js';
import { BatchView } from './batch-view.js';
import { part } from './dom.js';
import { Picker } from './picker.js';
import { problemOf } from './problem.js';

const content = document.getElementById('content');
let view = null;

/** Returns the view for the address, which contains the batch so that it can be reloaded, shared and returned to. */
function viewOfAddress() {
  const batch = /^#\/batches\/([^/]+)$/.exec(location.hash);
  if (batch) {
    return new BatchView(decodeURIComponent(batch[1]));
  }
  return new Picker((id) => { location.hash = `#/batches/${encodeURIComponent(id)}`; });
}

function show(focus) {
  view?.stop();
  view = viewOfAddress();
  content.replaceChildren(view.element);
  scrollTo(0, 0);
  if (focus) {
    content.querySelector('h1').focus();
  }
  view.start();
}

async function showOrigin() {
  try {
    const { simulated, base_url: baseUrl } = await info();
    part(document, 'simulated').hidden = !simulated;
    part(document, 'origin').textContent = simulated ? '' : `Telnyx at ${baseUrl}`;
  } catch (error) {
    part(document, 'origin').textContent = problemOf(error).title;
  }
}

// The fragment of the address selects the view, so this link moves the focus itself.
part(document, 'skip').addEventListener('click', (event) => {
  event.preventDefault();
  content.focus();
});
addEventListener('hashchange', () => show(true));
show(false);
showOrigin();
