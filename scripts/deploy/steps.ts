import { REPO } from '../build/places.ts';
import { stage, unstage } from '../check/stage.ts';
import { callCenterEvidence } from '../org/callCenterEvidence.ts';
import type { OrgConnection } from '../org/connection.ts';
import { findBlockers } from '../org/readiness/requirements.ts';
import { UserError } from '../terminal/userError.ts';
import { checkProject } from './checkProject.ts';
import { deploySource } from './deploySource.ts';
import { readRegistry, registryPlan, writeRegistry, type RegistryPlan } from './fillRegistry.ts';
import { deployParts } from './optionalParts.ts';
import { assignPermissionSet, PERMISSION_SET } from './permissionSet.ts';

export interface Deployment {
    org: OrgConnection;
    alias: string;
    /** Nothing in the org changes. */
    dryRun: boolean;
    print(line: string): void;
}

/** Runs before anything is sent. @throws UserError when Switchboard can't work in this org */
export async function checkOrg({ org }: Deployment): Promise<void> {
    const [blocker] = await findBlockers(org);
    if (blocker !== undefined) throw new UserError(blocker);
}

/**
 * Builds and checks a copy of the project, and deploys it with the Salesforce CLI, optional parts last.
 * @returns the permission sets that are in the org now, or would be
 * @throws UserError
 */
export async function deployPackage({ alias, dryRun, print }: Deployment): Promise<string[]> {
    const project = stage(REPO);
    try {
        print('Checks');
        await checkProject(project, print);
        const count = await deploySource(project, alias, dryRun);
        print(dryRun ? `The org would accept all ${count} components.` : `Deployed ${count} components.`);
        const parts = await deployParts({ project, alias, dryRun }, print);
        return [PERMISSION_SET, ...parts.map(({ permissionSet }) => permissionSet)];
    } finally {
        unstage(project);
    }
}

/** @throws UserError */
export async function assignPermission({ org, dryRun, print }: Deployment, permissionSet: string): Promise<void> {
    const assignment = await assignPermissionSet(org, dryRun, permissionSet);
    switch (assignment) {
        case 'assigned':
            return print(`Assigned ${permissionSet} to you.`);
        case 'already assigned':
            return print(`You already have ${permissionSet}.`);
        case 'to assign':
            return print(`Would assign ${permissionSet} to you.`);
        case 'not deployed':
            if (dryRun) return print(`Would assign ${permissionSet} to you.`);
            throw new UserError(
                `The org doesn't have the permission set ${permissionSet}, although it was deployed.`,
                'Try again.'
            );
    }
}

/** @throws UserError */
export async function fillRegistry({ org, dryRun, print }: Deployment, now: Date): Promise<void> {
    const found = await callCenterEvidence(org);
    if (!found.ok)
        throw new UserError(
            `Couldn't read the call centers: ${found.message}`,
            'Ask someone with the Manage Call Centers permission to run "npm run deploy -- --registry-only".'
        );
    if (found.centers.length === 0)
        throw new UserError(
            'The org has no call centers.',
            'Create one in Setup under Call Centers, then run "npm run deploy -- --registry-only".'
        );
    // Before the first deployment, there is no registry to read.
    const registered = await readRegistry(org).catch((error: unknown) => {
        if (dryRun && error instanceof UserError) return new Map();
        throw error;
    });
    const plan = registryPlan(found.centers, registered, now);
    if (!dryRun) await writeRegistry(org, plan);
    print(registryLine(plan, dryRun));
}

function registryLine({ writes, added, renamed, unclassified }: RegistryPlan, dryRun: boolean): string {
    const changes = [added > 0 && `${added} new`, renamed > 0 && `${renamed} renamed`].filter(Boolean).join(', ');
    const names = writes.length === 1 ? 'the name of 1 call center' : `the names of ${writes.length} call centers`;
    const types = unclassified.length > 0 ? ` In Switchboard, set the type of: ${unclassified.join(', ')}.` : '';
    return `${dryRun ? 'Would save' : 'Saved'} ${names}${changes && ` (${changes})`}.${types}`;
}

/** Where Switchboard is, in its app and in the Setup frame. */
export function addresses(url: string): string {
    return [
        `  Switchboard  ${url}/lightning/n/Switchboard`,
        `  In Setup     ${url}/lightning/setup/CallCenters/page?address=%2Fapex%2FSwitchboardSetup`
    ].join('\n');
}
