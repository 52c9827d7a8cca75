import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { compiledModules, type CompiledModules } from '../compiledModules.ts';

function fileOf(context: TestContext): string {
    const folder = mkdtempSync(join(tmpdir(), 'switchboard-'));
    context.after(() => rmSync(folder, { recursive: true }));
    return join(folder, 'modules.json');
}

/** Asks for the code of a source. @returns whether it had to be compiled */
function isCompiled(modules: CompiledModules, id: string, source: string): boolean {
    let compiled = false;
    const code = modules.code(id, source, () => {
        compiled = true;
        return `code of ${source}`;
    });
    assert.equal(code, `code of ${source}`);
    return compiled;
}

test('a module is compiled again only when its source has changed, also by another process', async (context) => {
    const file = fileOf(context);
    const modules = compiledModules(file);
    assert.equal(isCompiled(modules, 'a', '1'), true);
    assert.equal(isCompiled(modules, 'a', '1'), false);
    assert.equal(isCompiled(modules, 'a', '2'), true);
    await modules.save();
    const later = compiledModules(file);
    assert.equal(isCompiled(later, 'a', '2'), false);
    assert.equal(isCompiled(later, 'b', '2'), true);
});

test('modules that a build no longer asks for are dropped', async (context) => {
    const file = fileOf(context);
    const modules = compiledModules(file);
    ['a', 'b'].forEach((id) => isCompiled(modules, id, '1'));
    await modules.save();
    isCompiled(modules, 'b', '2');
    await modules.save();
    const later = compiledModules(file);
    assert.deepEqual([isCompiled(later, 'b', '2'), isCompiled(later, 'a', '1')], [false, true]);
});

test('a file that is broken, or from another compiler, is not used', async (context) => {
    const file = fileOf(context);
    const modules = compiledModules(file);
    isCompiled(modules, 'a', '1');
    await modules.save();
    const kept = readFileSync(file, 'utf8');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(kept), compiler: 'another' }));
    assert.equal(isCompiled(compiledModules(file), 'a', '1'), true);
    writeFileSync(file, kept.slice(0, 20));
    assert.equal(isCompiled(compiledModules(file), 'a', '1'), true);
});
