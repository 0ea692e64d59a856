/** Calls the function in a worker of its own, which ends with the call. */
export function callInWorker(target, body) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./web-isolate.js', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = reject;
    worker.postMessage({ target, body });
  });
}
