import type { Session } from '../access/session.ts';
import type { OrgContext } from '../context/orgContext.ts';
import { recordId } from '../ids.ts';
import { ApiError } from '../apiError.ts';
import { checkPackage } from './checkPackage.ts';
import type { Component } from './component.ts';
import type { HeldMetadata } from './heldMetadata.ts';
import { installPackage } from './installPackage.ts';
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
    /** Why the package as a whole couldn't be checked or installed. */
    errorMessage: string | null;
}

export interface DeployOptions {
    checkOnly: boolean;
    rollbackOnError: boolean;
    ignoreWarnings: boolean;
}

/** The deployments of an org. Every package is checked, and `installPackage` adds what the org can hold. */
export class Deployments {
    readonly #org: OrgContext;
    readonly #held: HeldMetadata;
    readonly #kept = new Map<string, Deployment>();
    #count = 0;

    constructor(org: OrgContext, held: HeldMetadata) {
        this.#org = org;
        this.#held = held;
    }

    /**
     * @param zip the package; base64 if it's text
     * @throws ApiError when the user doesn't have permission to deploy
     */
    async check(session: Session, zip: Uint8Array | string, options: DeployOptions): Promise<Deployment> {
        checkMayDeploy(session);
        const { store } = this.#org;
        const startedAt = store.now().toISOString();
        let components: Component[] = [];
        let errorMessage: string | null = null;
        try {
            components = checkPackage(store.objects, await readZip(zip));
            const isGood = components.every(({ problems }) => problems.length === 0);
            if (isGood && !options.checkOnly) {
                errorMessage = installPackage(store, components, session.userId);
                if (errorMessage === null) this.#held.add(components);
            }
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
            errorMessage
        };
        const oldest = this.#kept.keys().next();
        if (this.#kept.size >= DEPLOYMENTS_KEPT && !oldest.done) this.#kept.delete(oldest.value);
        this.#kept.set(deployment.id, deployment);
        return deployment;
    }

    /** @throws ApiError */
    find(id: string): Deployment {
        const found = this.#kept.get(id) ?? [...this.#kept.values()].find((each) => each.id.slice(0, 15) === id);
        if (found) return found;
        throw new ApiError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    }
}

/** @throws ApiError when the user doesn't have permission to use the Metadata API */
export function checkMayDeploy({ permissions }: Session): void {
    if (permissions.has('CustomizeApplication')) return;
    throw new ApiError(
        'INSUFFICIENT_ACCESS',
        'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions'
    );
}
