import { voiceAddUsersCsv } from 'c/csv';
import type { Plan } from 'c/movePlan';
import type { User } from 'c/orgPort';

/** The file for Setup's bulk upload: users of a plan that only Setup can add to a Voice contact center. */
export function addUsersCsv(plan: Plan, users: User[]): string {
    const emails = new Map(users.map((user) => [user.id, user.email]));
    return voiceAddUsersCsv(
        plan.users
            .filter((user) => user.reason === 'enters a voice center')
            .map(({ userId, to }) => ({
                email: emails.get(userId) ?? '',
                userId,
                callCenterId: to ?? '',
                amazon: null
            }))
    );
}
