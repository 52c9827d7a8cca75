import assert from 'node:assert/strict';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { appBundle, appStamp } from '../appBundle.ts';
import { BuildFault } from '../buildFault.ts';
import { component, pageOf } from './bundle.ts';

test('a component becomes plain JavaScript that still imports platform modules', async (context) => {
    const page = pageOf(context, {
        'page/page.ts': component(
            `import can from '@salesforce/userPermission/ManageInternalUsers';\nimport { twice } from './twice.ts';\nimport { gql } from 'lightning/graphql';`,
            'can, twice(2), gql'
        ),
        'page/twice.ts': 'export const twice = (n: number): number => n * 2;',
        'page/page.html': '<template><lightning-button label="Go"></lightning-button></template>'
    });
    const code = await appBundle(page);
    assert.match(code, /from ["']lightning\/button["']/);
    assert.match(code, /from ["']@salesforce\/userPermission\/ManageInternalUsers["']/);
    assert.match(code, /n \* 2/);
    assert.doesNotMatch(code, /: number/);
    assert.match(code, /String\.raw/);
});

test('a label becomes its text, with XML entities decoded', async (context) => {
    const page = pageOf(
        context,
        { 'page/page.ts': component(`import hello from '@salesforce/label/c.Hello';`, 'hello') },
        { Hello: 'Move &lt;b&gt; &amp; &quot;it&quot;' }
    );
    assert.match(await appBundle(page), /Move <b> & \\"it\\"/);
});

test('an import that the platform doesn’t have or allow is refused, with the file that imports it', async (context) => {
    const refused: [string, RegExp][] = [
        [`import used from 'lightning/toast';`, /lightning\/toast is not among the modules/],
        [`import used from 'lightning/navigation';`, /not among the modules/],
        [`import used from 'lightning/messageService';`, /not among the modules/],
        [`import used from 'lightning/primitiveIcon';`, /not among the modules/],
        [`import used from '@salesforce/apex/Some.method';`, /not among the modules/],
        [`import used from '@salesforce/resourceUrl/chart';`, /not among the modules/],
        [`import used from 'fast-xml-parser';`, /not among the modules/],
        [`import used from 'lightning/uiRecordApi';`, /has no stand-in/],
        [`import used from '@salesforce/label/c.Unknown';`, /no custom label Unknown/],
        [`import used from 'c/elsewhere';`, /no c\/elsewhere/],
        [`import used from '../other/other.ts';`, /outside the bundle page/],
        [`import used from './absent.ts';`, /no \.\/absent\.ts/]
    ];
    for (const [line, message] of refused) {
        const page = pageOf(context, {
            'page/page.ts': component(line, 'used'),
            'other/other.ts': 'export default 1;'
        });
        await assert.rejects(appBundle(page), (fault) => {
            assert.ok(fault instanceof BuildFault, `${line} gave ${String(fault)}`);
            assert.match(fault.message, message);
            assert.equal(fault.file, join(page.lwcRoot, 'page/page.ts'));
            return true;
        });
    }
});

test('an error in TypeScript, in a template, or between modules is reported with its line', async (context) => {
    const wrong: [string, Record<string, string>, number | null, RegExp][] = [
        ['page/page.ts', { 'page/page.ts': `${component('', '')}\nenum Kind { A }` }, 7, /enum/],
        [
            'page/page.html',
            { 'page/page.ts': component('', ''), 'page/page.html': '<template>\n<p onclick="go()"></p>\n</template>' },
            2,
            /LWC\d+/
        ],
        [
            'page/page.html',
            { 'page/page.ts': component('', ''), 'page/page.html': '<template><p lwc:on={x}></p></template>' },
            1,
            /LWC\d+/
        ],
        [
            'page/page.ts',
            {
                'page/page.ts': component(`import { gone } from './some.ts';`, 'gone'),
                'page/some.ts': 'export const here = 1;'
            },
            null,
            /"gone" is not exported/
        ]
    ];
    for (const [file, files, line, message] of wrong) {
        const page = pageOf(context, files);
        await assert.rejects(appBundle(page), (fault) => {
            assert.ok(fault instanceof BuildFault, String(fault));
            assert.match(fault.message, message);
            assert.equal(fault.file, join(page.lwcRoot, file));
            if (line !== null) assert.equal(fault.line, line);
            return true;
        });
    }
});

test('a label without text, or with a name that is used twice, is refused', async (context) => {
    const page = pageOf(context, { 'page/page.ts': component('') }, { Empty: '' });
    await assert.rejects(appBundle(page), /Empty has no text/);
    const twice = '<labels><fullName>A</fullName><value>a</value></labels>';
    writeFileSync(page.labelsFile, `<CustomLabels>${twice}${twice}</CustomLabels>`);
    await assert.rejects(appBundle(page), /A is listed twice/);
    writeFileSync(page.labelsFile, `<CustomLabels>\n${twice}`);
    await assert.rejects(appBundle(page), (fault) => fault instanceof BuildFault && fault.file === page.labelsFile);
});

test('the stamp changes only when a file of the page changes', async (context) => {
    const page = pageOf(context, { 'page/page.ts': component('') });
    const before = await appStamp(page);
    assert.equal(await appStamp(page), before);
    const later = new Date(Date.now() + 5_000);
    utimesSync(join(page.lwcRoot, 'page/page.ts'), later, later);
    assert.notEqual(await appStamp(page), before);
});
