/** Gives the body back. */
export default function handle({ body }) {
  return { type: 'application/octet-stream', body };
}
