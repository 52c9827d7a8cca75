import { counted, fill, LABELS } from 'c/labels';
import {
    answered,
    BLOCK_REASONS,
    grouped,
    movingRoutes,
    routeKey,
    routesOf,
    summary,
    waits,
    type Answers,
    type BlockReason,
    type KindOf,
    type Plan,
    type PlannedUser,
    type Route
} from 'c/movePlan';
import type { Id, User } from 'c/orgPort';
import { centerUrl, isRemoval, reasonText, type NameOf } from 'c/wording';
import { factsOf } from './facts.ts';

/** What is reviewed. */
export interface Reviewed {
    /** What was asked for, before any answer. */
    asked: Plan;
    answers: Answers;
    /** `asked` as the answers change it. */
    plan: Plan;
    /** The users as they were read; some or all can be missing. */
    users: readonly User[];
}

/** What the page knows about call centers. Null: no call center, or not known. */
export interface Known {
    nameOf: NameOf;
    kindOf: KindOf;
    membersOf(callCenterId: Id | null): number | null;
}

/** What becomes of a group of users: they move, wait for an answer, were left out, can't move, or needn't. */
export type Fate = 'move' | 'wait' | 'left out' | 'blocked' | 'stay';

/** Users for whom the same is true. */
export interface Group {
    key: string;
    fate: Fate;
    title: string;
    text: string;
    users: PlannedUser[];
    /** The call center that the users are in, or would go to: where they stop. */
    center: Id | null;
    buttons: Button[];
    /** The page in Setup where an admin can do it instead. */
    url: string | null;
    offersCsv: boolean;
}

/** A button of a group, and the answers that it leads to. */
export interface Button {
    key: string;
    label: string;
    /** Begins with the label, and says which users it is about. */
    accessibleName: string;
    answers: Answers;
}

export interface Section {
    fate: Fate;
    heading: string;
    count: number;
    groups: Group[];
}

export function sectionsOf(reviewed: Reviewed, known: Known): Section[] {
    const { plan } = reviewed;
    const pick = (matches: (user: PlannedUser) => boolean) => plan.users.filter(matches);
    const leftOut = new Set(reviewed.answers.leftOut);
    const planned = new Set(plan.users.map(({ userId }) => userId));
    const out = leftOut.size ? reviewed.asked.users.filter(({ userId }) => !planned.has(userId)) : [];
    const sections = [
        section('move', LABELS.reviewWillMove, moving(reviewed, known)),
        section('wait', LABELS.reviewNeedsAnswer, waiting(reviewed, known)),
        section(
            'left out',
            LABELS.reviewLeftOut,
            routesOf(out).map((route) => leftOutGroup(route, reviewed, known))
        ),
        section(
            'blocked',
            LABELS.reviewBlocked,
            blocked(
                pick(({ reason }) => reason !== null && !waits(reason)),
                known
            )
        ),
        section('stay', LABELS.leftAlone, staying(plan, pick))
    ];
    return sections.filter(({ count }) => count > 0);
}

function section(fate: Fate, heading: string, groups: Group[]): Section {
    return { fate, heading, groups, count: groups.reduce((sum, { users }) => sum + users.length, 0) };
}

function moving(reviewed: Reviewed, { nameOf }: Known): Group[] {
    const { plan, asked, answers, users } = reviewed;
    const routes = movingRoutes(plan);
    const read = new Map(users.map((user) => [user.id, user]));
    const isOnly = routes.length === 1 && routes[0].users.length === asked.users.length;
    return routes.map((route) => {
        const title = routeTitle(route, plan, nameOf);
        const said = answers.notVoice.some((center) => center === route.from || center === route.to);
        return group(route.key, 'move', route.users, title, {
            text: [said ? LABELS.saidNotVoice : '', factsOf(route.users, read)].filter(Boolean).join(' '),
            buttons: isOnly ? [] : [leaveOut([route.key], title, answers)]
        });
    });
}

/** Users who wait, by the call center that may be Voice. The one they would join is asked about first. */
function waiting({ plan, answers }: Reviewed, known: Known): Group[] {
    const groups = grouped(
        plan.users.filter(({ reason }) => waits(reason)),
        (user) => `${user.reason} ${doubtful(user)}`
    );
    const byCount = [...groups].sort(([, one], [, other]) => other.length - one.length);
    return byCount.map(([key, users]) => {
        const isEntry = users[0].reason === 'may enter a voice center';
        const center = doubtful(users[0]);
        const title = fill(isEntry ? LABELS.usersTo : LABELS.usersIn, users.length, known.nameOf(center));
        const yes = { ...answers, notVoice: [...answers.notVoice, center] };
        const more = summary(answered(plan, yes, known.kindOf)).move - summary(plan).move;
        const label = more === 0 ? LABELS.notVoice : counted(more, LABELS.notVoiceMoveOne, LABELS.notVoiceMove);
        return group(key, 'wait', users, title, {
            text: isEntry ? LABELS.mayEnterVoice : LABELS.mayLeaveVoice,
            center,
            buttons: [
                button('not voice', label, title, yes),
                leaveOut([...new Set(users.map(routeKey))], title, answers)
            ]
        });
    });
}

