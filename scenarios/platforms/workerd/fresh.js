let requests = 0;

/** Loads the function into an isolate of its own for each request. */
export default {
  fetch(request, { LOADER, ...modules }) {
    const worker = LOADER.get(String(++requests), () => ({ compatibilityDate: '2026-11-01', mainModule: 'serve.js', modules, globalOutbound: null }));
    return worker.getEntrypoint().fetch(request);
  },
};
