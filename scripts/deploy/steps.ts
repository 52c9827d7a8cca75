import { REPO } from '../build/places.ts';
import { stage, unstage } from '../check/stage.ts';
import { examineForDeploy } from '../doctor/examine.ts';
import type { OrgAsk } from '../orgAsk.ts';
import { Refusal } from '../refusal.ts';
import { signedCenters } from './centerSigns.ts';
import { checkProject } from './checkProject.ts';
import { deploySource } from './deploySource.ts';
import { readRegistry, registryPlan, writeRegistry, type RegistryPlan } from './fillRegistry.ts';
import { assignPermissionSet, PERMISSION_SET } from './permissionSet.ts';

export interface Deploying {
    ask: OrgAsk;
    alias: string;
    /** True: nothing in the org is changed. */
    dryRun: boolean;
    say(line: string): void;
}

/** @throws Refusal when Switchboard cannot work in this org: before anything is sent */
export async function lookFirst({ ask }: Deploying): Promise<void> {
    const [stop] = await examineForDeploy(ask);
    if (stop !== undefined) throw new Refusal(stop);
}

/** Builds a copy, checks it, and hands it to the Salesforce CLI. @throws Refusal */
export async function sendPackage({ alias, dryRun, say }: Deploying): Promise<void> {
    const project = stage(REPO);
    try {
        say('Checks');
        await checkProject(project, say);
        const count = await deploySource(project, alias, dryRun);
        say(dryRun ? `The org would take all ${count} components.` : `Deployed ${count} components.`);
    } finally {
        unstage(project);
    }
}

export async function givePermission({ ask, dryRun, say }: Deploying): Promise<void> {
    const outcome = await assignPermissionSet(ask, dryRun);
    switch (outcome) {
        case 'assigned':
            return say(`Assigned ${PERMISSION_SET} to you.`);
        case 'was there':
            return say(`${PERMISSION_SET} is yours already.`);
        case 'to assign':
            return say(`Would assign ${PERMISSION_SET} to you.`);
        case 'not deployed':
            if (dryRun) return say(`Would assign ${PERMISSION_SET} to you.`);
            throw new Refusal(`The org has no permission set ${PERMISSION_SET}, although it was deployed: try again.`);
    }
}

export async function fillRegistry({ ask, dryRun, say }: Deploying, now: Date): Promise<void> {
    const found = await signedCenters(ask);
    if ('words' in found)
        throw new Refusal(`The call centers cannot be read (${found.words}): ask somebody with Manage Call Centers.`);
    if (found.centers.length === 0)
        throw new Refusal('The org has no call center: make one in Setup, Call Centers, then fill the registry again.');
    // Before the first deployment there is no registry to read.
    const registered = await readRegistry(ask).catch((error: unknown) => {
        if (dryRun && error instanceof Refusal) return new Map();
        throw error;
    });
    const plan = registryPlan(found.centers, registered, now);
    if (!dryRun) await writeRegistry(ask, plan);
    say(told(plan, dryRun));
}

function told({ writes, added, renamed, unclassified }: RegistryPlan, dryRun: boolean): string {
    const change = [added > 0 && `${added} new`, renamed > 0 && `${renamed} renamed`].filter(Boolean).join(', ');
    const kinds = unclassified.length > 0 ? ` Say in Switchboard what kind these are: ${unclassified.join(', ')}.` : '';
    return `${dryRun ? 'Would fill' : 'Filled'} the registry: ${writes.length} call centers${change && `, ${change}`}.${kinds}`;
}

/** Where Switchboard is, in its app and in the Setup frame. */
export function addresses(url: string): string {
    return [
        `  Switchboard  ${url}/lightning/n/Switchboard`,
        `  In Setup     ${url}/lightning/setup/CallCenters/page?address=%2Fapex%2FSwitchboardSetup`
    ].join('\n');
}
