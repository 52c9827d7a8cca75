import { existsSync } from 'node:fs';
import { packageAt } from '../build/places.ts';
import { examineForDeploy } from '../doctor/examine.ts';
import { askOf, type OrgAsk } from '../orgAsk.ts';
import { loginOf, type OrgLogin } from '../orgLogin.ts';
import { Refusal } from '../refusal.ts';
import type { PreviewOrg } from './org.ts';

/** An org of the person's own, to be looked at with nothing installed in it. */
export interface TargetOrg {
    org: PreviewOrg;
    name: string;
    username: string;
}

/**
 * The org that the Salesforce CLI knows by this alias or username. Its token stays in this process.
 * @throws Refusal, one sentence with the next step: no such login, a login that has ended, an org in which Switchboard
 * could do nothing (no call centers, API 65, users that may not be read), a library that is not installed
 */
export async function targetOrg(alias: string): Promise<TargetOrg> {
    if (!existsSync(packageAt('@salesforce/core')))
        throw new Refusal(
            'An org of your own takes the login of the Salesforce CLI, and the library for that is not installed: run "npm ci", then this again.'
        );
    const login = await loginOf(alias);
    const ask = askOf(login);
    const [blocker] = await examineForDeploy(ask);
    if (blocker !== undefined) throw new Refusal(blocker);
    const { name, isProduction } = await organization(ask, login);
    return {
        org: { ...previewOrg(login), ...(isProduction ? { production: name } : {}) },
        name,
        username: login.username
    };
}

function previewOrg(login: OrgLogin): PreviewOrg {
    return {
        url: login.url,
        setupAt: login.url,
        personas: [login.username],
        tokenFor: () => login.accessToken(),
        // The login renews its token itself, when it is told which one was refused.
        forget: () => undefined,
        async renew(_, refused) {
            try {
                const token = await login.accessToken(refused);
                return token === refused ? null : token;
            } catch (error) {
                if (!(error instanceof Refusal)) throw error;
                return null;
            }
        }
    };
}

/**
 * An org that is neither a sandbox nor a trial counts as production (object reference, Organization.IsSandbox and
 * TrialExpirationDate), so a Developer Edition does too; and so does one that does not say.
 */
async function organization(ask: OrgAsk, login: OrgLogin): Promise<{ name: string; isProduction: boolean }> {
    const answer = await ask.rows('SELECT Name, IsSandbox, TrialExpirationDate FROM Organization');
    const row = answer.ok ? answer.body[0] : undefined;
    if (!row) return { name: new URL(login.url).hostname, isProduction: true };
    return { name: String(row.Name), isProduction: row.IsSandbox !== true && !row.TrialExpirationDate };
}
