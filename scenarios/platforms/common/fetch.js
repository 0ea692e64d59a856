/** Answers a request of the web's standard by `call`, which may take its time. */
export async function answer(request, call) {
  const { url } = request;
  const { status, headers, body } = await call(url.slice(url.indexOf('/', 8)), new Uint8Array(await request.arrayBuffer()));
  return new Response(body, { status, headers });
}
