import { ProblemError } from './problem.js';

/** Returns the address of the events of a batch. */
export function eventsOf(batchId) {
  return `batches/${encodeURIComponent(batchId)}/events`;
}

export function info() {
  return request('info');
}

export function suites() {
  return request('suites');
}

export function batch(batchId) {
  return request(`batches/${encodeURIComponent(batchId)}`);
}

export function startBatch(suiteNames, versionId) {
  return request('batches', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ suites: suiteNames, version_id: versionId }),
  });
}

async function request(path, options = {}) {
  const response = await reach(path, options);
  if (!response.ok) {
    throw new ProblemError(await problemIn(response), response.headers.get('Retry-After'));
  }
  return read(response);
}

async function reach(path, options) {
  try {
    return await fetch(path, { ...options, headers: { Accept: 'application/json', ...options.headers } });
  } catch (error) {
    throw unreachable(error);
  }
}

async function read(response) {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new ProblemError({ title: 'The service sent a response that this page does not understand' });
    }
    throw unreachable(error);
  }
}

function unreachable(error) {
  // fetch reports every network failure this way.
  if (error instanceof TypeError) {
    return new ProblemError({
      title: 'The service cannot be reached',
      detail: 'Check that it is running and that you are connected.',
    });
  }
  return error;
}

async function problemIn(response) {
  const type = response.headers.get('Content-Type') ?? '';
  if (type.includes('json')) {
    const body = await read(response);
    return { ...body, status: response.status };
  }
  return { title: `The service responded with status ${response.status}`, status: response.status };
}
