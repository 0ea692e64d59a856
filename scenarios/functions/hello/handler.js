/** Greets the world, or whoever the path names. */
export default function handle({ path }) {
  return { type: 'text/plain; charset=utf-8', body: `Hello, ${path.length > 1 ? path.slice(1) : 'world'}!\n` };
}
