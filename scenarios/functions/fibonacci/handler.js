const DEFAULT = 20;
const MOST = 40;

// On purpose the slow way: the work is the calls.
function fibonacci(n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

/** Reads `n` from a query that is empty or n=NUMBER; null where it is neither. */
function readN(query) {
  if (query === '') return DEFAULT;
  const n = /^n=[0-9]+$/.test(query) ? Number(query.slice(2)) : Infinity;
  return n <= MOST ? n : null;
}

export default function handle({ query }) {
  const n = readN(query);
  const type = 'text/plain; charset=utf-8';
  return n === null ? { status: 400, type, body: `Give n=NUMBER as the query, from 0 to ${MOST}.\n` } : { type, body: `${fibonacci(n)}\n` };
}
