import assert from 'node:assert/strict';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { appBundle } from '../appBundle.ts';
import { appStamp } from '../appSource.ts';
import { BuildFault } from '../buildFault.ts';
import { REPO } from '../places.ts';
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
    assert.match(code, /from\s*["'`]lightning\/button["'`]/);
    assert.match(code, /from\s*["'`]@salesforce\/userPermission\/ManageInternalUsers["'`]/);
    assert.match(code, /\b(\w+)\s*=>\s*\1\s*\*\s*2/);
    assert.doesNotMatch(code, /: number/);
    assert.match(code, /String\.raw/);
});

test('a label becomes its text, with XML entities decoded', async (context) => {
    const page = pageOf(
        context,
        { 'page/page.ts': component(`import hello from '@salesforce/label/c.Hello';`, 'hello') },
        { Hello: 'Move &lt;b&gt; &amp; &quot;it&quot;' }
    );
    assert.match(await appBundle(page), /Move <b> & \\?"it\\?"/);
});

/** Why a page whose component has an import line can't be built. */
async function faultOf(context: TestContext, line: string): Promise<BuildFault> {
    const page = pageOf(context, {
        'page/page.ts': component(line, 'used'),
        'other/other.ts': 'export default 1;'
    });
    const fault: unknown = await appBundle(page).catch((thrown: unknown) => thrown);
    assert.ok(fault instanceof BuildFault, `${line} gave ${String(fault)}`);
    assert.equal(fault.file, join(page.lwcRoot, 'page/page.ts'));
    return fault;
}

test('an import that the platform doesn’t have or allow is refused, with the file that imports it', async (context) => {
    const refused: [string, RegExp][] = [
        [`import used from 'lightning/primitiveIcon';`, /no module lightning\/primitiveIcon/],
        [`import used from 'lightning/buton';`, /no module lightning\/buton/],
        [`import used from '@salesforce/i18n/planet';`, /no module @salesforce\/i18n\/planet/],
        [`import used from '@salesforce/user/Shoe';`, /no module @salesforce\/user\/Shoe/],
        [`import used from 'fast-xml-parser';`, /no module fast-xml-parser/],
        [`import used from '@conduit-client/onestore-graphql-parser/v1';`, /no module @conduit-client/],
        [`import { gqll as used } from 'lightning/graphql';`, /lightning\/graphql has no gqll/],
        [`import used from '@salesforce/label/c.Unknown';`, /no custom label Unknown/],
        [`import used from 'c/elsewhere';`, /no c\/elsewhere/],
        [`import used from '../other/other.ts';`, /outside the bundle page/],
        [`import used from './absent.ts';`, /no \.\/absent\.ts/]
    ];
    for (const [line, message] of refused) {
        const fault = await faultOf(context, line);
        assert.match(fault.message, message);
        assert.equal(fault.kind, 'would not deploy', line);
    }
});

test('what an org has and the preview lacks is never said to be refused by the platform', async (context) => {
    const missing = [
        `import used from 'lightning/toast';`,
        `import used from 'lightning/navigation';`,
        `import used from 'lightning/messageService';`,
        `import used from 'lightning/recordPicker';`,
        `import { getObjectInfo as used } from 'lightning/uiObjectInfoApi';`,
        `import used from '@salesforce/apex/Some.method';`,
        `import used from '@salesforce/resourceUrl/chart';`,
        `import used from '@salesforce/schema/User.Name';`,
        `import used from '@salesforce/i18n/currency';`,
        `import used from '@salesforce/user/isGuest';`,
        // This page has no stand-in for the module, or for the export.
        `import { getRecord as used } from 'lightning/uiRecordApi';`,
        `import { executeMutation as used } from 'lightning/graphql';`
    ];
    for (const line of missing) {
        const fault = await faultOf(context, line);
        assert.match(fault.message, /isn't in the preview/);
        assert.equal(fault.kind, 'not in the preview', line);
    }
});

test('a stand-in can import packages, which become part of the page', async (context) => {
    const page = pageOf(context, { 'page/page.ts': component(`import { gql } from 'lightning/graphql';`, 'gql') });
    // The preview's own stand-in, because packages are found from where a file is.
    const standIn = join(REPO, 'scripts/preview/lds/document.ts');
    const code = await appBundle({ ...page, standIns: { 'lightning/graphql': standIn } });
    assert.doesNotMatch(code, /from ["']@conduit-client/);
    assert.match(code, /Could not resolve AST|Invalid substitution/);
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
            /^"gone" is not exported/
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
