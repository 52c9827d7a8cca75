import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import JSZip from 'jszip';
import { ApiError } from '../../apiError.ts';
import { readZip } from '../zipFiles.ts';
import { VALID } from './validPackage.ts';

describe('readZip', () => {
    test('removes a folder around everything', async () => {
        const zip = new JSZip();
        for (const [path, text] of Object.entries(VALID)) zip.file(`unpackaged/${path}`, text);
        const files = await readZip(await zip.generateAsync({ type: 'uint8array' }));
        assert.deepEqual([...files.keys()].sort(), Object.keys(VALID).sort());
    });

    test('refuses a damaged zip, text that isn’t a zip, and a zip that unpacks to far too much', async () => {
        const bomb = new JSZip().file('package.xml', '\0'.repeat(60_000_000));
        const packed = await bomb.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
        assert.ok(packed.length < 1_000_000);
        await assert.rejects(readZip(packed), (cause) => cause instanceof ApiError && cause.code === 'LIMIT_EXCEEDED');
        await assert.rejects(readZip('bm8gemlw'), ApiError);
        await assert.rejects(readZip(packed.subarray(0, packed.length - 40)), ApiError);
    });
});
