import { TextDecoder } from 'node:util';

/** Every browser has it, but jsdom doesn't. */
Object.assign(globalThis, { TextDecoder });
