import { LWC } from '../projectFiles.ts';

const MAIN = 'force-app/main/default';
export const HELLO = `${LWC}/hello`;

const xml = (root: string, inner: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${inner}\n</${root}>\n`;

/** The smallest project in which every check has something to check, and finds nothing. By path. */
export const VALID_FILES: Readonly<Record<string, string>> = {
    'sfdx-project.json': JSON.stringify({
        packageDirectories: [{ path: 'force-app', default: true }, { path: 'demo' }],
        namespace: '',
        sourceApiVersion: '66.0'
    }),
    'package.json': JSON.stringify({ name: 'valid', type: 'module', private: true }),
    'tsconfig.json': JSON.stringify({
        compilerOptions: {
            target: 'ESNext',
            module: 'ESNext',
            moduleResolution: 'bundler',
            types: [],
            strict: true,
            noEmit: true,
            allowImportingTsExtensions: true,
            skipLibCheck: true
        }
    }),
    'jest.config.js': `import lwcJest from '@salesforce/sfdx-lwc-jest/config.js';
export default {
    ...lwcJest.jestConfig,
    roots: ['<rootDir>/force-app'],
    // As in the project itself: one engine for all modules, in the format that Jest can load.
    moduleNameMapper: { '^@lwc/(engine-dom|synthetic-shadow|wire-service)$': '<rootDir>/node_modules/@lwc/$1/dist/index.cjs' }
};\n`,
    'scripts/build/typings/label.d.ts': `declare module '@salesforce/label/*' { const text: string; export default text; }\n`,

    [`${HELLO}/hello.ts`]: `import { LightningElement } from 'lwc';
import greeting from '@salesforce/label/c.Greeting';
import { shout } from './shout.ts';

export default class Hello extends LightningElement {
    text: string = shout(greeting);
}\n`,
    [`${HELLO}/shout.ts`]: 'export function shout(text: string): string {\n    return text.toUpperCase();\n}\n',
    [`${HELLO}/hello.html`]: '<template>\n    <p class="slds-p-around_small">{text}</p>\n</template>\n',
    [`${HELLO}/hello.css`]: 'p {\n    color: var(--slds-g-color-on-surface-1, #5c5c5c);\n}\n',
    [`${HELLO}/__tests__/hello.test.ts`]: `import { shout } from '../shout.ts';

it('shouts', () => {
    const said: string = shout('hello');
    expect(said).toBe('HELLO');
});\n`,
    [`${HELLO}/hello.js-meta.xml`]: xml(
        'LightningComponentBundle',
        `    <apiVersion>66.0</apiVersion>
    <isExposed>true</isExposed>
    <masterLabel>Hello</masterLabel>
    <targets>
        <target>lightning__Tab</target>
    </targets>`
    ),
    [`${MAIN}/labels/CustomLabels.labels-meta.xml`]: xml(
        'CustomLabels',
        `    <labels>
        <fullName>Greeting</fullName>
        <language>en_US</language>
        <protected>true</protected>
        <shortDescription>Greeting</shortDescription>
        <value>Hello</value>
    </labels>`
    ),
    [`${MAIN}/objects/Visit__c/Visit__c.object-meta.xml`]: xml(
        'CustomObject',
        `    <deploymentStatus>Deployed</deploymentStatus>
    <enableBulkApi>true</enableBulkApi>
    <enableSharing>true</enableSharing>
    <enableStreamingApi>true</enableStreamingApi>
    <externalSharingModel>Private</externalSharingModel>
    <label>Visit</label>
    <nameField>
        <displayFormat>V-{0000}</displayFormat>
        <label>Visit</label>
        <type>AutoNumber</type>
    </nameField>
    <pluralLabel>Visits</pluralLabel>
    <sharingModel>ReadWrite</sharingModel>`
    ),
    [`${MAIN}/objects/Visit__c/fields/Note__c.field-meta.xml`]: xml(
        'CustomField',
        `    <fullName>Note__c</fullName>
    <label>Note</label>
    <length>80</length>
    <required>false</required>
    <type>Text</type>`
    ),
    [`${MAIN}/objects/Visit__c/fields/Before__c.field-meta.xml`]: xml(
        'CustomField',
        `    <fullName>Before__c</fullName>
    <deleteConstraint>SetNull</deleteConstraint>
    <label>Before</label>
    <referenceTo>Visit__c</referenceTo>
    <relationshipLabel>After</relationshipLabel>
    <relationshipName>After</relationshipName>
    <type>Lookup</type>`
    ),
    [`${MAIN}/tabs/Hello.tab-meta.xml`]: xml(
        'CustomTab',
        `    <label>Hello</label>
    <lwcComponent>hello</lwcComponent>
    <motif>Custom67: Gears</motif>`
    ),
    [`${MAIN}/applications/Hello.app-meta.xml`]: xml(
        'CustomApplication',
        `    <formFactors>Large</formFactors>
    <label>Hello</label>
    <navType>Standard</navType>
    <tabs>Hello</tabs>
    <uiType>Lightning</uiType>`
    ),
    [`${MAIN}/permissionsets/Hello.permissionset-meta.xml`]: xml(
        'PermissionSet',
        `    <applicationVisibilities>
        <application>Hello</application>
        <visible>true</visible>
    </applicationVisibilities>
    <fieldPermissions>
        <editable>true</editable>
        <field>Visit__c.Note__c</field>
        <readable>true</readable>
    </fieldPermissions>
    <fieldPermissions>
        <editable>false</editable>
        <field>Visit__c.Before__c</field>
        <readable>true</readable>
    </fieldPermissions>
    <flowAccesses>
        <enabled>true</enabled>
        <flow>List_Visits</flow>
    </flowAccesses>
    <label>Hello</label>
    <objectPermissions>
        <allowCreate>true</allowCreate>
        <allowDelete>false</allowDelete>
        <allowEdit>true</allowEdit>
        <allowRead>true</allowRead>
        <modifyAllRecords>false</modifyAllRecords>
        <object>Visit__c</object>
        <viewAllRecords>false</viewAllRecords>
    </objectPermissions>
    <pageAccesses>
        <apexPage>Hello</apexPage>
        <enabled>true</enabled>
    </pageAccesses>
    <tabSettings>
        <tab>Hello</tab>
        <visibility>Visible</visibility>
    </tabSettings>`
    ),
    [`${MAIN}/flows/List_Visits.flow-meta.xml`]: xml(
        'Flow',
        `    <apiVersion>66.0</apiVersion>
    <label>List visits</label>
    <processType>AutoLaunchedFlow</processType>
    <recordLookups>
        <name>Get_Visits</name>
        <label>Get visits</label>
        <locationX>1</locationX>
        <locationY>1</locationY>
        <object>Visit__c</object>
        <outputReference>visits</outputReference>
        <queriedFields>Id</queriedFields>
        <queriedFields>Note__c</queriedFields>
    </recordLookups>
    <start>
        <locationX>0</locationX>
        <locationY>0</locationY>
        <connector>
            <targetReference>Get_Visits</targetReference>
        </connector>
    </start>
    <status>Active</status>
    <variables>
        <name>visits</name>
        <dataType>SObject</dataType>
        <isCollection>true</isCollection>
        <isOutput>true</isOutput>
        <objectType>Visit__c</objectType>
    </variables>`
    ),
    [`${MAIN}/pages/Hello.page`]: `<apex:page showHeader="false">
    <apex:includeLightning />
    <div id="hello"></div>
    <script>
        $Lightning.use(own('c:helloOut'), function () {
            $Lightning.createComponent(own('c:hello'), {}, 'hello');
        });
    </script>
</apex:page>\n`,
    [`${MAIN}/pages/Hello.page-meta.xml`]: xml(
        'ApexPage',
        '    <apiVersion>66.0</apiVersion>\n    <label>Hello</label>'
    ),
    [`${MAIN}/aura/helloOut/helloOut.app`]: `<aura:application access="GLOBAL" extends="ltng:outApp">
    <aura:dependency resource="c:hello" />
</aura:application>\n`,
    [`${MAIN}/aura/helloOut/helloOut.app-meta.xml`]: xml('AuraDefinitionBundle', '    <apiVersion>66.0</apiVersion>'),
    'demo/callCenters/Demo.callCenter-meta.xml': xml(
        'CallCenter',
        `    <adapterUrl>https://demo.example.com</adapterUrl>
    <displayName>Demo</displayName>
    <displayNameLabel>Display Name</displayNameLabel>
    <internalNameLabel>Internal Name</internalNameLabel>
    <sections>
${Object.entries({
    reqDescription: 'Demo',
    reqAdapterUrl: 'https://demo.example.com',
    reqUseApi: 'true',
    reqSoftphoneHeight: '400',
    reqSoftphoneWidth: '300',
    reqSalesforceCompatibilityMode: 'Lightning'
})
    .map(([name, value]) => `<items><label>${name}</label><name>${name}</name><value>${value}</value></items>`)
    .join('\n')}
        <label>General Information</label>
        <name>reqGeneralInfo</name>
    </sections>`
    )
};
