import type { Session } from '../access/session.ts';
import type { OrgContext } from '../context/orgContext.ts';
import { recordId } from '../ids.ts';
import { ApiError } from '../apiError.ts';
import type { ObjectTable } from '../objects/objectTable.ts';
import { checkPackage } from './checkPackage.ts';
import type { Component } from './component.ts';
import type { HeldMetadata } from './heldMetadata.ts';
import { deleteComponents, undeletable } from './deleteComponents.ts';
import { checkDeletions, type Deletion } from './deletions.ts';
import { installPackage, uninstallable } from './installPackage.ts';
import { readZip } from './zipFiles.ts';

/** Deployments that are kept. A new one replaces the oldest. */
const DEPLOYMENTS_KEPT = 50;

export interface Deployment {
    id: string;
    userId: string;
    userName: string;
    startedAt: string;
    completedAt: string;
    options: DeployOptions;
    components: Component[];
    /** What the package deletes. */
    deletions: Deletion[];
    /** Why the package as a whole couldn't be checked or installed. */
    errorMessage: string | null;
}

export interface DeployOptions {
    checkOnly: boolean;
    rollbackOnError: boolean;
    ignoreWarnings: boolean;
    /** Whether package.xml is at the top of the zip file, and not in a folder. */
    singlePackage: boolean;
}

/** The deployments of an org. Every package is checked, and the org then takes and deletes what it can hold. */
export class Deployments {
    readonly #org: OrgContext;
    readonly #held: HeldMetadata;
    /** The objects that the org started with. One that was deleted can be deployed again. */
    readonly #objects: ObjectTable;
    readonly #kept = new Map<string, Deployment>();
    #count = 0;

    constructor(org: OrgContext, held: HeldMetadata) {
        this.#org = org;
        this.#held = held;
        this.#objects = org.store.objects;
    }

    /**
     * @param zip the package; base64 if it's text
     * @throws ApiError when the user doesn't have permission to deploy
     */
    async check(session: Session, zip: Uint8Array | string, options: DeployOptions): Promise<Deployment> {
        checkMayDeploy(session);
        const { store, variant } = this.#org;
        const startedAt = store.now().toISOString();
        let components: Component[] = [];
        let deletions: Deletion[] = [];
        let errorMessage: string | null = null;
        try {
            const files = await readZip(zip, options.singlePackage);
            const held = this.#held.components();
            components = checkPackage(store.objects, files, held, variant);
            deletions = checkDeletions(this.#org, files, held, components);
            const isGood = [...components, ...deletions].every((each) => !isFailed(each, options));
            if (isGood) errorMessage = uninstallable(this.#objects, components) ?? undeletable(deletions);
            if (isGood && errorMessage === null && !options.checkOnly) this.#write(session, components, deletions);
        } catch (cause) {
            if (!(cause instanceof ApiError)) throw cause;
            errorMessage = cause.message;
        }
        const deployment: Deployment = {
            id: recordId('0Af', ++this.#count),
            userId: session.userId,
            userName: String(store.get('SELECT "Name" FROM "User" WHERE "Id" = ?', [session.userId])?.Name),
            startedAt,
            completedAt: store.now().toISOString(),
            options,
            components,
            deletions,
            errorMessage
        };
        const oldest = this.#kept.keys().next();
        if (this.#kept.size >= DEPLOYMENTS_KEPT && !oldest.done) this.#kept.delete(oldest.value);
        this.#kept.set(deployment.id, deployment);
        return deployment;
    }

    #write({ userId }: Session, components: readonly Component[], deletions: readonly Deletion[]): void {
        const deleteIn = (phase: Deletion['phase']) =>
            deleteComponents(
                this.#org,
                this.#held,
                deletions.filter((each) => each.phase === phase && each.problems.length === 0)
            );
        deleteIn('before');
        installPackage(this.#org, this.#objects, components, userId);
        this.#held.add(components);
        deleteIn('after');
    }

    /** @throws ApiError */
    find(id: string): Deployment {
        const found = this.#kept.get(id) ?? [...this.#kept.values()].find((each) => each.id.slice(0, 15) === id);
        if (found) return found;
        throw new ApiError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    }
}

/** A warning fails a deployment unless it ignores warnings (documented: deploy, `ignoreWarnings`). */
export function isFailed({ problems }: Component, { ignoreWarnings }: DeployOptions): boolean {
    return problems.some(({ isNotFound = false }) => !(isNotFound && ignoreWarnings));
}

/** @throws ApiError when the user doesn't have permission to use the Metadata API */
export function checkMayDeploy({ permissions }: Session): void {
    if (permissions.has('CustomizeApplication')) return;
    throw new ApiError(
        'INSUFFICIENT_ACCESS',
        'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions'
    );
}
