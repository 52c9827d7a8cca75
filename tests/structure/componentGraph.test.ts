import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import { LWC_ROOT, REPO } from '../../scripts/build/places.ts';

const FILE = join(LWC_ROOT, 'notice/notice.ts');

async function findings(text: string): Promise<string[]> {
    const [result] = await new ESLint({ cwd: REPO }).lintText(text, { filePath: FILE });
    return result!.messages.map(({ ruleId, line }) => `${line} ${ruleId}`);
}

test('lint analyzes the graph of a component in TypeScript, at the lines of its source', async () => {
    const text = readFileSync(FILE, 'utf8');
    assert.deepEqual(await findings(text), []);
    const broken = text.replace(/\n}\s*$/, "\n\n    get broken(): unknown {\n        return eval('1');\n    }\n}\n");
    const line = broken.split('\n').findIndex((each) => each.includes('eval(')) + 1;
    const found = await findings(broken);
    assert.ok(found.includes(`${line} @salesforce/lwc-graph-analyzer/no-eval-usage`), found.join('\n'));
});
