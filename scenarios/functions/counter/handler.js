let calls = 0;

/** Says how often this instance was called. */
export default function handle() {
  return { type: 'text/plain; charset=utf-8', body: `${++calls}\n` };
}
