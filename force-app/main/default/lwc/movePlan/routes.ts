import { onceFor } from 'c/memo';
import type { Id } from 'c/orgPort';
import type { Plan, PlannedUser } from './plan.ts';

/** Users of a plan who go the same way. */
export interface Route {
    key: string;
    from: Id | null;
    to: Id | null;
    users: PlannedUser[];
}

/** Names a route, for answers that are about all of its users. */
export function routeKey({ from, to }: Pick<PlannedUser, 'from' | 'to'>): string {
    return `${from ?? 'none'}>${to ?? 'none'}`;
}

/** The routes of these users, most users first. Users keep their order. */
export function routesOf(users: PlannedUser[]): Route[] {
    const routes = [...grouped(users, routeKey)].map(([key, some]) => ({
        key,
        from: some[0].from,
        to: some[0].to,
        users: some
    }));
    return routes.sort((one, other) => other.users.length - one.users.length);
}

/** The routes of those who move, most users first. */
export const movingRoutes = onceFor((plan: Plan) => routesOf(plan.users.filter(({ verdict }) => verdict === 'move')));

/** Users by what they have in common, in the order in which it first occurs. */
export function grouped<Key>(
    users: readonly PlannedUser[],
    keyOf: (user: PlannedUser) => Key
): Map<Key, PlannedUser[]> {
    const groups = new Map<Key, PlannedUser[]>();
    for (const user of users) {
        const key = keyOf(user);
        const group = groups.get(key);
        if (group) group.push(user);
        else groups.set(key, [user]);
    }
    return groups;
}
