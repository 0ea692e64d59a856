import handle from './handler.js';

let instance = 0;

/** Calls the function: `target` is the request's path and query as sent, `body` a Uint8Array. */
export function call(target, body) {
  // Only now: workerd has no random numbers while a module loads. Two calls that give the same number found the same instance.
  instance ||= Math.floor(Math.random() * 2 ** 47) + 1;
  const mark = target.indexOf('?');
  const path = decodeURIComponent(mark < 0 ? target : target.slice(0, mark));
  const answer = handle({ path, query: mark < 0 ? '' : target.slice(mark + 1), body });
  return { status: answer.status ?? 200, headers: { 'Content-Type': answer.type, 'X-EvalFaaS-Instance': String(instance) }, body: answer.body };
}
