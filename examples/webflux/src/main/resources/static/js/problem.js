import { element, part, stamp } from './dom.js';

/** A failed request, with the problem details of RFC 9457 if the service sent them. */
export class ProblemError extends Error {
  constructor(problem, retryAfter = null) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

const TITLES = new Map([
  [404, 'Not found'],
  [422, 'The request was rejected'],
  [429, 'Too many requests'],
  [502, 'Telnyx did not respond as expected'],
  [503, 'The service is busy'],
  [504, 'Telnyx did not respond in time'],
]);

/** Returns the problem of an error, and rethrows an error of this page itself. */
export function problemOf(error) {
  if (error instanceof ProblemError) {
    return { ...error.problem, retry_after: error.retryAfter };
  }
  throw error;
}

/**
 * Creates a notice that explains a problem to the user.
 *
 * @param problem the problem details, or a plain text
 * @param heading what could not be done, instead of the title of the details
 * @param retry the action of the retry button, absent if a retry does not help
 */
export function showProblem(problem, { heading, retry } = {}) {
  const details = typeof problem === 'string' ? { detail: problem } : problem;
  const notice = stamp('problem');
  const title = heading ?? TITLES.get(details.status) ?? details.title ?? 'Something went wrong';
  part(notice, 'title').textContent = title;
  part(notice, 'detail').textContent = details.detail ?? (details.title === title ? '' : (details.title ?? ''));
  part(notice, 'errors').replaceChildren(...fieldErrors(details).map((text) => element('li', '', text)));
  part(notice, 'facts').textContent = facts(details);
  if (retry) {
    const button = part(notice, 'retry');
    button.hidden = false;
    button.addEventListener('click', retry);
  }
  return notice;
}

function fieldErrors(details) {
  return (Array.isArray(details.errors) ? details.errors : [])
    .map((error) => {
      if (typeof error === 'string') {
        return error;
      }
      const text = error.detail ?? error.message ?? error.title ?? '';
      const field = error.field ?? error.pointer ?? '';
      return field && text ? `${field}: ${text}` : text || field;
    })
    .filter((text) => text);
}

/** Returns the facts that support needs. */
function facts(details) {
  const known = [];
  if (details.retry_after) {
    known.push(`Try again in ${details.retry_after} s`);
  }
  if (details.attempts > 1) {
    known.push(`${details.attempts} attempts`);
  }
  if (details.outcome_known === false) {
    known.push('It is not known whether Telnyx carried this out');
  }
  if (details.upstream_status) {
    known.push(`Telnyx responded with status ${details.upstream_status}`);
  }
  if (details.request_id) {
    known.push(`Request ${details.request_id}`);
  }
  return known.join(' · ');
}
