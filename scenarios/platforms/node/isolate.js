import { parentPort, workerData } from 'node:worker_threads';
import { call } from './function.js';

parentPort.postMessage(call(workerData.target, workerData.body));
