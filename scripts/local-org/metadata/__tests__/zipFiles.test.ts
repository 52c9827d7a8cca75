import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import JSZip from 'jszip';
import { ApiError } from '../../apiError.ts';
import { readZip } from '../zipFiles.ts';
import { VALID } from './validPackage.ts';

describe('readZip', () => {
    async function zipped(folder: string): Promise<Uint8Array> {
        const zip = new JSZip();
        for (const [path, text] of Object.entries(VALID)) zip.file(`${folder}${path}`, text);
        return zip.generateAsync({ type: 'uint8array' });
    }

    test('takes a package in a folder', async () => {
        const files = await readZip(await zipped('unpackaged/'), false);
        assert.deepEqual([...files.keys()].sort(), Object.keys(VALID).sort());
    });

    test('takes a package without a folder only as a single package', async () => {
        const files = await readZip(await zipped(''), true);
        assert.deepEqual([...files.keys()].sort(), Object.keys(VALID).sort());
        assert.equal((await readZip(await zipped(''), false)).has('package.xml'), false);
        assert.equal((await readZip(await zipped('unpackaged/'), true)).has('package.xml'), false);
    });

    test('refuses a damaged zip, text that isn’t a zip, and a zip that unpacks to far too much', async () => {
        const bomb = new JSZip().file('package.xml', '\0'.repeat(60_000_000));
        const packed = await bomb.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
        assert.ok(packed.length < 1_000_000);
        await assert.rejects(
            readZip(packed, true),
            (cause) => cause instanceof ApiError && cause.code === 'LIMIT_EXCEEDED'
        );
        await assert.rejects(readZip('bm8gemlw', true), ApiError);
        await assert.rejects(readZip(packed.subarray(0, packed.length - 40), true), ApiError);
    });
});
