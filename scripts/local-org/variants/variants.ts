import type { Variant } from './variant.ts';

/** Named alternatives to what the embedded org assumes about real orgs. */
export const VARIANTS = {
    'callcenter-in-graphql': {
        says: 'UI API and GraphQL include CallCenter',
        alsoInUiApi: ['CallCenter']
    },
    'no-mutations': {
        says: 'the API version is 65 and GraphQL has no mutations',
        newestVersion: 65,
        withoutMutations: true
    },
    'no-callcenterid-in-update': {
        says: "UserUpdate doesn't accept CallCenterId",
        notInUpdates: ['User.CallCenterId']
    },
    'callcenterid-hidden': {
        says: 'field-level security hides User.CallCenterId',
        hiddenFields: ['User.CallCenterId']
    },
    'callcenterid-read-only': {
        says: 'field-level security makes User.CallCenterId read-only',
        readOnlyFields: ['User.CallCenterId']
    },
    'no-record-in-payload': {
        says: "UserUpdate doesn't return Record",
        withoutRecord: true
    },
    'small-mutations': {
        says: 'a mutation can have at most 25 operations',
        mostOperations: 25
    },
    'no-flow': {
        says: "the flow isn't deployed",
        withoutFlows: true
    },
    'flow-cannot-read': {
        says: "the flow runs, but can't read CallCenter",
        flowsCannotRead: true
    },
    'page-refused': {
        says: "a Visualforce page that reads CallCenter can't be deployed",
        refusesToRead: ['ApexPage']
    },
    'parts-refused': {
        says: 'neither a Visualforce page nor a flow that reads CallCenter can be deployed',
        refusesToRead: ['ApexPage', 'Flow'],
        withoutFlows: true
    },
    'no-registry': {
        says: 'the registry is empty',
        registry: 'empty'
    },
    'nothing-installed': {
        says: "Switchboard isn't deployed",
        withoutObjects: [
            'CallCenterProfile__c',
            'CallCenterMoveRun__c',
            'CallCenterMovePlan__c',
            'CallCenterMoveRequest__c',
            'CallCenterMove__c',
            'CallCenterRule__c',
            'CallCenterCheck__c'
        ],
        withoutPages: true,
        withoutFlows: true
    },
    'no-call-centers': {
        says: 'there are no call centers',
        callCenters: 'none'
    },
    'coep-and-cdn': {
        says: 'Visualforce pages have the COEP header, and Lightning comes from the CDN',
        settings: { enableCoepHeader: true }
    },
    'clickjack-protection': {
        says: 'Visualforce pages without headers are protected against clickjacking',
        settings: { enableClickjackNonsetupUserHeaderless: true }
    },
    'no-user-read': {
        says: 'no user can read User',
        withoutObjects: ['User']
    }
} as const satisfies Record<string, Variant>;

export type VariantName = keyof typeof VARIANTS;

/** @throws Error with a message for the person who entered the name */
export function variantNamed(name: string): Variant {
    const found: Variant | undefined = Object.entries(VARIANTS).find(([each]) => each === name)?.[1];
    if (found) return found;
    throw new Error(`There's no variant ${name}. Choose one of these: ${Object.keys(VARIANTS).join(', ')}.`);
}
