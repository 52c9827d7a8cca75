import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { fuzzedOrg } from './fuzzedOrg.ts';
import { problemOf } from './judge.ts';
import { REGRESSIONS } from './regressions.ts';
import { fuzzRequest, type FuzzRequest } from './request.ts';
import { cpuTime, heapInUse, quantile } from './times.ts';

/** Set `FUZZ_SEED` and `FUZZ_REQUESTS` to test other requests. By default, every run sends the same ones. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122);
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 20_000);
/** Requests that fill the caches. Memory that grows after them is a leak. */
const WARM_UP_REQUESTS = 4_000;
/** In milliseconds of CPU time, so that other programs don't count. */
const MAX_TIME = { p99: 100, slowest: 5_000 };
/** In bytes. */
const MAX_GROWTH = 64 * 1024 * 1024;

const org = fuzzedOrg();
after(() => org.close());
const times: number[] = [];
const statuses = new Map<number, number>();

async function send({
    method,
    path,
    headers,
    body
}: FuzzRequest): Promise<{ status: number; type: string; text: string; ms: number }> {
    const started = cpuTime();
    const answer = await org.app.fetch(new Request(`http://localhost${path}`, { method, headers, body }));
    const text = await answer.text();
    return {
        status: answer.status,
        type: answer.headers.get('content-type') ?? '',
        text,
        ms: cpuTime() - started
    };
}

async function judge(request: FuzzRequest): Promise<number> {
    const { status, type, text, ms } = await send(request);
    const failure = org.log.failures.splice(0)[0];
    const problem = problemOf(request, status, type, text);
    assert.equal(
        problem,
        null,
        `${problem} in the answer to ${JSON.stringify(request).slice(0, 2000)}: ${text.slice(0, 300)} ${failure?.stack ?? ''}`
    );
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    return ms;
}

describe('Any request', () => {
    for (const { what, request } of REGRESSIONS) {
        test(`gets Salesforce's answer again: ${what}`, async () => {
            await judge(request(org));
        });
    }

    test(`gets an answer in the format of Salesforce, fast and without leaking memory, ${REQUESTS} times`, async (context) => {
        let heap = 0;
        const property = fc.asyncProperty(fuzzRequest(org.ids, org.token), async (request) => {
            if (times.length === WARM_UP_REQUESTS) heap = heapInUse();
            times.push(await judge(request));
        });
        await fc.assert(property, { seed: SEED, numRuns: REQUESTS, verbose: 0 });
        const growth = heapInUse() - heap;
        const p99 = quantile(times, 0.99);
        const slowest = Math.max(...times);
        context.diagnostic(
            `${times.length} requests, 0 crashes, seed ${SEED}; ${[...statuses]
                .toSorted()
                .map(([status, count]) => `${count} × ${status}`)
                .join(', ')}`
        );
        context.diagnostic(
            `median ${quantile(times, 0.5).toFixed(2)} ms, p99 ${p99.toFixed(1)} ms, slowest ${slowest.toFixed(0)} ms; heap grew ${(growth / 1024 / 1024).toFixed(1)} MB`
        );
        assert.ok((statuses.get(401) ?? 0) < REQUESTS / 10, 'the token stopped working');
        assert.ok((statuses.get(200) ?? 0) > REQUESTS / 10, 'almost no request was valid');
        assert.ok(p99 < MAX_TIME.p99 && slowest < MAX_TIME.slowest, `p99 ${p99} ms, slowest ${slowest} ms`);
        assert.ok(growth < MAX_GROWTH, `the heap grew by ${growth} bytes`);
    });
});
