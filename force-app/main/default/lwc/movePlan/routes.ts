import type { Id } from 'c/orgPort';
import type { PlannedUser } from './plan.ts';

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
    const routes = new Map<string, Route>();
    for (const user of users) {
        const key = routeKey(user);
        const route = routes.get(key);
        if (route) route.users.push(user);
        else routes.set(key, { key, from: user.from, to: user.to, users: [user] });
    }
    return [...routes.values()].sort((one, other) => other.users.length - one.users.length);
}
