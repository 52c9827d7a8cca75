import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Heap size after garbage collection, in bytes. */
export function heapInUse(): number {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    collect();
    collect();
    return process.memoryUsage().heapUsed;
}

/** The CPU time of this thread so far, in milliseconds. It runs both the org and its client. */
export function cpuTime(): number {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
}

/** The value that is greater than this share of the values. */
export function quantile(values: readonly number[], share: number): number {
    const sorted = values.toSorted((one, other) => one - other);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
