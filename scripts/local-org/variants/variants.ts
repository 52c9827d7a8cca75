import type { Variant } from './variant.ts';

/** Other answers to what is not established about a real org, each by name. */
export const VARIANTS = {
    'callcenter-in-graphql': {
        says: 'UI API and GraphQL serve CallCenter',
        alsoInUiApi: ['CallCenter']
    },
    'no-mutations': {
        says: 'API 65, GraphQL without mutations',
        newestVersion: 65,
        withoutMutations: true
    },
    'no-callcenterid-in-update': {
        says: 'UserUpdate does not take CallCenterId',
        notInUpdates: ['User.CallCenterId']
    },
    'no-record-in-payload': {
        says: 'UserUpdate answers no Record',
        withoutRecord: true
    },
    'small-mutations': {
        says: 'one mutation takes 25 operations',
        mostOperations: 25
    },
    'no-flow': {
        says: 'the flow is not deployed',
        withoutFlows: true
    },
    'flow-cannot-read': {
        says: 'the flow runs, but Flow may not read CallCenter',
        flowsCannotRead: true
    },
    'no-registry': {
        says: 'the registry is empty',
        registry: 'empty'
    },
    'nothing-installed': {
        says: 'nothing of Switchboard is deployed',
        withoutObjects: ['CallCenterProfile__c', 'CallCenterMoveRun__c', 'CallCenterMove__c'],
        withoutFlows: true
    },
    'no-call-centers': {
        says: 'an org without call centers',
        callCenters: 'none'
    },
    'no-user-read': {
        says: 'nobody may read User',
        withoutObjects: ['User']
    }
} as const satisfies Record<string, Variant>;

export type VariantName = keyof typeof VARIANTS;

/** @throws Error, a sentence for the person who typed it */
export function variantNamed(name: string): Variant {
    const found: Variant | undefined = Object.entries(VARIANTS).find(([each]) => each === name)?.[1];
    if (found) return found;
    throw new Error(`There is no variant ${name}; there are ${Object.keys(VARIANTS).join(', ')}.`);
}
