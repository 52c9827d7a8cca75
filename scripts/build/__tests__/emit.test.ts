import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { emit, emitted } from '../emit.ts';
import { component, pageOf } from './bundle.ts';

test('emitted code has no types and no import extensions, but keeps decorators and fields', () => {
    const code = emitted(
        `import { LightningElement, api, type Foo } from 'lwc';\nimport type { A } from './a.ts';\nimport { b } from './b.ts';\n` +
            `export * from './c.ts';\nexport { d } from 'c/d';\nexport default class X extends LightningElement {\n    @api name: string = b;\n}\n`
    );
    assert.match(code, /import \{ LightningElement, api \} from 'lwc'/);
    assert.doesNotMatch(code, /\.\/a|\.ts'|: string|type /);
    assert.match(code, /from '\.\/b'/);
    assert.match(code, /export \* from '\.\/c'/);
    assert.match(code, /@api\s+name = b;/);
});

test('every file of a bundle except its tests is emitted', (context) => {
    const { lwcRoot } = pageOf(context, {
        'page/page.ts': component(`import { two } from './two.ts';`, 'two'),
        'page/two.ts': 'export const two: number = 2;',
        'page/__tests__/page.test.ts': 'it("is not emitted", () => {});'
    });
    assert.deepEqual(emit(lwcRoot), ['page/page.js', 'page/two.js']);
    assert.equal(readFileSync(join(lwcRoot, 'page/two.js'), 'utf8').trim(), 'export const two = 2;');
    assert.equal(existsSync(join(lwcRoot, 'page/__tests__/page.test.js')), false);
});
