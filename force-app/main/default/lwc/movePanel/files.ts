import { voiceAddUsersCsv } from 'c/csv';
import type { Plan } from 'c/movePlan';
import type { User } from 'c/orgPort';

/** The users of a plan that only Setup can put into a Voice center, as its bulk upload wants them. */
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

/** Hands a file to the browser. Lightning Web Security lets text/plain through. */
export function download(name: string, text: string): void {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: name });
    link.click();
    URL.revokeObjectURL(url);
}
