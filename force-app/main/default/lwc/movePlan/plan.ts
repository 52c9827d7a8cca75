import type { Id, Kind } from 'c/orgPort';

/** `kept` stands in undo plans only: someone has moved the user since, so the undo leaves them alone. */
export type Verdict = 'move' | 'already there' | 'blocked' | 'kept';

export const BLOCK_REASONS = [
    'unknown user',
    'unknown target',
    'two targets',
    'leaves a voice center',
    'enters a voice center',
    'portal user',
    'inactive user'
] as const;
export type BlockReason = (typeof BLOCK_REASONS)[number];

/** What must be asked once, of the person who moves, before the plan is run. */
export type Ask = 'unknown kind';

export interface PlannedUser {
    userId: Id;
    /** As the org has it; the id when no user of that id is known. */
    name: string;
    /** Where the user is as far as the plan knows (null: in no call center). */
    from: Id | null;
    /** Where the user should be (null: in no call center). */
    to: Id | null;
    verdict: Verdict;
    /** Set exactly when the verdict is `blocked`. */
    reason: BlockReason | null;
    /** Who modified a `kept` user last, where the org tells; null for every other verdict. */
    by: string | null;
}

export interface Plan {
    /** The `to` that all its users share; null when it is none, or when they differ (an undo, a file): see each `to`. */
    target: Id | null;
    users: PlannedUser[];
    asks: Ask[];
    /** The run this plan would undo. */
    undoOf: string | null;
}

/** The kind of a call center; null when it is certain that no such center exists. */
export type KindOf = (callCenterId: Id) => Kind | null;

/**
 * Whether a call center is run by Voice. Salesforce: "Don't use custom code to sync users" of a Voice contact center;
 * its users are mapped to telephony users, which a raw field write does not do (Setup help; documented).
 */
function isVoice(kind: Kind | null): boolean {
    switch (kind) {
        case 'voice-amazon':
        case 'voice-partner':
            return true;
        case 'open-cti':
        case 'unknown':
        case null:
            return false;
    }
}

/** Why a user may not go from one center to another whoever they are; null when the centers allow it. */
export function blockedByCenters(from: Id | null, to: Id | null, kindOf: KindOf): BlockReason | null {
    if (to !== null && kindOf(to) === null) return 'unknown target';
    if (from !== null && isVoice(kindOf(from))) return 'leaves a voice center';
    if (to !== null && isVoice(kindOf(to))) return 'enters a voice center';
    return null;
}

/** What must be asked before these users are moved: a center of unknown kind may be a Voice one. */
export function asksOf(users: PlannedUser[], kindOf: KindOf): Ask[] {
    // A center that the user is in and that nobody knows may be a Voice one just as well.
    const unsure = (center: Id | null) => center !== null && (kindOf(center) ?? 'unknown') === 'unknown';
    return users.some((user) => user.verdict === 'move' && (unsure(user.from) || unsure(user.to)))
        ? ['unknown kind']
        : [];
}

/** The target that all users share; null when they have several. */
export function sharedTarget(users: PlannedUser[]): Id | null {
    const targets = new Set(users.map((user) => user.to));
    return targets.size === 1 ? [...targets][0] : null;
}
