import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { BuildFault } from '../buildFault.ts';
import { buildQueue } from '../builds.ts';
import { component, pageOf } from './bundle.ts';

/** Node publishes each process that this one starts. */
function startedProcesses(context: TestContext): ChildProcess[] {
    const started: ChildProcess[] = [];
    const keep = (message: unknown): void => void started.push((message as { process: ChildProcess }).process);
    subscribe('child_process', keep);
    context.after(() => unsubscribe('child_process', keep));
    return started;
}

function code(result: PromiseSettledResult<string> | undefined): string {
    assert.equal(result?.status, 'fulfilled');
    return result.value;
}

const LONG = 600_000;

test('one process builds several pages, and answers each order with its own page or its own fault', async (context) => {
    const started = startedProcesses(context);
    const build = buildQueue(LONG);
    const pages = ['', `'two'`, 'enum Kind { A }'].map((part) =>
        pageOf(context, { 'page/page.ts': part.startsWith('enum') ? `${component('')}\n${part}` : component('', part) })
    );
    // The stand-in of lightning/graphql in tests has no mutations.
    pages.push(
        pageOf(context, {
            'page/page.ts': component(`import { executeMutation } from 'lightning/graphql';`, 'executeMutation')
        })
    );
    const [first, second, third, fourth] = await Promise.allSettled(
        pages.map((source) => build({ kind: 'app', source }))
    );
    assert.doesNotMatch(code(first), /two/);
    assert.match(code(second), /two/);
    assert.equal(third?.status, 'rejected');
    assert.ok(third.reason instanceof BuildFault, String(third.reason));
    assert.deepEqual([third.reason.file, third.reason.line], [join(pages[2]!.lwcRoot, 'page/page.ts'), 7]);
    assert.match(third.reason.message, /enum/);
    assert.equal(third.reason.kind, 'would not deploy');
    assert.equal(fourth?.status === 'rejected' && fourth.reason.kind, 'not in the preview');
    assert.equal(started.length, 1);
    started[0]!.disconnect();
});

test('the process ends when it has had no order for a while, and the next order starts another', async (context) => {
    const started = startedProcesses(context);
    const build = buildQueue(0);
    const source = pageOf(context, { 'page/page.ts': component('') });
    const before = await build({ kind: 'app', source });
    started[0]!.ref();
    await once(started[0]!, 'exit');
    assert.equal(await build({ kind: 'app', source }), before);
    assert.equal(started.length, 2);
});

test('a process that is killed fails its orders, and the next order starts another', async (context) => {
    const started = startedProcesses(context);
    const build = buildQueue(0);
    const source = pageOf(context, { 'page/page.ts': component('') });
    const failed = assert.rejects(build({ kind: 'app', source }), /The build process ended/);
    started[0]!.kill('SIGKILL');
    await failed;
    assert.match(await build({ kind: 'app', source }), /\bregisterComponent\b/);
});
