import type { Kind } from 'c/orgPort';
import { Refusal } from '../refusal.ts';
import type { OrgAsk } from '../orgAsk.ts';
import type { SignedCenter } from './centerSigns.ts';

/** What the registry has of a center, before it is filled. */
export interface Registered {
    name: string;
    internalName: string | null;
    /** As it stands in the picklist. */
    kind: string | null;
}

/** What is written of one center, by field; upserted by `CallCenterId__c`. */
export interface RegistryWrite {
    CallCenterId__c: string;
    Name: string;
    InternalName__c: string;
    ReadAt__c: string;
    Kind__c?: Kind;
}

export interface RegistryPlan {
    writes: RegistryWrite[];
    /** How many centers the registry does not have yet. */
    added: number;
    /** How many have another name in the org than in the registry. */
    renamed: number;
    /** Names of those whose kind is unknown afterwards. */
    unclassified: string[];
}

/** A row of the registry, as SOQL gives it. */
export interface RegistryRow {
    CallCenterId__c: string;
    Name: string;
    InternalName__c: string | null;
    Kind__c: string | null;
    ReadAt__c: string | null;
}

interface SaveResult {
    success: boolean;
    errors?: { message?: string }[];
}

export const REGISTERED_SOQL =
    'SELECT CallCenterId__c, Name, InternalName__c, Kind__c, ReadAt__c FROM CallCenterProfile__c';

/** Longest name of a record of a custom object (documented); call centers may have 255. */
const LONGEST_NAME = 80;
/** Records that one call of the collections resource takes (documented). */
const RECORDS_A_CALL = 200;

/** A kind, vendor or note that is there stays: somebody may have set it. */
export function registryPlan(centers: SignedCenter[], registered: Map<string, Registered>, now: Date): RegistryPlan {
    const plan: RegistryPlan = { writes: [], added: 0, renamed: 0, unclassified: [] };
    for (const { id, name, internalName, kind } of centers) {
        const known = registered.get(id);
        const hasKind = known !== undefined && known.kind !== null && known.kind !== 'unknown';
        const short = [...name].slice(0, LONGEST_NAME).join('');
        if (!known) plan.added++;
        else if (known.name !== short || known.internalName !== internalName) plan.renamed++;
        if (!hasKind && kind === 'unknown') plan.unclassified.push(name);
        plan.writes.push({
            CallCenterId__c: id,
            Name: short,
            InternalName__c: internalName,
            ReadAt__c: now.toISOString(),
            ...(hasKind || (known && kind === 'unknown') ? {} : { Kind__c: kind })
        });
    }
    return plan;
}

/** @throws Refusal when the org has no registry or nobody may read it */
export async function readRegistry(ask: OrgAsk): Promise<Map<string, Registered>> {
    const answer = await ask.rows<RegistryRow>(REGISTERED_SOQL);
    if (!answer.ok)
        throw new Refusal(
            `The registry cannot be read (${answer.words.replace(/\.$/, '')}): deploy first, and see that the permission set Switchboard Admin is yours.`
        );
    return new Map(
        answer.body.map((row) => [
            row.CallCenterId__c,
            { name: row.Name, internalName: row.InternalName__c, kind: row.Kind__c }
        ])
    );
}

/** @throws Refusal naming the first center that the org did not take, in its words; those before it are kept */
export async function writeRegistry(ask: OrgAsk, { writes }: RegistryPlan): Promise<void> {
    for (let start = 0; start < writes.length; start += RECORDS_A_CALL) {
        const part = writes.slice(start, start + RECORDS_A_CALL);
        const records = part.map((write) => ({ attributes: { type: 'CallCenterProfile__c' }, ...write }));
        const path = 'composite/sobjects/CallCenterProfile__c/CallCenterId__c';
        const answer = await ask.send<SaveResult[]>('PATCH', path, { allOrNone: false, records });
        if (!answer.ok) throw new Refusal(`The registry was not filled: ${answer.words}`);
        const refused = answer.body.findIndex(({ success }) => success !== true);
        if (refused >= 0) {
            const words = answer.body[refused]?.errors?.[0]?.message ?? 'the org does not say why';
            throw new Refusal(`The registry did not take ${part[refused]!.Name}: ${words}`);
        }
    }
}
