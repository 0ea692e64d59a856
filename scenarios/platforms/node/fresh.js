import { Worker } from 'node:worker_threads';
import { serve } from './http.js';

serve((target, body) => new Promise((resolve, reject) => {
  const worker = new Worker(new URL('./isolate.js', import.meta.url), { workerData: { target, body } });
  worker.once('message', resolve);
  worker.once('error', reject);
}));
