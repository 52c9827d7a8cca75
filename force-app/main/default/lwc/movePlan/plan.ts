import type { Id, Kind } from 'c/orgPort';

/**
 * The field of User that a plan changes, by its API name. `from` and `to` in a plan, a report, and an undo are its values,
 * so the same engine, report, history, and undo could move users by another field.
 */
export type PlannedField = 'CallCenterId';

/** `kept` occurs only in plans of an undo or of a request: someone has moved the user since, so they are left alone. */
export type Verdict = 'move' | 'already there' | 'blocked' | 'kept';

export const BLOCK_REASONS = [
    'unknown user',
    'unknown target',
    'two targets',
    'leaves a voice center',
    'enters a voice center',
    'portal user',
    'inactive user',
    // The type of a call center isn't known, so a review asks whether it's Voice.
    'may leave a voice center',
    'may enter a voice center'
] as const;
export type BlockReason = (typeof BLOCK_REASONS)[number];

export interface PlannedUser {
    userId: Id;
    /** The name in the org, or the id when the org has no such user. */
    name: string;
    /** Where the user is as far as the plan knows (null: in no call center). */
    from: Id | null;
    /** Where the user should be (null: in no call center). */
    to: Id | null;
    verdict: Verdict;
    /** Set only when the verdict is `blocked`. */
    reason: BlockReason | null;
    /** Who last modified a `kept` user, if the org shows it; null for every other verdict. */
    by: string | null;
    /** The row that names the user, in the file that the plan was made from. */
    row?: number;
}

/** Plain data: building a plan changes nothing. The plan that is reviewed is the plan that runs. */
export interface Plan {
    field: PlannedField;
    /** The `to` that all users share. Null when that is no call center, or when they differ (an undo, a file): see each `to`. */
    target: Id | null;
    users: PlannedUser[];
    /** The run that this plan undoes; null when it undoes none. */
    undoOf: string | null;
    /** The name of the file that the plan was made from. */
    file?: string;
    /** The request that the plan was made from. */
    request?: PlanRequest;
}

/** A request for a move as its plan names it: its record, the number that people see, and who asks for it why. */
export interface PlanRequest {
    recordId: Id;
    name: string;
    by: string | null;
    reason: string;
}

/** The row of a planned or settled user, to pass on; nothing for one that comes from no file. */
export function rowOf({ row }: { row?: number }): { row?: number } {
    return row === undefined ? {} : { row };
}

/** The file of a plan or a report, to pass on. */
export function fileOf({ file }: { file?: string }): { file?: string } {
    return file === undefined ? {} : { file };
}

/** The kind of a call center; null when it is certain that no such center exists. */
export type KindOf = (callCenterId: Id) => Kind | null;

/**
 * Salesforce says "Don't use custom code to sync users" of a contact center: its users are mapped to telephony users, which
 * writing the field alone doesn't do (documented in Setup help). Contact centers of other services (CCaaS) are set up the
 * same way.
 */
export function isVoice(kind: Kind | null): boolean {
    switch (kind) {
        case 'voice-amazon':
        case 'voice-partner':
        case 'ccaas':
            return true;
        case 'open-cti':
        case 'unknown':
        case null:
            return false;
    }
}

/** Why no user may go from one center to the other; null when the centers allow it. */
export function blockedByCenters(from: Id | null, to: Id | null, kindOf: KindOf): BlockReason | null {
    if (to !== null && kindOf(to) === null) return 'unknown target';
    if (from !== null && isVoice(kindOf(from))) return 'leaves a voice center';
    if (to !== null && isVoice(kindOf(to))) return 'enters a voice center';
    return null;
}

/**
 * Why these users wait for an answer: a call center of unknown kind, or one that no source knows, may be a Voice contact
 * center. Null when the kinds of both centers are known.
 */
export function unsureAboutCenters(from: Id | null, to: Id | null, kindOf: KindOf): BlockReason | null {
    const isUnsure = (center: Id | null) => center !== null && (kindOf(center) ?? 'unknown') === 'unknown';
    if (isUnsure(to)) return 'may enter a voice center';
    return isUnsure(from) ? 'may leave a voice center' : null;
}

/** The target that all users share; null when there are several. */
export function sharedTarget(users: PlannedUser[]): Id | null {
    const targets = new Set(users.map((user) => user.to));
    return targets.size === 1 ? [...targets][0] : null;
}