function doubtful({ reason, from, to }: PlannedUser): Id {
    return (reason === 'may enter a voice center' ? to : from) as Id;
}

function leftOutGroup(route: Route, { asked, answers }: Reviewed, { nameOf }: Known): Group {
    const title = routeTitle(route, asked, nameOf);
    const leftOut = answers.leftOut.filter((key) => key !== route.key);
    return group(`out ${route.key}`, 'left out', route.users, title, {
        text: LABELS.leftOutText,
        center: route.from,
        buttons: [button('include', LABELS.include, title, { ...answers, leftOut })]
    });
}

/** Users who can't move, by reason, and by call center where an admin can do it in Setup. The reason is said once. */
function blocked(users: PlannedUser[], { nameOf }: Known): Group[] {
    return BLOCK_REASONS.flatMap((reason) => {
        const all = users.filter((user) => user.reason === reason);
        const centers = grouped(all, (user) => stopOf(user, reason));
        const byCount = [...centers].sort(([, one], [, other]) => other.length - one.length);
        return byCount.map(([center, some], place) =>
            group(`${reason} ${center}`, 'blocked', some, blockedTitle(reason, center, some.length, nameOf), {
                text: place === 0 ? reasonText(reason) : LABELS.sameReason,
                center: center ?? some[0].from,
                url: center === null ? null : centerUrl(center),
                offersCsv: reason === 'enters a voice center'
            })
        );
    });
}

/** The contact center that keeps users from moving; null for reasons that are about the users. */
function stopOf({ from, to }: PlannedUser, reason: BlockReason): Id | null {
    if (reason === 'leaves a voice center') return from;
    return reason === 'enters a voice center' ? to : null;
}

function blockedTitle(reason: BlockReason, center: Id | null, count: number, nameOf: NameOf): string {
    if (center === null) return counted(count, LABELS.groupUsersOne, LABELS.groupUsers);
    return fill(reason === 'enters a voice center' ? LABELS.usersTo : LABELS.usersIn, count, nameOf(center));
}

function staying(plan: Plan, pick: (matches: (user: PlannedUser) => boolean) => PlannedUser[]): Group[] {
    const already = isRemoval(plan, plan.users) ? LABELS.groupAlreadyRemoved : LABELS.groupAlreadyThere;
    const title = (users: PlannedUser[]) => counted(users.length, LABELS.groupUsersOne, LABELS.groupUsers);
    const there = pick(({ verdict }) => verdict === 'already there');
    const kept = pick(({ verdict }) => verdict === 'kept');
    return [
        group('already there', 'stay', there, title(there), { text: already }),
        group('kept', 'stay', kept, title(kept), { text: plan.request ? LABELS.requestKept : LABELS.keptText })
    ].filter(({ users }) => users.length > 0);
}

/** Where a route begins, and where it leads unless the plan's title says that of all. */
function routeTitle({ from, to, users }: Route, { target, undoOf, users: all }: Plan, nameOf: NameOf): string {
    const count = users.length;
    if (target !== null || isRemoval({ target, undoOf }, all)) {
        return from === null ? fill(LABELS.newcomers, count) : fill(LABELS.fromCenter, count, nameOf(from));
    }
    if (from === null) return fill(LABELS.routeFromNone, count, nameOf(to));
    return to === null
        ? fill(LABELS.routeToNone, count, nameOf(from))
        : fill(LABELS.routeFull, count, nameOf(from), nameOf(to));
}

function leaveOut(keys: string[], title: string, answers: Answers): Button {
    return button('leave out', LABELS.leaveOut, title, { ...answers, leftOut: [...answers.leftOut, ...keys] });
}

function button(key: string, label: string, title: string, answers: Answers): Button {
    return { key, label, accessibleName: fill(LABELS.aboutGroup, label, title), answers };
}

function group(key: string, fate: Fate, users: PlannedUser[], title: string, more: Partial<Group>): Group {
    const { from = null } = users[0] ?? {};
    return { key, fate, title, users, text: '', center: from, buttons: [], url: null, offersCsv: false, ...more };
}
