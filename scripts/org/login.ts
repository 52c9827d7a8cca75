import type { Connection, SfError } from '@salesforce/core';
import { UserError } from '../terminal/userError.ts';
import { connect, type OrgConnection } from './connection.ts';
import { jsforceRequest } from './jsforceRequest.ts';

/** A login of the Salesforce CLI that works: the org accepted its token. */
export interface OrgLogin {
    /** Where the org's REST API is, without a slash at the end. */
    url: string;
    username: string;
    /** The newest API version of the org, such as `66.0`. */
    apiVersion: string;
    org: OrgConnection;
    /**
     * The token to send.
     * @param refused the token that the org just refused; the login then tries to get another
     * @throws UserError when there is no other
     */
    accessToken(refused?: string): Promise<string>;
}

/**
 * Logs in to an org that the Salesforce CLI knows by this alias or username.
 * @throws UserError for an unknown org, an expired login, or an org that doesn't respond
 */
export async function logIn(alias: string): Promise<OrgLogin> {
    // A login must not send reports from this computer or write log files on it.
    process.env.SF_DISABLE_TELEMETRY ??= 'true';
    process.env.SF_DISABLE_LOG_FILE ??= 'true';
    // The library takes a second to load and is a development dependency, so it's loaded only for a login.
    const { AuthInfo, Connection, StateAggregator } = await import('@salesforce/core');
    const { aliases } = await StateAggregator.getInstance();
    const username = aliases.resolveUsername(alias);
    let connection: Connection;
    try {
        connection = await Connection.create({ authInfo: await AuthInfo.create({ username }) });
    } catch (cause) {
        throw loginError(cause, alias);
    }
    const url = (connection.instanceUrl ?? '').replace(/\/+$/, '');
    const apiVersion = connection.getApiVersion();
    const request = jsforceRequest(connection);
    const expired = (): UserError => loginExpired(alias);
    const tryToken = async (): Promise<void> => {
        const reply = await request('GET', `${url}/services/data/v${apiVersion}/`);
        switch (reply.kind) {
            case 'answered':
                return;
            case 'login expired':
                throw expired();
            case 'no response':
                throw unreachable(alias, reply.cause);
            case 'refused':
            case 'limit reached':
                throw unusable(alias, reply.message);
        }
    };
    await tryToken();
    return {
        url,
        username: connection.getUsername() ?? username,
        apiVersion,
        org: connect({ url, apiVersion, request, expired }),
        async accessToken(refused) {
            // jsforce gets a new token, if the login has a way to, when the org refuses the old one.
            if (refused !== undefined && refused === connection.accessToken) await tryToken();
            return connection.accessToken ?? '';
        }
    };
}

const EXPIRED = /INVALID_SESSION_ID|expired access\/refresh token|invalid_grant|Bad_OAuth_Token|RefreshTokenAuthError/i;
const UNREACHABLE = /ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ECONNRESET|DomainNotFound|fetch failed/;

function loginError(cause: unknown, alias: string): UserError {
    const { name = '', message = '', code = '' } = cause as Partial<SfError>;
    const text = `${name} ${code} ${message}`;
    if (name === 'NamedOrgNotFoundError')
        return new UserError(
            `The Salesforce CLI has no org named ${alias}.`,
            `Log in with "sf org login web --alias ${alias}", or list your orgs with "sf org list".`,
            { cause }
        );
    if (EXPIRED.test(text)) return loginExpired(alias, cause);
    if (UNREACHABLE.test(text)) return unreachable(alias, cause);
    return unusable(alias, message, cause);
}

function loginExpired(alias: string, cause?: unknown): UserError {
    return new UserError(`Your login to ${alias} expired.`, `Log in again with "sf org login web --alias ${alias}".`, {
        cause
    });
}

function unreachable(alias: string, cause: unknown): UserError {
    return new UserError(
        `The org ${alias} didn't respond.`,
        `Check your network, then check the address in "sf org display --target-org ${alias}".`,
        { cause }
    );
}

function unusable(alias: string, message: string, cause?: unknown): UserError {
    return new UserError(
        `Couldn't log in to the org ${alias}: ${message.replace(/\.?\s*$/, '')}.`,
        `For details, run "sf org display --target-org ${alias}".`,
        { cause }
    );
}
