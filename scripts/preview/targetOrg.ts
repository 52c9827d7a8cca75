import { existsSync } from 'node:fs';
import { packageAt } from '../build/places.ts';
import { logIn, type OrgLogin } from '../org/login.ts';
import { findBlockers } from '../org/readiness/requirements.ts';
import { UserError } from '../terminal/userError.ts';
import type { PreviewOrg } from './org.ts';

/** One of your own orgs, without anything installed in it. */
export interface TargetOrg {
    org: PreviewOrg;
    name: string;
    username: string;
}

/**
 * The org that the Salesforce CLI knows by this alias or username. Its token stays in this process.
 * @throws UserError for an unknown org, an expired login, a missing library, or an org that Switchboard can't work in
 */
export async function targetOrg(alias: string): Promise<TargetOrg> {
    if (!existsSync(packageAt('@salesforce/core')))
        throw new UserError(
            'To use your own org, Switchboard needs a library for the logins of the Salesforce CLI.',
            'Run "npm ci" to install it, then try again.'
        );
    const login = await logIn(alias);
    const [blocker] = await findBlockers(login.org);
    if (blocker !== undefined) throw new UserError(blocker);
    const { name, isProduction } = await organization(login);
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
        // The login gets a new token itself, when it knows which one was refused.
        forget: () => undefined,
        async renew(_, refused) {
            try {
                const token = await login.accessToken(refused);
                return token === refused ? null : token;
            } catch (error) {
                if (!(error instanceof UserError)) throw error;
                return null;
            }
        }
    };
}

/**
 * An org that is neither a sandbox nor a trial counts as production (object reference, Organization.IsSandbox and
 * TrialExpirationDate). So do a Developer Edition org, and an org that doesn't tell.
 */
async function organization({ org, url }: OrgLogin): Promise<{ name: string; isProduction: boolean }> {
    const answer = await org.query('SELECT Name, IsSandbox, TrialExpirationDate FROM Organization');
    const row = answer.ok ? answer.body[0] : undefined;
    if (!row) return { name: new URL(url).hostname, isProduction: true };
    return { name: String(row.Name), isProduction: row.IsSandbox !== true && !row.TrialExpirationDate };
}
