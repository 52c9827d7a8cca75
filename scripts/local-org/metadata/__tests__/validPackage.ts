export const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

export const LABELS = `<CustomLabels ${XMLNS}><labels><fullName>Hello</fullName><language>en_US</language><protected>true</protected><shortDescription>h</shortDescription><value>Hello</value></labels></CustomLabels>`;
export const OBJECT = `<CustomObject ${XMLNS}><label>Note</label><pluralLabel>Notes</pluralLabel><deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel><nameField><type>Text</type><label>Name</label></nameField><fields><fullName>Of__c</fullName><label>Of</label><type>Lookup</type><referenceTo>User</referenceTo><relationshipName>Notes</relationshipName></fields><fields><fullName>Key__c</fullName><label>Key</label><type>Text</type><length>18</length><required>true</required></fields></CustomObject>`;
export const META = `<LightningComponentBundle ${XMLNS}><apiVersion>66.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__Tab</target></targets></LightningComponentBundle>`;

/** A small, valid package. */
export const VALID: Record<string, string> = {
    'package.xml': `<?xml version="1.0" encoding="UTF-8"?><Package ${XMLNS}>${[
        ['CustomLabels', 'CustomLabels'],
        ['CustomObject', 'Note__c'],
        ['CustomTab', 'Board'],
        ['CustomApplication', 'Board'],
        ['PermissionSet', 'Board'],
        ['Flow', 'Centers'],
        ['LightningComponentBundle', 'board'],
        ['LightningComponentBundle', 'part'],
        ['AuraDefinitionBundle', 'boardOut'],
        ['ApexPage', 'BoardSetup']
    ]
        .map(([name, member]) => `<types><members>${member}</members><name>${name}</name></types>`)
        .join('')}<version>66.0</version></Package>`,
    'labels/CustomLabels.labels': LABELS,
    'objects/Note__c.object': OBJECT,
    'tabs/Board.tab': `<CustomTab ${XMLNS}><label>Board</label><lwcComponent>board</lwcComponent><motif>Custom67: Gears</motif></CustomTab>`,
    'applications/Board.app': `<CustomApplication ${XMLNS}><label>Board</label><tabs>Board</tabs><tabs>standard-home</tabs></CustomApplication>`,
    'permissionsets/Board.permissionset': `<PermissionSet ${XMLNS}><label>Board</label><fieldPermissions><editable>true</editable><field>Note__c.Of__c</field><readable>true</readable></fieldPermissions><objectPermissions><object>Note__c</object></objectPermissions><tabSettings><tab>Board</tab></tabSettings><flowAccesses><flow>Centers</flow></flowAccesses><pageAccesses><apexPage>BoardSetup</apexPage></pageAccesses></PermissionSet>`,
    'flows/Centers.flow': `<Flow ${XMLNS}><label>Centers</label><processType>AutoLaunchedFlow</processType><recordLookups><object>CallCenter</object></recordLookups></Flow>`,
    'lwc/board/board.js': `import hello from '@salesforce/label/c.Hello';\nimport CENTER from '@salesforce/schema/User.CallCenterId';\nimport { x } from 'c/part';\nexport default class extends x {}`,
    'lwc/board/board.html': '<template><c-part></c-part></template>',
    'lwc/board/board.js-meta.xml': META,
    'lwc/part/part.js': 'export const x = class {};',
    'lwc/part/part.js-meta.xml': META,
    'aura/boardOut/boardOut.app':
        '<aura:application extends="ltng:outApp"><aura:dependency resource="c:board" /></aura:application>',
    'aura/boardOut/boardOut.app-meta.xml': `<AuraDefinitionBundle ${XMLNS}><apiVersion>66.0</apiVersion></AuraDefinitionBundle>`,
    'pages/BoardSetup.page': `<apex:page><script>$Lightning.use('c:boardOut', function () {});</script></apex:page>`,
    'pages/BoardSetup.page-meta.xml': `<ApexPage ${XMLNS}><apiVersion>66.0</apiVersion><label>Board</label></ApexPage>`
};
