import { element, part, stamp } from './dom.js';

/** A request that was not answered as it should be, with the details of RFC 9457 where the service gave them. */
export class ProblemError extends Error {
  constructor(problem, retryAfter = null) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

const TITLES = new Map([
  [404, 'That is not there'],
  [422, 'The request was not accepted'],
  [429, 'Too much at once'],
  [502, 'Telnyx did not answer as it should'],
  [503, 'The service has too much to do'],
  [504, 'Telnyx took too long to answer'],
]);

/** The problem in an error; what is a mistake of this page is thrown on. */
export function problemOf(error) {
  if (error instanceof ProblemError) {
    return { ...error.problem, retry_after: error.retryAfter };
  }
  throw error;
}

/**
 * Shows a problem as people understand it.
 *
 * @param problem the details, or a plain text
 * @param heading what could not be done, in place of what the details call it
 * @param retry what to do when people want to try again; nothing where that does not help
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

/** What helps those whom one asks for help. */
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
    known.push(`Telnyx answered with status ${details.upstream_status}`);
  }
  if (details.request_id) {
    known.push(`Request ${details.request_id}`);
  }
  return known.join(' · ');
}
