import type { Kind, KnownBy } from 'c/orgPort';
import type { CallCenterEvidence } from '../org/callCenterEvidence.ts';
import type { OrgConnection } from '../org/connection.ts';
import { REGISTRY_SOQL, type RegistryRow } from '../org/registry.ts';
import { UserError } from '../terminal/userError.ts';

/** What the registry holds about a center, before it's filled. */
export interface Registered {
    name: string;
    internalName: string | null;
    /** A value of the picklist. */
    kind: string | null;
    knownBy: string | null;
}

/** The fields to write for one center, upserted by `CallCenterId__c`. */
export interface RegistryWrite {
    CallCenterId__c: string;
    Name: string;
    InternalName__c: string;
    ReadAt__c: string;
    Kind__c?: Kind;
    KnownBy__c?: KnownBy | null;
}

export interface RegistryPlan {
    writes: RegistryWrite[];
    /** How many centers aren't in the registry yet. */
    added: number;
    /** How many have a different name in the org than in the registry. */
    renamed: number;
    /** Names of the centers whose kind is still unknown afterwards. */
    unclassified: string[];
}

interface SaveResult {
    success: boolean;
    errors?: { message?: string }[];
}

/** Characters in the name of a custom object's record, at most (documented). A call center's name can have 255. */
const MAX_NAME_LENGTH = 80;
/** Records in one call of the collections resource, at most (documented). */
const RECORDS_PER_CALL = 200;

/** A kind that an admin set stays, and so do vendors and notes. */
export function registryPlan(
    centers: CallCenterEvidence[],
    registered: Map<string, Registered>,
    now: Date
): RegistryPlan {
    const plan: RegistryPlan = { writes: [], added: 0, renamed: 0, unclassified: [] };
    for (const { id, name, internalName, kind, knownBy } of centers) {
        const known = registered.get(id);
        const hasKind = known !== undefined && known.kind !== null && known.kind !== 'unknown';
        // Older versions didn't say how a kind is known. It was an admin who set it.
        const isByAdmin = hasKind && (known.knownBy ?? 'admin') === 'admin';
        const short = [...name].slice(0, MAX_NAME_LENGTH).join('');
        if (!known) plan.added++;
        else if (known.name !== short || known.internalName !== internalName) plan.renamed++;
        if (!hasKind && kind === 'unknown') plan.unclassified.push(name);
        plan.writes.push({
            CallCenterId__c: id,
            Name: short,
            InternalName__c: internalName,
            ReadAt__c: now.toISOString(),
            ...(isByAdmin || (known && kind === 'unknown') ? {} : { Kind__c: kind, KnownBy__c: knownBy })
        });
    }
    return plan;
}

/** @throws UserError when the org has no registry or this user can't read it */
export async function readRegistry(org: OrgConnection): Promise<Map<string, Registered>> {
    const answer = await org.query<RegistryRow>(REGISTRY_SOQL);
    if (!answer.ok)
        throw new UserError(
            `Couldn't read the saved names: ${answer.message.replace(/\.?$/, '.')}`,
            'Deploy first, and check that you have the permission set Switchboard Admin.'
        );
    return new Map(
        answer.body.map((row) => [
            row.CallCenterId__c,
            { name: row.Name, internalName: row.InternalName__c, kind: row.Kind__c, knownBy: row.KnownBy__c }
        ])
    );
}

/** @throws UserError with the first center that couldn't be saved; the centers before it are saved */
export async function writeRegistry(org: OrgConnection, { writes }: RegistryPlan): Promise<void> {
    for (let start = 0; start < writes.length; start += RECORDS_PER_CALL) {
        const batch = writes.slice(start, start + RECORDS_PER_CALL);
        const records = batch.map((write) => ({ attributes: { type: 'CallCenterProfile__c' }, ...write }));
        const path = 'composite/sobjects/CallCenterProfile__c/CallCenterId__c';
        const answer = await org.send<SaveResult[]>('PATCH', path, { allOrNone: false, records });
        if (!answer.ok) throw new UserError(`Couldn't save the names of the call centers: ${answer.message}`);
        const refused = answer.body.findIndex(({ success }) => success !== true);
        if (refused >= 0) {
            const message = answer.body[refused]?.errors?.[0]?.message ?? "Salesforce doesn't say why.";
            throw new UserError(`Couldn't save ${batch[refused]!.Name}: ${message}`);
        }
    }
}
